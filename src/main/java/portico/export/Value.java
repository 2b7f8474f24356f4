package portico.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** An input of a resource. */
sealed interface Value {
  /** What every language writes in one line. */
  sealed interface Scalar extends Value {}

  record Text(String text) implements Scalar {}

  record Count(int number) implements Scalar {}

  record Flag(boolean on) implements Scalar {}

  /** An attribute of another resource: arn, id or dns_name. */
  record Reference(String resource, String attribute) implements Scalar {}

  /** A secret that the user of the exported code sets, with what stands before it. */
  record Secret(String prefix, String variable) implements Scalar {}

  /** Texts, references and secrets one behind the other. */
  record Join(List<Value> parts) implements Scalar {
    public Join {
      parts = List.copyOf(parts);
    }
  }

  /** A list of simple values. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }

    static Items ofTexts(List<String> texts) {
      return new Items(texts.stream().<Value>map(Text::new).toList());
    }
  }

  /** Names and texts that the user chose: tags. */
  record Entries(Map<String, String> entries) implements Value {}

  /** A part with fields of its own; there is at most one. */
  record Part(Fields fields) implements Value {}

  /** Parts of one kind; there may be several. */
  record Parts(List<Fields> parts) implements Value {
    public Parts {
      parts = List.copyOf(parts);
    }
  }

  /** Fields by their names in Terraform, in the order in which they are written. */
  record Fields(SequencedMap<String, Value> values) {
    static Fields empty() {
      return new Fields(new LinkedHashMap<>());
    }

    Fields put(String name, Value value) {
      values.put(name, value);
      return this;
    }

    Fields put(String name, String text) {
      return put(name, new Text(text));
    }

    Fields put(String name, int number) {
      return put(name, new Count(number));
    }

    Fields put(String name, boolean on) {
      return put(name, new Flag(on));
    }

    Fields part(String name, Fields fields) {
      return put(name, new Part(fields));
    }
  }
}
