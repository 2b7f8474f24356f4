package portico.practice.aws.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The parameters of a query-protocol request. Lists and structures are flattened into names, as in
 * {@code Filter.1.Value.2} or {@code Tags.member.1.Key}.
 */
public final class Parameters {
  private final SortedMap<String, String> values;

  private Parameters(SortedMap<String, String> values) {
    this.values = values;
  }

  /** Reads an {@code application/x-www-form-urlencoded} text. */
  public static Parameters parse(String form) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String pair : form.split("&")) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty()) {
        String name = equals < 0 ? pair : pair.substring(0, equals);
        values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return new Parameters(values);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new AwsException("MalformedQueryString", "The query string is malformed");
    }
  }

  /** The value of a parameter, if it was given and is not empty. */
  public Optional<String> text(String name) {
    return given(name).filter(value -> !value.isEmpty());
  }

  /** The value of a parameter, if it was given, even an empty one. */
  public Optional<String> given(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A whole number. */
  public Optional<Integer> number(String name) {
    return text(name).map(value -> parseNumber(name, value));
  }

  private static int parseNumber(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException notANumber) {
      throw new AwsException(
          "MalformedInput", "Value '" + value + "' at '" + name + "' is not a whole number");
    }
  }

  /** A truth value. */
  public Optional<Boolean> flag(String name) {
    return text(name).map(value -> value.equalsIgnoreCase("true"));
  }

  /** The texts {@code prefix.1}, {@code prefix.2} and so on, in the order of their numbers. */
  public List<String> list(String prefix) {
    SortedMap<Integer, String> numbered = new TreeMap<>();
    String start = prefix + ".";
    for (Map.Entry<String, String> entry : values.tailMap(start).entrySet()) {
      if (!entry.getKey().startsWith(start)) {
        break;
      }
      index(entry.getKey().substring(start.length()))
          .ifPresent(index -> numbered.put(index, entry.getValue()));
    }
    return List.copyOf(numbered.values());
  }

  /** The structures {@code prefix.1}, {@code prefix.2} and so on, in the order of their numbers. */
  public List<Parameters> structures(String prefix) {
    SortedMap<Integer, SortedMap<String, String>> numbered = new TreeMap<>();
    within(prefix)
        .values
        .forEach(
            (name, value) -> {
              int dot = name.indexOf('.');
              Optional<Integer> index = dot < 0 ? Optional.empty() : index(name.substring(0, dot));
              index.ifPresent(
                  number ->
                      numbered
                          .computeIfAbsent(number, _ -> new TreeMap<>())
                          .put(name.substring(dot + 1), value));
            });
    List<Parameters> structures = new ArrayList<>();
    numbered.values().forEach(each -> structures.add(new Parameters(each)));
    return structures;
  }

  /** The parameters whose names start with a prefix and a dot, without these. */
  public Parameters within(String prefix) {
    SortedMap<String, String> inner = new TreeMap<>();
    String start = prefix + ".";
    for (Map.Entry<String, String> entry : values.tailMap(start).entrySet()) {
      if (!entry.getKey().startsWith(start)) {
        break;
      }
      inner.put(entry.getKey().substring(start.length()), entry.getValue());
    }
    return new Parameters(inner);
  }

  /** Whether a parameter of this name, or any part of one, was given. */
  public boolean has(String name) {
    return values.containsKey(name) || !within(name).values.isEmpty();
  }

  /** Every parameter by its full name. */
  public SortedMap<String, String> all() {
    return Collections.unmodifiableSortedMap(values);
  }

  private static Optional<Integer> index(String text) {
    if (text.isEmpty() || text.length() > 6 || !text.chars().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(text));
  }
}
