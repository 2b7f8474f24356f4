package portico.practice.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Properties by name: the inputs or the state of a resource, or an object inside them. A property
 * that is absent is not in the map. The reading methods answer empty for absent and for unknown
 * properties; values have the right kind once {@link Schema} has checked them, and anything else
 * reads as absent.
 */
record PropertyMap(Map<String, PropertyValue> fields) implements PropertyValue {
  static final PropertyMap EMPTY = new PropertyMap(Map.of());

  PropertyMap {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** A map of texts, sorted by name. */
  static PropertyMap ofTexts(Map<String, String> texts) {
    Map<String, PropertyValue> fields = new LinkedHashMap<>();
    new TreeMap<>(texts).forEach((name, value) -> fields.put(name, PropertyValue.of(value)));
    return new PropertyMap(fields);
  }

  Optional<PropertyValue> get(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  boolean unknown(String name) {
    return get(name).map(PropertyValue::hasUnknown).orElse(false);
  }

  Optional<String> text(String name) {
    return get(name)
        .flatMap(value -> value instanceof Text(var text) ? Optional.of(text) : Optional.empty());
  }

  Optional<Integer> integer(String name) {
    return get(name)
        .flatMap(
            value ->
                value instanceof Numeric(var number)
                    ? Optional.of((int) number)
                    : Optional.empty());
  }

  Optional<Boolean> flag(String name) {
    return get(name)
        .flatMap(value -> value instanceof Flag(var flag) ? Optional.of(flag) : Optional.empty());
  }

  Optional<PropertyMap> map(String name) {
    return get(name)
        .flatMap(value -> value instanceof PropertyMap map ? Optional.of(map) : Optional.empty());
  }

  /** The known texts of a list; empty for an absent one. */
  List<String> texts(String name) {
    return items(name).stream()
        .flatMap(
            item ->
                item instanceof Text(var text)
                    ? java.util.stream.Stream.of(text)
                    : java.util.stream.Stream.empty())
        .toList();
  }

  /** The objects of a list; empty for an absent one. */
  List<PropertyMap> maps(String name) {
    return items(name).stream()
        .flatMap(
            item ->
                item instanceof PropertyMap map
                    ? java.util.stream.Stream.of(map)
                    : java.util.stream.Stream.empty())
        .toList();
  }

  /** The texts of an object used as a dictionary, such as tags; empty for an absent one. */
  Map<String, String> dictionary(String name) {
    Map<String, String> texts = new TreeMap<>();
    map(name)
        .orElse(EMPTY)
        .fields()
        .forEach(
            (key, value) -> {
              if (value instanceof Text(var text)) {
                texts.put(key, text);
              }
            });
    return texts;
  }

  PropertyMap with(String name, PropertyValue value) {
    Map<String, PropertyValue> changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return new PropertyMap(changed);
  }

  /** What AWS leaves out or leaves empty is not there. */
  PropertyMap withText(String name, @Nullable String text) {
    return text == null || text.isEmpty() ? this : with(name, PropertyValue.of(text));
  }

  PropertyMap without(String name) {
    Map<String, PropertyValue> changed = new LinkedHashMap<>(fields);
    changed.remove(name);
    return new PropertyMap(changed);
  }

  private List<PropertyValue> items(String name) {
    return get(name)
        .flatMap(
            value -> value instanceof Items(var values) ? Optional.of(values) : Optional.empty())
        .orElse(List.of());
  }
}
