package portico.spec;

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
      findings.wrong(
          node, path, new SpecFault.WrongType(Expected.FIELDS, SpecValue.described(node)));
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
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : SpecValue.described(key);
    if (!part.has(name)) {
      findings.wrong(key, field(name), new SpecFault.UnknownField(name, part.nearest(name)));
    } else if (values.putIfAbsent(name, tuple.getValueNode()) != null) {
      findings.wrong(key, field(name), new SpecFault.DuplicateField(name));
    } else {
      findings.seen(
          field(name), SpecValue.isNull(tuple.getValueNode()) ? key : tuple.getValueNode());
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

  /** The field's value; a field without one counts as missing and is noted. */
  Optional<SpecValue> value(String name) {
    Node node = values.get(name);
    if (node == null) {
      return Optional.empty();
    }
    if (SpecValue.isNull(node)) {
      findings.missing(field(name));
      return Optional.empty();
    }
    return Optional.of(new SpecValue(findings, field(name), node));
  }

  Optional<String> text(String name) {
    return value(name).map(SpecValue::text);
  }

  /** A text that must be there. */
  String requiredText(String name) {
    need(name);
    return text(name).orElseGet(findings::substituteText);
  }

  OptionalInt number(String name) {
    return value(name).map(value -> OptionalInt.of(value.number())).orElseGet(OptionalInt::empty);
  }

  /** A number that must be there. */
  int requiredNumber(String name) {
    need(name);
    return number(name).orElseGet(findings::substituteNumber);
  }

  boolean flag(String name, boolean usual) {
    return value(name).flatMap(SpecValue::flag).orElse(usual);
  }

  /** One of several words, in any case. */
  <T> Optional<T> choice(String name, SequencedMap<String, T> allowed) {
    return value(name).flatMap(value -> value.choice(allowed));
  }

  Optional<SpecSection> section(String name, SpecPart part) {
    return value(name).map(value -> value.section(part));
  }

  /** A list of mappings. */
  Optional<List<SpecSection>> sections(String name, SpecPart part) {
    return value(name)
        .map(value -> value.items().stream().map(item -> item.section(part)).toList());
  }

  /** A list of texts; one text alone counts as a list of one. */
  Optional<List<String>> texts(String name) {
    return value(name).map(SpecValue::texts);
  }

  /** Texts by names that the user chooses. */
  SequencedMap<String, String> map(String name) {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    value(name)
        .ifPresent(
            value ->
                value
                    .entries()
                    .forEach(
                        (key, text) -> {
                          findings.shortForm(value.field() + "[" + key + "]", text.field());
                          map.put(key, text.text());
                        }));
    return map;
  }

  /** Notes it when a field is not there. */
  void need(String name) {
    if (!has(name) && readable) {
      findings.missing(field(name));
    }
  }

  /** Notes it when two fields that exclude each other are both there. */
  void exclusive(String name, String other) {
    Node node = values.get(other);
    if (has(name) && node != null) {
      findings.wrong(node, field(other), new SpecFault.Conflict(name, other));
    }
  }

  /** The only one of several fields that is there; further ones are noted. */
  Optional<String> only(List<String> names) {
    List<String> there = names.stream().filter(this::has).toList();
    there.stream().skip(1).forEach(other -> exclusive(there.getFirst(), other));
    return there.stream().findFirst();
  }
}
