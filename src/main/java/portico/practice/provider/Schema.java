package portico.practice.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.provider.Property.Trait;

/** The properties of a resource type or of an object inside one, by name. */
record Schema(Map<String, Property> byName) {
  Schema {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  static Schema of(Property... properties) {
    return of(List.of(properties));
  }

  static Schema of(List<Property> properties) {
    Map<String, Property> byName = new LinkedHashMap<>();
    properties.forEach(property -> byName.put(property.name(), property));
    return new Schema(byName);
  }

  Schema and(Property... more) {
    List<Property> all = new ArrayList<>(byName.values());
    all.addAll(List.of(more));
    return of(all);
  }

  Collection<Property> properties() {
    return byName.values();
  }

  Optional<Property> input(String name) {
    return Optional.ofNullable(byName.get(name)).filter(property -> !property.has(Trait.OUTPUT));
  }

  /**
   * Whether two values of a property mean the same; in an object, what {@code wanted} leaves to AWS
   * does not count.
   */
  static boolean same(Property property, Optional<PropertyValue> actual, PropertyValue wanted) {
    if (wanted.hasUnknown()) {
      return false;
    }
    PropertyValue normal = property.normal().apply(wanted);
    if (actual.isEmpty()) {
      return normal.isEmpty();
    }
    PropertyValue other = property.normal().apply(actual.get());
    if (property.type() instanceof PropertyType.Block(var schema)
        && normal instanceof PropertyMap wantedMap
        && other instanceof PropertyMap actualMap) {
      return schema.properties().stream().allMatch(each -> sameInside(each, actualMap, wantedMap));
    }
    return normal.equals(other);
  }

  /**
   * What AWS reports, in the form the program or the earlier state used wherever both mean the
   * same, so that states compare equal when nothing has changed.
   */
  PropertyMap settled(PropertyMap earlier, PropertyMap actual) {
    Map<String, PropertyValue> settled = new LinkedHashMap<>();
    for (Property property : properties()) {
      Optional<PropertyValue> before =
          earlier.get(property.name()).filter(value -> !value.hasUnknown());
      Optional<PropertyValue> now =
          property.has(Trait.LOCAL) ? before.or(property::fallback) : actual.get(property.name());
      now.map(value -> before.filter(was -> equal(property, was, value)).orElse(value))
          .ifPresent(value -> settled.put(property.name(), value));
    }
    return new PropertyMap(settled);
  }

  /**
   * Inputs that describe {@code state}: those of {@code earlier} brought up to date, or for an
   * import all that say something.
   */
  PropertyMap inputs(PropertyMap earlier, PropertyMap state) {
    Map<String, PropertyValue> inputs = new LinkedHashMap<>();
    earlier
        .fields()
        .forEach(
            (name, value) -> {
              if (name.startsWith("__")) {
                inputs.put(name, value);
              }
            });
    for (Property property : properties()) {
      if (!property.has(Trait.OUTPUT)) {
        input(property, earlier, state.get(property.name()))
            .ifPresent(value -> inputs.put(property.name(), value));
      }
    }
    return new PropertyMap(inputs);
  }

  /**
   * The state that is to be expected, for a preview: what AWS will choose is unknown unless it was
   * known before.
   */
  PropertyMap planned(PropertyMap earlier, PropertyMap inputs) {
    Map<String, PropertyValue> planned = new LinkedHashMap<>();
    for (Property property : properties()) {
      String name = property.name();
      boolean chosen = property.has(Trait.COMPUTED) || property.has(Trait.OUTPUT);
      Optional<PropertyValue> otherwise =
          chosen
              ? Optional.of(earlier.get(name).orElse(new PropertyValue.Unknown()))
              : Optional.empty();
      inputs
          .get(name)
          .map(value -> planned(property, earlier, value))
          .or(() -> otherwise)
          .ifPresent(value -> planned.put(name, value));
    }
    if (byName.containsKey(Tagging.ALL)) {
      planned.put(Tagging.ALL, inputs.get(Tagging.TAGS).orElse(PropertyMap.EMPTY));
    }
    return new PropertyMap(planned);
  }

  private static PropertyValue planned(
      Property property, PropertyMap earlier, PropertyValue input) {
    return property.type() instanceof PropertyType.Block(var schema)
            && input instanceof PropertyMap map
        ? schema.planned(earlier.map(property.name()).orElse(PropertyMap.EMPTY), map)
        : input;
  }

  private Optional<PropertyValue> input(
      Property property, PropertyMap earlier, Optional<PropertyValue> state) {
    Optional<PropertyValue> before = earlier.get(property.name());
    if (before.isPresent() && (same(property, state, before.get()) || property.has(Trait.LOCAL))) {
      return before;
    }
    boolean wanted =
        before.isPresent() || earlier.fields().isEmpty() || !property.has(Trait.COMPUTED);
    return state
        .filter(
            value -> wanted && !value.isEmpty() && !Optional.of(value).equals(property.fallback()))
        .filter(value -> before.isPresent() || !property.normal().apply(value).isEmpty())
        .or(() -> before.flatMap(_ -> state));
  }

  private static boolean sameInside(Property property, PropertyMap actual, PropertyMap wanted) {
    Optional<PropertyValue> value = wanted.get(property.name());
    if (value.isPresent()) {
      return same(property, actual.get(property.name()), value.get());
    }
    return property.has(Trait.COMPUTED)
        || actual.get(property.name()).map(PropertyValue::isEmpty).orElse(true);
  }

  private static boolean equal(Property property, PropertyValue one, PropertyValue other) {
    return property.normal().apply(one).equals(property.normal().apply(other));
  }
}
