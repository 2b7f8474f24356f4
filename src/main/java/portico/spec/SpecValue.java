package portico.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import portico.spec.SpecFault.Expected;

/**
 * One value of the file. Asking for a form that it does not have is noted, and answered with a
 * substitute.
 *
 * @param field path of the field whose value it is
 */
record SpecValue(SpecFindings findings, String field, Node node) {
  boolean isText() {
    return node instanceof ScalarNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  void wrong(SpecFault fault) {
    findings.wrong(node, field, fault);
  }

  String text() {
    if (isNull(node)) {
      findings.missing(field);
      return findings.substituteText();
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    wrong(new SpecFault.WrongType(Expected.TEXT, described(node)));
    return findings.substituteText();
  }

  int number() {
    if (node instanceof ScalarNode scalar
        && scalar.isPlain()
        && scalar.getValue().matches("[+-]?[0-9]{1,9}")) {
      return Integer.parseInt(scalar.getValue());
    }
    wrong(new SpecFault.WrongType(Expected.WHOLE_NUMBER, described(node)));
    return findings.substituteNumber();
  }

  Optional<Boolean> flag() {
    if (node instanceof ScalarNode scalar && scalar.isPlain()) {
      switch (scalar.getValue()) {
        case "true" -> {
          return Optional.of(true);
        }
        case "false" -> {
          return Optional.of(false);
        }
        default -> {}
      }
    }
    wrong(new SpecFault.WrongType(Expected.TRUE_OR_FALSE, described(node)));
    return Optional.empty();
  }

  /** One of several words, in any case. */
  <T> Optional<T> choice(SequencedMap<String, T> allowed) {
    String found = text();
    Optional<T> value =
        allowed.entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(found))
            .map(Map.Entry::getValue)
            .findFirst();
    if (value.isEmpty() && isText()) {
      wrong(new SpecFault.UnknownValue(found, List.copyOf(allowed.keySet())));
    }
    return value;
  }

  SpecSection section(SpecPart part) {
    return SpecSection.of(findings, field, part, node);
  }

  List<SpecValue> items() {
    if (node instanceof SequenceNode sequence) {
      return numbered(sequence.getValue());
    }
    wrong(new SpecFault.WrongType(Expected.LIST, described(node)));
    return List.of();
  }

  /** A list of texts; one text alone counts as a list of one. */
  List<String> texts() {
    List<SpecValue> items = isText() ? numbered(List.of(node)) : items();
    return items.stream().map(SpecValue::text).toList();
  }

  private List<SpecValue> numbered(List<Node> nodes) {
    List<SpecValue> values = new ArrayList<>();
    for (Node each : nodes) {
      String at = field + "[" + values.size() + "]";
      findings.seen(at, each);
      values.add(new SpecValue(findings, at, each));
    }
    return values;
  }

  /** Fields whose names the user chooses. */
  SequencedMap<String, SpecValue> entries() {
    SequencedMap<String, SpecValue> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      wrong(new SpecFault.WrongType(Expected.FIELDS, described(node)));
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      String name = key instanceof ScalarNode scalar ? scalar.getValue() : described(key);
      String at = field + "." + name;
      if (entries.putIfAbsent(name, new SpecValue(findings, at, tuple.getValueNode())) != null) {
        findings.wrong(key, at, new SpecFault.DuplicateField(name));
      } else {
        findings.seen(at, isNull(tuple.getValueNode()) ? key : tuple.getValueNode());
      }
    }
    return entries;
  }

  static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && scalar.getTag().equals(Tag.NULL);
  }

  static String described(Node node) {
    return switch (node.getNodeType()) {
      case SCALAR -> "\"" + ((ScalarNode) node).getValue() + "\"";
      case SEQUENCE -> "[...]";
      case MAPPING -> "{...}";
      case ANCHOR -> "&...";
    };
  }
}
