package portico.catalog.aws;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** An element of what S3 answers. */
record S3Answer(Element element) {
  /**
   * Reads an answer.
   *
   * @throws SdkClientException when it is no XML
   */
  static S3Answer parse(String document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return new S3Answer(
          builder.parse(new InputSource(new StringReader(document))).getDocumentElement());
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw SdkClientException.create("S3 answered no XML: " + e.getMessage(), e);
    }
  }

  private Stream<S3Answer> all(String name) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .flatMap(node -> node instanceof Element each ? Stream.of(each) : Stream.empty())
        .filter(each -> each.getTagName().equals(name))
        .map(S3Answer::new);
  }

  /** The content of the first element of that name, unless it is empty. */
  Optional<String> text(String name) {
    return all(name)
        .findFirst()
        .map(each -> each.element().getTextContent().strip())
        .filter(text -> !text.isEmpty());
  }

  /** The elements of that name within the first one of another. */
  List<S3Answer> within(String list, String name) {
    return all(list).findFirst().stream().flatMap(each -> each.all(name)).toList();
  }

  /** Tags of a bucket. */
  Map<String, String> tags() {
    Map<String, String> tags = new TreeMap<>();
    within("TagSet", "Tag")
        .forEach(tag -> tags.put(tag.text("Key").orElse(""), tag.text("Value").orElse("")));
    return tags;
  }

  /** What S3 says of the first object that it did not delete. */
  Optional<String> firstError() {
    return all("Error").findFirst().map(each -> each.text("Message").orElse(""));
  }

  /** The keys of a list of objects, as they stand. */
  List<String> keys() {
    return all("Contents")
        .flatMap(each -> each.all("Key"))
        .map(key -> key.element().getTextContent())
        .toList();
  }
}
