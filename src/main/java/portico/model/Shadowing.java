package portico.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import portico.model.ConditionSpec.ApiKey;
import portico.model.ConditionSpec.HostHeader;
import portico.model.ConditionSpec.HttpHeader;
import portico.model.ConditionSpec.PathPattern;
import portico.model.ConditionSpec.QueryString;
import portico.model.ConditionSpec.QueryValue;
import portico.model.ConditionSpec.RequestMethod;
import portico.model.ConditionSpec.SourceIp;

/**
 * Rules of a listener that can never apply, because an earlier one takes every request that they
 * would take. Only what is certain is told: of two values that cover a third one only together
 * nothing is said.
 */
public final class Shadowing {
  private Shadowing() {}

  /**
   * A rule that never applies.
   *
   * @param priority its own
   * @param hiddenBy the priority of the first rule that takes all its requests
   */
  public record Hidden(int priority, int hiddenBy) {}

  /** The hidden rules by priority. Rules of equal priority, which AWS refuses, hide no other. */
  public static List<Hidden> of(ListenerSpec listener) {
    List<ListenerRuleSpec> rules =
        listener.rules().stream()
            .sorted(Comparator.comparingInt(ListenerRuleSpec::priority))
            .toList();
    List<Hidden> found = new ArrayList<>();
    for (ListenerRuleSpec later : rules) {
      rules.stream()
          .takeWhile(earlier -> earlier.priority() < later.priority())
          .filter(earlier -> takesAllOf(earlier, later))
          .findFirst()
          .ifPresent(earlier -> found.add(new Hidden(later.priority(), earlier.priority())));
    }
    return List.copyOf(found);
  }

  /** Whether every request that fits {@code later} fits {@code earlier}. */
  private static boolean takesAllOf(ListenerRuleSpec earlier, ListenerRuleSpec later) {
    return !earlier.conditions().isEmpty()
        && earlier.conditions().stream()
            .allMatch(
                wanted ->
                    holdsAlways(wanted)
                        || later.conditions().stream().anyMatch(given -> implies(given, wanted)));
  }

  /** Whether no request fails the condition. A header or a parameter may be missing. */
  private static boolean holdsAlways(ConditionSpec condition) {
    return switch (condition) {
      case PathPattern path ->
          path.values().stream().anyMatch(value -> Glob.exact(value).matchesAll());
      case SourceIp source ->
          source.values().contains("0.0.0.0/0") && source.values().contains("::/0");
      case HostHeader host -> false;
      case HttpHeader header -> false;
      case ApiKey key -> false;
      case RequestMethod method -> false;
      case QueryString query -> false;
    };
  }

  /** Whether a request for which {@code given} holds is one for which {@code wanted} holds. */
  private static boolean implies(ConditionSpec given, ConditionSpec wanted) {
    return switch (wanted) {
      case HostHeader host ->
          given instanceof HostHeader(List<String> values)
              && eachCovered(values, host.values(), Shadowing::coversAnyCase);
      case PathPattern path ->
          given instanceof PathPattern(List<String> values)
              && eachCovered(
                  values, path.values(), (wide, narrow) -> exact(wide).covers(exact(narrow)));
      case HttpHeader header -> impliesHeader(given, header);
      case ApiKey key ->
          given instanceof ApiKey other
              && other.header().equalsIgnoreCase(key.header())
              && other.prefix().equals(key.prefix())
              && other.keyName().equals(key.keyName());
      case RequestMethod method ->
          given instanceof RequestMethod(List<String> values)
              && !values.isEmpty()
              && new HashSet<>(method.values()).containsAll(values);
      case QueryString query ->
          given instanceof QueryString(List<QueryValue> values)
              && eachCovered(values, query.values(), Shadowing::coversParameter);
      case SourceIp source ->
          given instanceof SourceIp(List<String> values)
              && eachCovered(values, source.values(), Shadowing::contains);
    };
  }

  private static boolean impliesHeader(ConditionSpec given, HttpHeader wanted) {
    return switch (given) {
      case HttpHeader(String name, List<String> values) ->
          name.equalsIgnoreCase(wanted.name())
              && eachCovered(values, wanted.values(), Shadowing::coversHeader);
      case ApiKey(String header, String prefix, String keyName) ->
          header.equalsIgnoreCase(wanted.name())
              && isPlain(prefix)
              && eachCovered(List.of(prefix + "*"), wanted.values(), Shadowing::coversHeader);
      case HostHeader host -> false;
      case PathPattern path -> false;
      case RequestMethod method -> false;
      case QueryString query -> false;
      case SourceIp source -> false;
    };
  }

  /** A condition without values never holds, and AWS refuses it; nothing is said of it. */
  private static <T> boolean eachCovered(List<T> narrow, List<T> wide, BiPredicate<T, T> covers) {
    return !narrow.isEmpty()
        && narrow.stream().allMatch(one -> wide.stream().anyMatch(all -> covers.test(all, one)));
  }

  private static Glob exact(String pattern) {
    return Glob.exact(pattern);
  }

  private static boolean coversAnyCase(String wide, String narrow) {
    return Glob.anyCase(wide).covers(Glob.anyCase(narrow));
  }

  /** AWS does not say what a backslash does here. */
  private static boolean coversHeader(String wide, String narrow) {
    return wide.equalsIgnoreCase(narrow)
        || (wide.indexOf('\\') < 0 && narrow.indexOf('\\') < 0 && coversAnyCase(wide, narrow));
  }

  private static boolean isPlain(String prefix) {
    return prefix.chars().noneMatch(each -> each == '*' || each == '?' || each == '\\');
  }

  private static boolean coversParameter(QueryValue wide, QueryValue narrow) {
    boolean keyFits =
        wide.key().isEmpty() || narrow.key().filter(wide.key().get()::equalsIgnoreCase).isPresent();
    return keyFits && coversQuery(wide.value(), narrow.value());
  }

  private static boolean coversQuery(String wide, String narrow) {
    Optional<Glob> all = Glob.escaped(wide);
    Optional<Glob> one = Glob.escaped(narrow);
    return wide.equalsIgnoreCase(narrow)
        || (all.isPresent() && one.isPresent() && all.get().covers(one.get()));
  }

  private static boolean contains(String wide, String narrow) {
    Optional<Ipv4Network> ipv4 = Ipv4Network.parse(narrow);
    Optional<Ipv6Network> ipv6 = Ipv6Network.parse(narrow);
    return Ipv4Network.parse(wide).filter(all -> ipv4.filter(all::contains).isPresent()).isPresent()
        || Ipv6Network.parse(wide)
            .filter(all -> ipv6.filter(all::contains).isPresent())
            .isPresent();
  }
}
