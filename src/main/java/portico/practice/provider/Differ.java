package portico.practice.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import portico.practice.provider.Property.Trait;

/** Compares the state with a program's checked inputs: what an update would change. */
final class Differ {
  enum Kind {
    ADD,
    DELETE,
    UPDATE
  }

  /**
   * @param property the top-level property
   */
  record Change(String property, Kind kind, boolean replaces) {}

  private final Map<String, Change> changes = new LinkedHashMap<>();

  private Differ() {}

  /**
   * Changes by property path, in Pulumi's notation: {@code healthCheck.interval}, {@code
   * tags["a:b"]}.
   */
  static Map<String, Change> changes(Schema schema, PropertyMap state, PropertyMap inputs) {
    Differ differ = new Differ();
    for (Property property : schema.properties()) {
      if (!property.has(Trait.OUTPUT)) {
        differ.compare(property, state.get(property.name()), inputs.get(property.name()));
      }
    }
    return differ.changes;
  }

  private void compare(
      Property property, Optional<PropertyValue> state, Optional<PropertyValue> wanted) {
    if (wanted.isEmpty()) {
      boolean nothing = state.map(property.normal()).map(PropertyValue::isEmpty).orElse(true);
      if (!nothing && !property.has(Trait.COMPUTED) && !state.equals(property.fallback())) {
        add(property, property.name(), Kind.DELETE);
      }
      return;
    }
    if (Schema.same(property, state, wanted.get())) {
      return;
    }
    Kind kind = state.isEmpty() ? Kind.ADD : Kind.UPDATE;
    if (state.isPresent()
        && state.get() instanceof PropertyMap before
        && wanted.get() instanceof PropertyMap after) {
      switch (property.type()) {
        case PropertyType.Block(var schema) -> compareFields(property, schema, before, after);
        case PropertyType.Dictionary() -> compareEntries(property, before, after);
        case PropertyType.Text _,
            PropertyType.Whole _,
            PropertyType.YesNo _,
            PropertyType.TextSet _,
            PropertyType.Blocks _ ->
            add(property, property.name(), kind);
      }
    } else {
      add(property, property.name(), kind);
    }
  }

  private void compareFields(
      Property property, Schema schema, PropertyMap before, PropertyMap after) {
    Map<String, Change> inside = changes(schema, before, after);
    inside.forEach((path, change) -> add(property, property.name() + "." + path, change.kind()));
    if (inside.isEmpty()) {
      add(property, property.name(), Kind.UPDATE);
    }
  }

  private void compareEntries(Property property, PropertyMap before, PropertyMap after) {
    TreeSet<String> keys = new TreeSet<>(before.fields().keySet());
    keys.addAll(after.fields().keySet());
    for (String key : keys) {
      Optional<PropertyValue> was = before.get(key);
      Optional<PropertyValue> is = after.get(key);
      if (!was.equals(is)) {
        Kind kind = was.isEmpty() ? Kind.ADD : is.isEmpty() ? Kind.DELETE : Kind.UPDATE;
        add(
            property,
            property.name() + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]",
            kind);
      }
    }
  }

  private void add(Property property, String path, Kind kind) {
    changes.put(path, new Change(property.name(), kind, property.has(Trait.REPLACES)));
  }
}
