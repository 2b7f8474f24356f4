package portico.practice.provider;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An element of S3's XML, read or written. */
record S3Xml(Element element) {
  /**
   * Reads an answer.
   *
   * @throws Refusal when it is no XML
   */
  static S3Xml parse(String document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new S3Xml(
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(document)))
              .getDocumentElement());
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new Refusal(Refusal.Why.FAILED, "S3 answered no XML: " + e.getMessage());
    }
  }

  Stream<S3Xml> all(String name) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .flatMap(node -> node instanceof Element each ? Stream.of(each) : Stream.empty())
        .filter(each -> each.getTagName().equals(name))
        .map(S3Xml::new);
  }

  Optional<S3Xml> one(String name) {
    return all(name).findFirst();
  }

  Optional<String> text(String name) {
    return one(name).map(each -> each.element().getTextContent());
  }

  /** Tags in their set. */
  static Map<String, String> tags(String document) {
    Map<String, String> tags = new TreeMap<>();
    parse(document).one("TagSet").stream()
        .flatMap(set -> set.all("Tag"))
        .forEach(tag -> tags.put(tag.text("Key").orElse(""), tag.text("Value").orElse("")));
    return tags;
  }

  static String tagging(Map<String, String> tags) {
    return written(
        "Tagging",
        tags.entrySet().stream()
            .map(tag -> written("Tag", text("Key", tag.getKey()), text("Value", tag.getValue())))
            .collect(Collectors.joining("", "<TagSet>", "</TagSet>")));
  }

  /** The keys of a list of objects. */
  static List<String> keys(String document) {
    return parse(document).all("Contents").flatMap(each -> each.text("Key").stream()).toList();
  }

  /** An element around others. */
  static String written(String name, String... content) {
    return "<" + name + ">" + String.join("", content) + "</" + name + ">";
  }

  /** An element with a text. */
  static String text(String name, String value) {
    return written(name, value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }
}
