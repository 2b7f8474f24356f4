package portico.practice.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.provider.Property.Trait;

/**
 * Checks a program's inputs against a schema: nothing unknown is dropped, defaults are filled in.
 */
final class Checker {
  /**
   * Names of the top-level properties that the provider filled in: as the official provider keeps
   * them.
   */
  static final String DEFAULTS = "__defaults";

  /**
   * @param property path of the input, such as {@code healthCheck.interval}
   */
  record Failure(String property, String reason) {}

  private final String token;
  private final List<Failure> failures = new ArrayList<>();

  Checker(String token) {
    this.token = token;
  }

  List<Failure> failures() {
    return List.copyOf(failures);
  }

  void fail(String property, String reason) {
    failures.add(new Failure(property, reason));
  }

  /** The inputs in their types' own form with defaults; what failed is left as it was. */
  PropertyMap checked(Schema schema, PropertyMap inputs) {
    PropertyMap filled = checked(schema, inputs.without(DEFAULTS), "");
    List<String> defaulted =
        filled.fields().keySet().stream()
            .filter(name -> !inputs.fields().containsKey(name))
            .sorted()
            .toList();
    return filled.with(DEFAULTS, PropertyValue.of(defaulted));
  }

  private PropertyMap checked(Schema schema, PropertyMap inputs, String prefix) {
    Map<String, PropertyValue> checked = new LinkedHashMap<>();
    inputs
        .fields()
        .forEach(
            (name, value) -> {
              Optional<Property> property = schema.input(name);
              if (property.isPresent()) {
                checked.put(name, checked(property.get(), value, prefix + name));
              } else if (name.startsWith("__")) {
                checked.put(name, value);
              } else {
                fail(prefix + name, "is not supported for " + token + " by Portico's own provider");
              }
            });
    for (Property property : schema.properties()) {
      if (!checked.containsKey(property.name()) && !property.has(Trait.OUTPUT)) {
        property.fallback().ifPresent(value -> checked.put(property.name(), value));
        if (property.has(Trait.REQUIRED)) {
          fail(prefix + property.name(), "is required");
        }
      }
    }
    return new PropertyMap(checked);
  }

  private PropertyValue checked(Property property, PropertyValue value, String path) {
    Optional<PropertyValue> coerced = property.type().coerced(value);
    if (coerced.isEmpty()) {
      fail(path, "must be " + property.type().described() + ", not " + value.shown());
      return value;
    }
    property
        .rules()
        .forEach(rule -> rule.problem(coerced.get()).ifPresent(reason -> fail(path, reason)));
    if (property.type() instanceof PropertyType.Block(var schema)
        && coerced.get() instanceof PropertyMap map) {
      return checked(schema, map, path + ".");
    }
    if (property.type() instanceof PropertyType.Blocks(var schema)
        && coerced.get() instanceof PropertyValue.Items(var items)) {
      return checkedItems(schema, items, path);
    }
    return coerced.get();
  }

  private PropertyValue checkedItems(Schema schema, List<PropertyValue> items, String path) {
    List<PropertyValue> checked = new ArrayList<>();
    for (int index = 0; index < items.size(); index++) {
      PropertyValue item = items.get(index);
      checked.add(
          item instanceof PropertyMap map ? checked(schema, map, path + "[" + index + "].") : item);
    }
    return new PropertyValue.Items(checked);
  }
}
