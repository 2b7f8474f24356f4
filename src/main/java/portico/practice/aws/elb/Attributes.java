package portico.practice.aws.elb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;

/** The attributes a kind of resource has: their defaults and which values they take. */
final class Attributes {
  private final String kind;
  private final Map<String, Attribute> known = new LinkedHashMap<>();

  /**
   * Attributes of a kind of resource.
   *
   * @param kind what messages call it, such as {@code Load balancer}
   */
  Attributes(String kind) {
    this.kind = kind;
  }

  private record Attribute(String initial, Predicate<String> accepts, UnaryOperator<String> why) {}

  /** An attribute that is a whole number in a range. */
  Attributes number(String key, String initial, int least, int most) {
    return add(
        key,
        initial,
        value -> value.matches("\\d{1,9}") && inRange(value, least, most),
        value ->
            "'%s' value '%s' must be between '%d-%d' inclusive".formatted(key, value, least, most));
  }

  private static boolean inRange(String value, int least, int most) {
    int number = Integer.parseInt(value);
    return least <= number && number <= most;
  }

  /** An attribute that takes a few words; the first is the default. */
  Attributes words(String key, String... allowed) {
    List<String> all = List.of(allowed);
    return add(
        key,
        all.getFirst(),
        all::contains,
        value -> "'%s' value '%s' must be one of %s".formatted(key, value, all));
  }

  /** An attribute that takes texts of a form. */
  Attributes text(String key, String initial, String form) {
    return add(
        key,
        initial,
        value -> value.matches(form),
        value -> "'%s' value '%s' is not valid".formatted(key, value));
  }

  private Attributes add(
      String key, String initial, Predicate<String> accepts, UnaryOperator<String> why) {
    known.put(key, new Attribute(initial, accepts, why));
    return this;
  }

  /** All attributes with what has been changed. */
  Map<String, String> over(Map<String, String> changed) {
    Map<String, String> all = new LinkedHashMap<>();
    known.forEach((key, attribute) -> all.put(key, attribute.initial()));
    all.putAll(changed);
    return all;
  }

  /** What a request changes, each value checked by itself. */
  Map<String, String> changes(Parameters parameters) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (Parameters each : parameters.structures("Attributes.member")) {
      String key = Check.required(each, "Key");
      String value = each.given("Value").orElse("");
      Attribute attribute =
          Optional.ofNullable(known.get(key))
              .orElseThrow(
                  () -> Check.invalid(kind + " attribute key '" + key + "' is not recognized"));
      if (changes.put(key, value) != null) {
        throw Check.invalid(kind + " attribute key '" + key + "' is specified more than once");
      }
      if (!attribute.accepts().test(value)) {
        throw Check.invalid(attribute.why().apply(value));
      }
    }
    if (changes.isEmpty()) {
      throw Check.invalid(kind + " attributes must be specified");
    }
    return changes;
  }

  static void write(Map<String, String> attributes, Xml xml) {
    xml.list(
        "Attributes",
        "member",
        attributes.entrySet(),
        each -> xml.text("Key", each.getKey()).text("Value", each.getValue()));
  }
}
