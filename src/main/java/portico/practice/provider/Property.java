package portico.practice.provider;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One property of a resource type. Built like a sentence: {@code
 * Property.whole("port").replaces()}.
 *
 * @param normal brings values to a form in which equal meanings are equal; AWS returns some in
 *     other forms than they were given
 */
record Property(
    String name,
    PropertyType type,
    Set<Trait> traits,
    Optional<PropertyValue> fallback,
    List<ValueRule> rules,
    UnaryOperator<PropertyValue> normal) {

  enum Trait {
    REQUIRED,
    /** AWS chooses a value when the program gives none. */
    COMPUTED,
    /** A change needs a new resource. */
    REPLACES,
    /** Not an input. */
    OUTPUT,
    /** Known to the program and the state only, not to AWS. */
    LOCAL
  }

  static Property text(String name) {
    return of(name, new PropertyType.Text());
  }

  static Property whole(String name) {
    return of(name, new PropertyType.Whole());
  }

  static Property yesNo(String name) {
    return of(name, new PropertyType.YesNo());
  }

  static Property textSet(String name) {
    return of(name, new PropertyType.TextSet()).normal(Property::sorted);
  }

  static Property dictionary(String name) {
    return of(name, new PropertyType.Dictionary());
  }

  static Property block(String name, Schema schema) {
    return of(name, new PropertyType.Block(schema));
  }

  static Property blocks(String name, Schema schema) {
    return of(name, new PropertyType.Blocks(schema));
  }

  static Property output(String name) {
    return text(name).trait(Trait.OUTPUT);
  }

  Property output() {
    return trait(Trait.OUTPUT);
  }

  Property required() {
    return trait(Trait.REQUIRED);
  }

  Property computed() {
    return trait(Trait.COMPUTED);
  }

  Property replaces() {
    return trait(Trait.REPLACES);
  }

  Property local() {
    return trait(Trait.LOCAL);
  }

  Property orElse(String value) {
    return orElse(PropertyValue.of(value));
  }

  Property orElse(int value) {
    return orElse(PropertyValue.of(value));
  }

  Property orElse(boolean value) {
    return orElse(PropertyValue.of(value));
  }

  Property rule(ValueRule rule) {
    List<ValueRule> more = new ArrayList<>(rules);
    more.add(rule);
    return new Property(name, type, traits, fallback, List.copyOf(more), normal);
  }

  Property normal(UnaryOperator<PropertyValue> form) {
    return new Property(name, type, traits, fallback, rules, form);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  private static Property of(String name, PropertyType type) {
    return new Property(
        name, type, EnumSet.noneOf(Trait.class), Optional.empty(), List.of(), value -> value);
  }

  private Property orElse(PropertyValue value) {
    return new Property(name, type, traits, Optional.of(value), rules, normal);
  }

  private Property trait(Trait trait) {
    Set<Trait> more = EnumSet.of(trait);
    more.addAll(traits);
    return new Property(name, type, more, fallback, rules, normal);
  }

  private static PropertyValue sorted(PropertyValue value) {
    return value instanceof PropertyValue.Items(var items) && !value.hasUnknown()
        ? new PropertyValue.Items(
            items.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(PropertyValue::shown))
                .toList())
        : value;
  }
}
