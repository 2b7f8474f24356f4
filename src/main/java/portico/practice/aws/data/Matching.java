package portico.practice.aws.data;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import portico.practice.aws.ec2.Cidr;
import portico.practice.aws.state.Action;
import portico.practice.aws.state.Condition;
import portico.practice.aws.state.QueryPair;
import portico.practice.aws.state.Rule;

/**
 * Which rule a request falls under (ALB guide, "Rule condition types"): all conditions of a rule
 * must hold, and one value of each is enough. Paths and methods are compared with their case,
 * hosts, headers and query strings without.
 */
final class Matching {
  private Matching() {}

  /** The action for a request: that of the first rule that holds, or else the default one. */
  static Action action(Front front, Facts facts) {
    List<Action> actions =
        rule(front.rules(), facts).map(Rule::actions).orElseGet(front.listener()::actions);
    return actions.getLast();
  }

  static Optional<Rule> rule(List<Rule> byPriority, Facts facts) {
    return byPriority.stream()
        .filter(rule -> rule.conditions().stream().allMatch(each -> holds(each, facts)))
        .findFirst();
  }

  static boolean holds(Condition condition, Facts facts) {
    return switch (condition.field()) {
      case "path-pattern" ->
          condition.values().stream().anyMatch(each -> Glob.exact(each).matches(facts.path()))
              || found(condition, Stream.of(facts.path()), 0);
      case "host-header" ->
          condition.values().stream()
                  .anyMatch(each -> Glob.ignoringCase(each).matches(facts.host()))
              || found(condition, Stream.of(facts.host()), Pattern.CASE_INSENSITIVE);
      case "http-request-method" -> condition.values().contains(facts.method());
      case "http-header" -> header(condition, facts);
      case "query-string" -> condition.pairs().stream().anyMatch(pair -> query(pair, facts));
      case "source-ip" ->
          condition.values().stream()
              .flatMap(block -> Cidr.parse(block).stream())
              .anyMatch(block -> block.contains(facts.source()));
      default -> false;
    };
  }

  private static boolean header(Condition condition, Facts facts) {
    String name = condition.headerName().orElse("").toLowerCase(Locale.ROOT);
    List<String> present = facts.headers().getOrDefault(name, List.of());
    return present.stream()
            .anyMatch(
                value ->
                    condition.values().stream()
                        .anyMatch(each -> Glob.ignoringCase(each).matches(value)))
        || found(condition, present.stream(), Pattern.CASE_INSENSITIVE);
  }

  private static boolean found(Condition condition, Stream<String> texts, int flags) {
    List<Pattern> patterns =
        condition.regexes().stream().flatMap(each -> compiled(each, flags)).toList();
    return texts.anyMatch(text -> patterns.stream().anyMatch(each -> each.matcher(text).find()));
  }

  private static Stream<Pattern> compiled(String regex, int flags) {
    try {
      return Stream.of(Pattern.compile(regex, flags));
    } catch (PatternSyntaxException refused) {
      return Stream.empty();
    }
  }

  private static boolean query(QueryPair wanted, Facts facts) {
    for (String pair : facts.query().split("&")) {
      int equals = pair.indexOf('=');
      String key = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      boolean keyed = wanted.key().isEmpty() || Glob.ignoringCase(wanted.key().get()).matches(key);
      // Without a key the value may also stand alone, as in "?debug".
      boolean bare = wanted.key().isEmpty() && equals < 0 && same(wanted, key);
      if ((keyed && same(wanted, value) && equals >= 0) || bare) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(QueryPair wanted, String value) {
    return Glob.ignoringCase(wanted.value()).matches(value);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
