package portico.practice.aws.s3;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import portico.practice.aws.http.AwsException;

/** An element of a request's XML. */
record Document(Element element) {
  /**
   * Reads a body.
   *
   * @param name the root element's
   * @throws AwsException MalformedXML when it is none
   */
  static Document parse(String body, String name) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      Element root = builder.parse(new InputSource(new StringReader(body))).getDocumentElement();
      if (root.getTagName().equals(name)) {
        return new Document(root);
      }
    } catch (SAXException | IOException notXml) {
      throw malformed();
    } catch (ParserConfigurationException absent) {
      throw new IllegalStateException(absent);
    }
    throw malformed();
  }

  static AwsException malformed() {
    return new AwsException(
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema");
  }

  /** The elements of that name directly within. */
  List<Document> all(String name) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .flatMap(node -> node instanceof Element each ? Stream.of(each) : Stream.empty())
        .filter(each -> each.getTagName().equals(name))
        .map(Document::new)
        .toList();
  }

  /** The only element of that name directly within, if there is one. */
  Optional<Document> one(String name) {
    List<Document> found = all(name);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  Optional<String> text(String name) {
    return one(name).map(each -> each.element().getTextContent().strip());
  }

  String needed(String name) {
    return text(name).orElseThrow(Document::malformed);
  }
}
