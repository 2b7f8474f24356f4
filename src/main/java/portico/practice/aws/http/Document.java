package portico.practice.aws.http;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An element of a request's XML.
 *
 * @param malformed how the service refuses XML that lacks something
 */
public record Document(Element element, Supplier<AwsException> malformed) {
  /**
   * Reads a body.
   *
   * @param name the root element's
   * @throws AwsException the one given when it is none
   */
  public static Document parse(String body, String name, Supplier<AwsException> malformed) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      Element root = builder.parse(new InputSource(new StringReader(body))).getDocumentElement();
      if (root.getTagName().equals(name)) {
        return new Document(root, malformed);
      }
    } catch (SAXException | IOException notXml) {
      throw malformed.get();
    } catch (ParserConfigurationException absent) {
      throw new IllegalStateException(absent);
    }
    throw malformed.get();
  }

  /** The elements of that name directly within. */
  public List<Document> all(String name) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .flatMap(node -> node instanceof Element each ? Stream.of(each) : Stream.empty())
        .filter(each -> each.getTagName().equals(name))
        .map(each -> new Document(each, malformed))
        .toList();
  }

  /** The only element of that name directly within, if there is one. */
  public Optional<Document> one(String name) {
    List<Document> found = all(name);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** The text of the only element of that name, if there is one. */
  public Optional<String> text(String name) {
    return one(name).map(each -> each.element().getTextContent().strip());
  }

  /**
   * The text of the only element of that name.
   *
   * @throws AwsException the one for what is malformed when there is none
   */
  public String needed(String name) {
    return text(name).orElseThrow(malformed);
  }
}
