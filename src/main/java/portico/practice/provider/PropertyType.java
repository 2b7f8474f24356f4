package portico.practice.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The kind of value that a property takes. */
sealed interface PropertyType {
  record Text() implements PropertyType {}

  record Whole() implements PropertyType {}

  record YesNo() implements PropertyType {}

  /** A list of texts whose order says nothing, such as subnets. */
  record TextSet() implements PropertyType {}

  /** Texts by key, such as tags. */
  record Dictionary() implements PropertyType {}

  record Block(Schema schema) implements PropertyType {}

  record Blocks(Schema schema) implements PropertyType {}

  default String described() {
    return switch (this) {
      case Text() -> "a text";
      case Whole() -> "a whole number";
      case YesNo() -> "true or false";
      case TextSet() -> "a list of texts";
      case Dictionary() -> "texts by key";
      case Block(_) -> "an object";
      case Blocks(_) -> "a list of objects";
    };
  }

  /**
   * The value in this type's own form: numbers and texts of numbers are taken for one another, as
   * the official provider does. Empty when it does not fit. Blocks keep their content unchecked.
   */
  default Optional<PropertyValue> coerced(PropertyValue value) {
    if (value instanceof PropertyValue.Unknown) {
      return Optional.of(value);
    }
    return switch (this) {
      case Text() -> text(value);
      case Whole() -> whole(value);
      case YesNo() -> yesNo(value);
      case TextSet() ->
          value instanceof PropertyValue.Items(var items) ? texts(items) : Optional.empty();
      case Dictionary() -> value instanceof PropertyMap map ? dictionary(map) : Optional.empty();
      case Block(_) -> value instanceof PropertyMap ? Optional.of(value) : Optional.empty();
      case Blocks(_) ->
          value instanceof PropertyValue.Items(var items)
                  && items.stream()
                      .allMatch(
                          item ->
                              item instanceof PropertyMap || item instanceof PropertyValue.Unknown)
              ? Optional.of(value)
              : Optional.empty();
    };
  }

  private static Optional<PropertyValue> text(PropertyValue value) {
    return switch (value) {
      case PropertyValue.Text _, PropertyValue.Unknown _ -> Optional.of(value);
      case PropertyValue.Numeric _, PropertyValue.Flag _ ->
          Optional.of(PropertyValue.of(value.shown()));
      case PropertyValue.Items _, PropertyMap _ -> Optional.empty();
    };
  }

  private static Optional<PropertyValue> whole(PropertyValue value) {
    return switch (value) {
      case PropertyValue.Numeric(var number) ->
          number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE
              ? Optional.of(value)
              : Optional.empty();
      case PropertyValue.Text(var text) ->
          text.matches("-?\\d{1,9}")
              ? Optional.of(PropertyValue.of(Integer.parseInt(text)))
              : Optional.empty();
      case PropertyValue.Flag _, PropertyValue.Items _, PropertyValue.Unknown _, PropertyMap _ ->
          Optional.empty();
    };
  }

  private static Optional<PropertyValue> yesNo(PropertyValue value) {
    return switch (value) {
      case PropertyValue.Flag _ -> Optional.of(value);
      case PropertyValue.Text(var text) when text.equals("true") || text.equals("false") ->
          Optional.of(PropertyValue.of(Boolean.parseBoolean(text)));
      case PropertyValue.Text _,
          PropertyValue.Numeric _,
          PropertyValue.Items _,
          PropertyValue.Unknown _,
          PropertyMap _ ->
          Optional.empty();
    };
  }

  private static Optional<PropertyValue> texts(List<PropertyValue> items) {
    List<PropertyValue> texts = new ArrayList<>();
    for (PropertyValue item : items) {
      Optional<PropertyValue> text = text(item);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(new PropertyValue.Items(texts));
  }

  private static Optional<PropertyValue> dictionary(PropertyMap map) {
    Map<String, PropertyValue> texts = new TreeMap<>();
    for (var entry : map.fields().entrySet()) {
      Optional<PropertyValue> text = text(entry.getValue());
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.put(entry.getKey(), text.get());
    }
    return Optional.of(new PropertyMap(texts));
  }
}
