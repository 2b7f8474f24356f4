package portico.practice.aws.ec2;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Wildcards;

/**
 * The filters one describe operation knows. A resource passes if for every filter one of its values
 * matches one of the filter's, in which {@code *} and {@code ?} are wildcards.
 */
final class Filters<T> {
  private final Map<String, Function<T, List<String>>> known = new HashMap<>();
  private Function<T, Map<String, String>> tags = _ -> Map.of();

  /** A filter on one value. */
  Filters<T> by(String name, Function<T, Object> value) {
    return byAll(name, each -> List.of(value.apply(each).toString()));
  }

  /** A filter on several values. */
  Filters<T> byAll(String name, Function<T, List<String>> values) {
    known.put(name, values);
    return this;
  }

  /** The filters {@code tag:KEY} and {@code tag-key}. */
  Filters<T> tagged(Function<T, Map<String, String>> of) {
    tags = of;
    return byAll("tag-key", each -> List.copyOf(of.apply(each).keySet()));
  }

  /**
   * Those that pass the request's filters.
   *
   * @throws AwsException when a filter is not known
   */
  List<T> select(Parameters parameters, List<T> candidates) {
    Predicate<T> all = _ -> true;
    for (Parameters filter : parameters.structures("Filter")) {
      String name = filter.text("Name").orElse("");
      List<Pattern> patterns =
          filter.list("Value").stream().map(Wildcards::pattern).collect(Collectors.toList());
      Function<T, List<String>> values = values(name);
      all =
          all.and(
              each ->
                  values.apply(each).stream()
                      .anyMatch(
                          value ->
                              patterns.stream()
                                  .anyMatch(pattern -> pattern.matcher(value).matches())));
    }
    return candidates.stream().filter(all).toList();
  }

  private Function<T, List<String>> values(String name) {
    if (name.startsWith("tag:")) {
      String key = name.substring("tag:".length());
      return each -> Stream.ofNullable(tags.apply(each).get(key)).toList();
    }
    return Optional.ofNullable(known.get(name))
        .orElseThrow(
            () ->
                new AwsException("InvalidParameterValue", "The filter '" + name + "' is invalid"));
  }
}
