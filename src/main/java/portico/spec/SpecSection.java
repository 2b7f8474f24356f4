package portico.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import portico.spec.SpecFault.Expected;

/** One mapping of the file. Asking for a field notes what is wrong with it. */
final class SpecSection {
  private final SpecFindings findings;
  private final String path;
  private final Map<String, Node> values;
  private final boolean readable;

  private SpecSection(
      SpecFindings findings, String path, Map<String, Node> values, boolean readable) {
    this.findings = findings;
    this.path = path;
    this.values = values;
    this.readable = readable;
  }

  /** The mapping in {@code node}; unknown and repeated fields are noted at once. */
  static SpecSection of(SpecFindings findings, String path, SpecPart part, Node node) {
    if (!path.isEmpty()) {
      findings.seen(path, node);
    }
    if (!(node instanceof MappingNode mapping)) {
      findings.wrong(node, path, new SpecFault.WrongType(Expected.FIELDS, described(node)));
      return new SpecSection(findings, path, Map.of(), false);
    }
    SpecSection section = new SpecSection(findings, path, new LinkedHashMap<>(), true);
    for (NodeTuple tuple : mapping.getValue()) {
      section.add(part, tuple);
    }
    return section;
  }

  private void add(SpecPart part, NodeTuple tuple) {
    Node key = tuple.getKeyNode();
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : described(key);
    if (!part.has(name)) {
      findings.wrong(key, field(name), new SpecFault.UnknownField(name, part.nearest(name)));
    } else if (values.putIfAbsent(name, tuple.getValueNode()) != null) {
      findings.wrong(key, field(name), new SpecFault.DuplicateField(name));
    } else {
      findings.seen(field(name), isNull(tuple.getValueNode()) ? key : tuple.getValueNode());
    }
  }

  String field(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Whether its other fields are worth asking for: false for what is no mapping at all. */
  boolean isReadable() {
    return readable;
  }

  /** The field's node; a field without a value counts as missing and is noted. */
  private Optional<Node> node(String name) {
    Node node = values.get(name);
    if (node == null) {
      return Optional.empty();
    }
    if (isNull(node)) {
      findings.missing(field(name));
      return Optional.empty();
    }
    return Optional.of(node);
  }

  Optional<String> text(String name) {
    return node(name).map(node -> text(field(name), node));
  }

  private String text(String at, Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    findings.wrong(node, at, new SpecFault.WrongType(Expected.TEXT, described(node)));
    return findings.substituteText();
  }

  OptionalInt number(String name) {
    return node(name)
        .map(node -> OptionalInt.of(number(field(name), node)))
        .orElseGet(OptionalInt::empty);
  }

  private int number(String at, Node node) {
    if (node instanceof ScalarNode scalar
        && scalar.isPlain()
        && scalar.getValue().matches("[+-]?[0-9]{1,9}")) {
      return Integer.parseInt(scalar.getValue());
    }
    findings.wrong(node, at, new SpecFault.WrongType(Expected.WHOLE_NUMBER, described(node)));
    return findings.substituteNumber();
  }

  /** A number that must be there. */
  int requiredNumber(String name) {
    if (!has(name) && readable) {
      findings.missing(field(name));
    }
    return number(name).orElseGet(findings::substituteNumber);
  }

  /** One of several words, in any case. */
  <T> Optional<T> choice(String name, SequencedMap<String, T> allowed) {
    return text(name)
        .flatMap(
            found -> {
              Optional<T> value =
                  allowed.entrySet().stream()
                      .filter(entry -> entry.getKey().equalsIgnoreCase(found))
                      .map(Map.Entry::getValue)
                      .findFirst();
              if (value.isEmpty() && values.get(name) instanceof ScalarNode scalar) {
                findings.wrong(
                    scalar,
                    field(name),
                    new SpecFault.UnknownValue(found, List.copyOf(allowed.keySet())));
              }
              return value;
            });
  }

  Optional<SpecSection> section(String name, SpecPart part) {
    return node(name).map(node -> of(findings, field(name), part, node));
  }

  /** A list of mappings. */
  Optional<List<SpecSection>> sections(String name, SpecPart part) {
    return items(name, false)
        .map(
            items -> {
              List<SpecSection> sections = new ArrayList<>();
              for (int index = 0; index < items.size(); index++) {
                String at = field(name) + "[" + index + "]";
                sections.add(of(findings, at, part, items.get(index)));
              }
              return sections;
            });
  }

  /** A list of texts; one text alone counts as a list of one. */
  Optional<List<String>> texts(String name) {
    return items(name, true)
        .map(
            items -> {
              List<String> texts = new ArrayList<>();
              for (int index = 0; index < items.size(); index++) {
                String at = field(name) + "[" + index + "]";
                findings.seen(at, items.get(index));
                texts.add(item(at, items.get(index)));
              }
              return texts;
            });
  }

  private String item(String at, Node node) {
    if (isNull(node)) {
      findings.missing(at);
      return findings.substituteText();
    }
    return text(at, node);
  }

  private Optional<List<Node>> items(String name, boolean oneIsEnough) {
    return node(name)
        .map(
            node -> {
              if (node instanceof SequenceNode sequence) {
                return sequence.getValue();
              }
              if (oneIsEnough && node instanceof ScalarNode) {
                return List.of(node);
              }
              findings.wrong(
                  node, field(name), new SpecFault.WrongType(Expected.LIST, described(node)));
              return List.<Node>of();
            });
  }

  /** Notes it when two fields that exclude each other are both there. */
  void exclusive(String name, String other) {
    Node node = values.get(other);
    if (has(name) && node != null) {
      findings.wrong(node, field(other), new SpecFault.Conflict(name, other));
    }
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && scalar.getTag().equals(Tag.NULL);
  }

  private static String described(Node node) {
    return switch (node.getNodeType()) {
      case SCALAR -> "\"" + ((ScalarNode) node).getValue() + "\"";
      case SEQUENCE -> "[...]";
      case MAPPING -> "{...}";
      case ANCHOR -> "&...";
    };
  }
}
