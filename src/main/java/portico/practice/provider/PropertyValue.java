package portico.practice.provider;

import java.util.List;

/** A value of a Pulumi property, without the wrappers it travels in. Compared by content. */
sealed interface PropertyValue
    permits PropertyValue.Text,
        PropertyValue.Numeric,
        PropertyValue.Flag,
        PropertyValue.Items,
        PropertyValue.Unknown,
        PropertyMap {
  record Text(String value) implements PropertyValue {}

  record Numeric(double value) implements PropertyValue {}

  record Flag(boolean value) implements PropertyValue {}

  record Items(List<PropertyValue> values) implements PropertyValue {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** Not known before the deployment runs: an output of something not yet made. */
  record Unknown() implements PropertyValue {}

  static PropertyValue of(String value) {
    return new Text(value);
  }

  static PropertyValue of(int value) {
    return new Numeric(value);
  }

  static PropertyValue of(boolean value) {
    return new Flag(value);
  }

  static PropertyValue of(List<String> values) {
    return new Items(values.stream().map(PropertyValue::of).toList());
  }

  /** Whether this value, or any value inside it, is unknown. */
  default boolean hasUnknown() {
    return switch (this) {
      case Unknown() -> true;
      case Items(var values) -> values.stream().anyMatch(PropertyValue::hasUnknown);
      case PropertyMap(var fields) -> fields.values().stream().anyMatch(PropertyValue::hasUnknown);
      case Text _, Numeric _, Flag _ -> false;
    };
  }

  /** Nothing to speak of: an empty text, list or map. */
  default boolean isEmpty() {
    return switch (this) {
      case Text(var value) -> value.isEmpty();
      case Items(var values) -> values.isEmpty();
      case PropertyMap(var fields) -> fields.isEmpty();
      case Numeric _, Flag _, Unknown _ -> false;
    };
  }

  /** For messages: the value as a program would write it. */
  default String shown() {
    return switch (this) {
      case Text(var value) -> "\"" + value + "\"";
      case Numeric(var value) ->
          value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
      case Flag(var value) -> Boolean.toString(value);
      case Items(var values) -> values.stream().map(PropertyValue::shown).toList().toString();
      case Unknown() -> "(not yet known)";
      case PropertyMap(var fields) -> fields.keySet().toString();
    };
  }
}
