package portico.practice.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Properties that are attributes of a load balancer, target group or listener: AWS keeps those as
 * texts by key. Only attributes that differ are sent, so an endpoint need not know those nobody
 * changes.
 */
record Attributes(List<Attribute> table) {
  /**
   * @param path property, or {@code block.property}
   */
  record Attribute(String path, String key, Kind kind) {}

  enum Kind {
    TEXT,
    WHOLE,
    YES_NO
  }

  static Attribute text(String path, String key) {
    return new Attribute(path, key, Kind.TEXT);
  }

  static Attribute whole(String path, String key) {
    return new Attribute(path, key, Kind.WHOLE);
  }

  static Attribute yesNo(String path, String key) {
    return new Attribute(path, key, Kind.YES_NO);
  }

  static Attributes of(Attribute... table) {
    return new Attributes(List.of(table));
  }

  Attributes and(Attributes others) {
    return new Attributes(Stream.concat(table.stream(), others.table.stream()).toList());
  }

  /** The attributes to send so that what AWS has becomes what the inputs say. */
  Map<String, String> changes(Schema schema, PropertyMap inputs, Map<String, String> actual) {
    Map<String, String> changes = new TreeMap<>();
    for (Attribute attribute : table) {
      value(inputs, attribute.path())
          .map(Attributes::asText)
          .filter(
              wanted ->
                  !wanted.equals(
                      actual.getOrDefault(attribute.key(), usual(schema, attribute.path()))))
          .ifPresent(wanted -> changes.put(attribute.key(), wanted));
    }
    return changes;
  }

  /** The state's properties; an attribute that AWS does not list has its usual value. */
  PropertyMap state(PropertyMap state, Schema schema, Map<String, String> actual) {
    PropertyMap filled = state;
    for (Attribute attribute : table) {
      Optional<PropertyValue> value =
          Optional.ofNullable(actual.get(attribute.key()))
              .or(
                  () ->
                      Optional.of(usual(schema, attribute.path())).filter(text -> !text.isEmpty()))
              .flatMap(text -> typed(attribute, text));
      if (value.isPresent()) {
        filled = with(filled, attribute.path(), value.get());
      }
    }
    return filled;
  }

  private static Optional<PropertyValue> value(PropertyMap inputs, String path) {
    int dot = path.indexOf('.');
    return dot < 0
        ? inputs.get(path)
        : inputs
            .map(path.substring(0, dot))
            .flatMap(inside -> value(inside, path.substring(dot + 1)));
  }

  private static PropertyMap with(PropertyMap map, String path, PropertyValue value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return map.with(path, value);
    }
    String block = path.substring(0, dot);
    return map.with(
        block, with(map.map(block).orElse(PropertyMap.EMPTY), path.substring(dot + 1), value));
  }

  private static String usual(Schema schema, String path) {
    int dot = path.indexOf('.');
    Optional<Property> property = schema.input(dot < 0 ? path : path.substring(0, dot));
    if (dot < 0) {
      return property.flatMap(Property::fallback).map(Attributes::asText).orElse("");
    }
    return property
        .filter(block -> block.type() instanceof PropertyType.Block)
        .map(block -> usual(((PropertyType.Block) block.type()).schema(), path.substring(dot + 1)))
        .orElse("");
  }

  private static String asText(PropertyValue value) {
    return value instanceof PropertyValue.Text(var text) ? text : value.shown();
  }

  private static Optional<PropertyValue> typed(Attribute attribute, String text) {
    return switch (attribute.kind()) {
      case TEXT -> Optional.of(PropertyValue.of(text));
      case WHOLE -> new PropertyType.Whole().coerced(PropertyValue.of(text));
      case YES_NO -> new PropertyType.YesNo().coerced(PropertyValue.of(text));
    };
  }
}
