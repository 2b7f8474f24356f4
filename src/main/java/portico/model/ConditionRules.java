package portico.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;

/** AWS's rules on what a rule asks of a request: one value each for a form, and together. */
public final class ConditionRules {
  public static final int VALUE_MAX = 128;
  public static final int HEADER_NAME_MAX = 40;
  public static final int METHOD_MAX = 40;

  /** Portico's own: an http-header value has 128 characters, of which the key gets 64. */
  public static final int API_KEY_PREFIX_MAX = 64;

  /** In all conditions of one rule together. */
  public static final int VALUES_MAX = 5;

  /**
   * In all conditions of one rule together: what the table of quotas says. Older texts of AWS, and
   * old answers of DescribeAccountLimits, say 5.
   */
  public static final int WILDCARDS_MAX = 6;

  private ConditionRules() {}

  /** A value of a host-header condition. */
  public static List<Violation> host(String field, String value) {
    List<Violation> found = value(field, value);
    found.addAll(
        FieldRules.characters(
            field,
            Rule.HOST_CHARACTERS,
            value,
            point -> FieldRules.isLetterOrDigit(point) || "-.*?".indexOf(point) >= 0));
    if (!found.isEmpty()) {
      return found;
    }
    int dot = value.lastIndexOf('.');
    if (dot < 0) {
      return List.of(Violation.of(field, Rule.HOST_DOT, value));
    }
    String ending = value.substring(dot + 1);
    return ending.matches("[A-Za-z]+")
        ? List.of()
        : List.of(Violation.of(field, Rule.HOST_ENDING, ending));
  }

  /** A value of a path-pattern condition. */
  public static List<Violation> path(String field, String value) {
    List<Violation> found = value(field, value);
    found.addAll(
        FieldRules.characters(
            field,
            Rule.PATH_CHARACTERS,
            value,
            point -> FieldRules.isLetterOrDigit(point) || "_-.$/~\"'@:+&*?".indexOf(point) >= 0));
    return found;
  }

  /** The name of a header field, without wildcards. */
  public static List<Violation> headerName(String field, String name) {
    List<Violation> found =
        new ArrayList<>(FieldRules.length(field, Rule.HEADER_NAME_LENGTH, name, HEADER_NAME_MAX));
    found.addAll(
        FieldRules.characters(
            field,
            Rule.HEADER_NAME_CHARACTERS,
            name,
            point -> point != '*' && FieldRules.isTokenCharacter(point)));
    if (name.toLowerCase(Locale.ROOT).equals("host")) {
      found.add(Violation.of(field, Rule.HEADER_NAME_HOST));
    }
    return found;
  }

  /** A value of an http-header condition. */
  public static List<Violation> headerValue(String field, String value) {
    List<Violation> found = value(field, value);
    found.addAll(
        FieldRules.characters(
            field,
            Rule.HEADER_VALUE_CHARACTERS,
            value,
            point -> point == ' ' || FieldRules.isPrintable(point)));
    return found;
  }

  /** A method, exactly. */
  public static List<Violation> method(String field, String value) {
    List<Violation> found =
        new ArrayList<>(FieldRules.length(field, Rule.METHOD_LENGTH, value, METHOD_MAX));
    found.addAll(
        FieldRules.characters(
            field,
            Rule.METHOD_CHARACTERS,
            value,
            point -> (point >= 'A' && point <= 'Z') || point == '-' || point == '_'));
    return found;
  }

  /** A key or a value of a query-string condition. */
  public static List<Violation> query(String field, String value) {
    List<Violation> found = value(field, value);
    found.addAll(
        FieldRules.characters(field, Rule.QUERY_CHARACTERS, value, FieldRules::isPrintable));
    return found;
  }

  /** A value of a source-ip condition: an IPv4 or IPv6 network. */
  public static List<Violation> sourceIp(String field, String cidr) {
    return FieldRules.cidr(field, cidr);
  }

  /** What stands before an API key; may be empty. */
  public static List<Violation> apiKeyPrefix(String field, String prefix) {
    List<Violation> found =
        new ArrayList<>(
            FieldRules.atMost(field, Rule.API_KEY_PREFIX_LENGTH, prefix, API_KEY_PREFIX_MAX));
    found.addAll(
        FieldRules.characters(
            field,
            Rule.API_KEY_PREFIX_CHARACTERS,
            prefix,
            point -> point == ' ' || (FieldRules.isPrintable(point) && "*?\\".indexOf(point) < 0)));
    return found;
  }

  private static List<Violation> value(String field, String value) {
    return new ArrayList<>(FieldRules.length(field, Rule.CONDITION_VALUE_LENGTH, value, VALUE_MAX));
  }

  /** The conditions of one rule. */
  static List<Violation> check(String field, List<ConditionSpec> conditions) {
    if (conditions.isEmpty()) {
      return List.of(Violation.of(field, Rule.CONDITION_REQUIRED));
    }
    List<Violation> found = new ArrayList<>();
    Set<Class<? extends ConditionSpec>> kinds = new HashSet<>();
    for (int index = 0; index < conditions.size(); index++) {
      ConditionSpec condition = conditions.get(index);
      String at = field + "[" + index + "]";
      if (!kinds.add(condition.getClass()) && isOncePerRule(condition)) {
        found.add(Violation.of(at, Rule.CONDITION_TWICE));
      }
      found.addAll(one(at, condition));
    }
    int values = conditions.stream().mapToInt(ConditionRules::values).sum();
    if (values > VALUES_MAX) {
      found.add(Violation.of(field, Rule.CONDITION_VALUES_TOO_MANY, values, VALUES_MAX));
    }
    int wildcards = conditions.stream().mapToInt(ConditionRules::wildcards).sum();
    if (wildcards > WILDCARDS_MAX) {
      found.add(Violation.of(field, Rule.CONDITION_WILDCARDS_TOO_MANY, wildcards, WILDCARDS_MAX));
    }
    return found;
  }

  private static boolean isOncePerRule(ConditionSpec condition) {
    return switch (condition) {
      case ConditionSpec.HostHeader host -> true;
      case ConditionSpec.PathPattern path -> true;
      case ConditionSpec.RequestMethod method -> true;
      case ConditionSpec.SourceIp source -> true;
      case ConditionSpec.HttpHeader header -> false;
      case ConditionSpec.ApiKey key -> false;
      case ConditionSpec.QueryString query -> false;
    };
  }

  private static List<Violation> one(String field, ConditionSpec condition) {
    return switch (condition) {
      case ConditionSpec.HostHeader(List<String> values) ->
          values(field, values, ConditionRules::host);
      case ConditionSpec.PathPattern(List<String> values) ->
          values(field, values, ConditionRules::path);
      case ConditionSpec.RequestMethod(List<String> values) ->
          values(field, values, ConditionRules::method);
      case ConditionSpec.SourceIp(List<String> values) ->
          values(field, values, ConditionRules::sourceIp);
      case ConditionSpec.QueryString(List<ConditionSpec.QueryValue> values) ->
          values(field, values, ConditionRules::parameter);
      case ConditionSpec.HttpHeader(String name, List<String> values) -> {
        List<Violation> found = new ArrayList<>(headerName(field + ".name", name));
        found.addAll(values(field, values, ConditionRules::headerValue));
        yield found;
      }
      case ConditionSpec.ApiKey(String header, String prefix, String keyName) -> {
        List<Violation> found = new ArrayList<>(headerName(field + ".header", header));
        found.addAll(apiKeyPrefix(field + ".prefix", prefix));
        found.addAll(FieldRules.environmentName(field + ".keyName", keyName));
        yield found;
      }
    };
  }

  private static <T> List<Violation> values(
      String field, List<T> values, BiFunction<String, T, List<Violation>> rule) {
    if (values.isEmpty()) {
      return List.of(Violation.of(field + ".values", Rule.CONDITION_WITHOUT_VALUES));
    }
    List<Violation> found = new ArrayList<>();
    for (int index = 0; index < values.size(); index++) {
      found.addAll(rule.apply(field + ".values[" + index + "]", values.get(index)));
    }
    return found;
  }

  private static List<Violation> parameter(String field, ConditionSpec.QueryValue parameter) {
    List<Violation> found = new ArrayList<>();
    parameter.key().ifPresent(key -> found.addAll(query(field + ".key", key)));
    found.addAll(query(field + ".value", parameter.value()));
    return found;
  }

  /** How many of a rule's {@value #VALUES_MAX} values the condition takes. */
  public static int values(ConditionSpec condition) {
    return switch (condition) {
      case ConditionSpec.HostHeader host -> host.values().size();
      case ConditionSpec.PathPattern path -> path.values().size();
      case ConditionSpec.RequestMethod method -> method.values().size();
      case ConditionSpec.SourceIp source -> source.values().size();
      case ConditionSpec.HttpHeader header -> header.values().size();
      case ConditionSpec.ApiKey key -> 1;
      case ConditionSpec.QueryString query -> query.values().size();
    };
  }

  /** How many of a rule's {@value #WILDCARDS_MAX} wildcards the condition takes. */
  public static int wildcards(ConditionSpec condition) {
    return switch (condition) {
      case ConditionSpec.HostHeader host -> wildcards(host.values());
      case ConditionSpec.PathPattern path -> wildcards(path.values());
      case ConditionSpec.HttpHeader header -> wildcards(header.values());
      case ConditionSpec.QueryString query ->
          query.values().stream()
              .mapToInt(
                  each ->
                      unescaped(each.value()) + each.key().map(ConditionRules::unescaped).orElse(0))
              .sum();
      case ConditionSpec.RequestMethod method -> 0;
      case ConditionSpec.SourceIp source -> 0;
      case ConditionSpec.ApiKey key -> 0;
    };
  }

  private static int wildcards(List<String> values) {
    return values.stream().mapToInt(ConditionRules::wildcards).sum();
  }

  private static int wildcards(String value) {
    return (int) value.chars().filter(each -> each == '*' || each == '?').count();
  }

  /** In a query, a backslash takes a wildcard its meaning (API_QueryStringConditionConfig). */
  private static int unescaped(String value) {
    return wildcards(value.replaceAll("\\\\[*?]", ""));
  }
}
