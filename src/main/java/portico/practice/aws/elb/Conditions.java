package portico.practice.aws.elb;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import portico.practice.aws.ec2.Cidr;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Condition;
import portico.practice.aws.state.QueryPair;

/** Conditions of rules (API_RuleCondition and its configurations): read, checked, written. */
final class Conditions {
  private static final List<String> FIELDS =
      List.of(
          "path-pattern",
          "host-header",
          "http-header",
          "http-request-method",
          "query-string",
          "source-ip");

  private static final Set<String> REPEATABLE = Set.of("http-header", "query-string");
  private static final String PATH = "[A-Za-z0-9_.$/~\"'@:+&*?-]*";
  private static final String HOST = "[A-Za-z0-9*?.-]+";

  private Conditions() {}

  /** The conditions in a request; there must be one at least. */
  static List<Condition> read(Parameters parameters) {
    List<Condition> conditions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Parameters each : parameters.structures("Conditions.member")) {
      Condition condition = condition(each);
      if (!seen.add(condition.field()) && !REPEATABLE.contains(condition.field())) {
        throw Check.invalid(
            "A rule can have only one condition with field '" + condition.field() + "'");
      }
      conditions.add(condition);
    }
    if (conditions.isEmpty()) {
      throw Check.invalid("A condition must be specified");
    }
    checkCounts(conditions);
    return conditions;
  }

  private static void checkCounts(List<Condition> conditions) {
    int values = 0;
    long wildcards = 0;
    for (Condition each : conditions) {
      List<String> texts = new ArrayList<>(each.values());
      // In a query a backslash takes a wildcard its meaning (API_QueryStringConditionConfig).
      each.pairs()
          .forEach(
              pair ->
                  texts.add(
                      (pair.key().orElse("") + "=" + pair.value()).replaceAll("\\\\[*?]", "")));
      values += texts.size() + each.regexes().size();
      if (!each.field().equals("source-ip")) {
        wildcards +=
            texts.stream().flatMapToInt(String::chars).filter(c -> c == '*' || c == '?').count();
      }
    }
    int mostValues = Limits.of("condition-values-per-alb-rule");
    if (values > mostValues) {
      throw Check.invalid(
          "A rule can have only '" + mostValues + "' condition values, and has '" + values + "'");
    }
    int mostWildcards = Limits.of("condition-wildcards-per-alb-rule");
    if (wildcards > mostWildcards) {
      throw Check.invalid(
          "A rule can have only '" + mostWildcards + "' wildcards, and has '" + wildcards + "'");
    }
  }

  private static Condition condition(Parameters parameters) {
    String field = Check.required(parameters, "Field");
    if (!FIELDS.contains(field)) {
      throw Check.invalid("Condition field '" + field + "' must be one of '" + FIELDS + "'");
    }
    return switch (field) {
      case "path-pattern" -> plain(parameters, field, "PathPatternConfig", Conditions::checkPath);
      case "host-header" -> plain(parameters, field, "HostHeaderConfig", Conditions::checkHost);
      case "http-header" -> header(parameters.within("HttpHeaderConfig"), field);
      case "http-request-method" ->
          configured(parameters, field, "HttpRequestMethodConfig", Conditions::checkMethod);
      case "source-ip" -> configured(parameters, field, "SourceIpConfig", Conditions::checkSource);
      default -> query(parameters.within("QueryStringConfig"), field);
    };
  }

  /** The two oldest fields may also have their values beside the configuration. */
  private static Condition plain(
      Parameters parameters, String field, String config, Consumer<String> check) {
    List<String> outer = parameters.list("Values.member");
    List<String> inner = parameters.list(config + ".Values.member");
    List<String> regexes = new ArrayList<>(parameters.list(config + ".RegexValues.member"));
    regexes.addAll(parameters.list("RegexValues.member"));
    if (!outer.isEmpty() && !inner.isEmpty()) {
      throw Check.invalid(
          "You cannot provide both Values and '%s' for a condition of type '%s'"
              .formatted(config, field));
    }
    List<String> values = outer.isEmpty() ? inner : outer;
    if (values.isEmpty() && regexes.isEmpty()) {
      throw Check.invalid("A condition value must be specified");
    }
    values.forEach(check);
    regexes.forEach(regex -> limit(field, regex, 128));
    return new Condition(field, values, List.copyOf(regexes), Optional.empty(), List.of());
  }

  private static Condition configured(
      Parameters parameters, String field, String config, Consumer<String> check) {
    if (parameters.has("Values")) {
      throw Check.invalid("The 'Values' field is not compatible with '" + field + "'");
    }
    List<String> values = parameters.list(config + ".Values.member");
    if (values.isEmpty()) {
      throw Check.invalid("A '" + config + "' must be specified with '" + field + "'");
    }
    values.forEach(check);
    return new Condition(field, values, List.of(), Optional.empty(), List.of());
  }

  private static Condition header(Parameters config, String field) {
    String name =
        config
            .text("HttpHeaderName")
            .orElseThrow(
                () -> Check.invalid("A 'HttpHeaderConfig' must be specified with 'http-header'"));
    if (name.length() > 40) {
      throw Check.invalid("The 'HttpHeaderName' value is too long; the limit is '40'");
    }
    if (!name.matches("[A-Za-z0-9!#$%&'+.^_`|~-]+") || name.equalsIgnoreCase("host")) {
      throw Check.invalid("The 'HttpHeaderName' value '" + name + "' is not valid");
    }
    List<String> values = config.list("Values.member");
    List<String> regexes = config.list("RegexValues.member");
    if (values.isEmpty() && regexes.isEmpty()) {
      throw Check.invalid("A condition value must be specified");
    }
    values.forEach(value -> checkHeader(field, value));
    regexes.forEach(value -> limit(field, value, 128));
    return new Condition(field, values, regexes, Optional.of(name), List.of());
  }

  private static Condition query(Parameters config, String field) {
    List<QueryPair> pairs = new ArrayList<>();
    for (Parameters each : config.structures("Values.member")) {
      String value =
          each.text("Value")
              .orElseThrow(
                  () -> Check.invalid("A 'Value' must be specified in 'QueryStringKeyValuePair'"));
      checkQuery(field, value);
      each.text("Key").ifPresent(key -> checkQuery(field, key));
      pairs.add(new QueryPair(each.text("Key"), value));
    }
    if (pairs.isEmpty()) {
      throw Check.invalid("A 'QueryStringConfig' must be specified with 'query-string'");
    }
    return new Condition(field, List.of(), List.of(), Optional.empty(), List.copyOf(pairs));
  }

  private static void limit(String field, String value, int most) {
    if (value.isEmpty() || value.length() > most) {
      throw Check.invalid("The '" + field + "' value is too long; the limit is '" + most + "'");
    }
  }

  private static void checkHeader(String field, String value) {
    limit(field, value, 128);
    if (!value.matches("[ -~]+")) {
      throw Check.invalid("The '" + field + "' value contains invalid characters");
    }
  }

  private static void checkQuery(String field, String value) {
    limit(field, value, 128);
    if (!value.matches("[!-~]+")) {
      throw Check.invalid("The '" + field + "' value contains invalid characters");
    }
  }

  private static void checkPath(String value) {
    limit("path-pattern", value, 128);
    if (!value.matches(PATH)) {
      throw Check.invalid("The path pattern '" + value + "' contains invalid characters");
    }
  }

  private static void checkHost(String value) {
    limit("host-header", value, 128);
    int dot = value.lastIndexOf('.');
    if (!value.matches(HOST) || dot < 0 || !value.substring(dot + 1).matches("[A-Za-z]+")) {
      throw Check.invalid("The host header '" + value + "' is not valid");
    }
  }

  private static void checkMethod(String value) {
    limit("http-request-method", value, 40);
    if (!value.matches("[A-Z_-]+")) {
      throw Check.invalid(
          "The 'http-request-method' value is invalid; the allowed characters are A-Z, hyphen and "
              + "underscore");
    }
  }

  private static void checkSource(String value) {
    if (Cidr.parse(value).isEmpty()) {
      throw Check.invalid("The 'source-ip' value '" + value + "' is not a CIDR block");
    }
  }

  static void write(List<Condition> conditions, Xml xml) {
    xml.list("Conditions", "member", conditions, condition -> write(condition, xml));
  }

  private static void write(Condition condition, Xml xml) {
    xml.text("Field", condition.field());
    switch (condition.field()) {
      case "path-pattern" -> writePlain("PathPatternConfig", condition, xml);
      case "host-header" -> writePlain("HostHeaderConfig", condition, xml);
      case "http-request-method" -> writeConfig("HttpRequestMethodConfig", condition, xml);
      case "source-ip" -> writeConfig("SourceIpConfig", condition, xml);
      case "http-header" -> writeConfig("HttpHeaderConfig", condition, xml);
      default ->
          xml.in(
              "QueryStringConfig",
              () ->
                  xml.list(
                      "Values",
                      "member",
                      condition.pairs(),
                      pair -> xml.maybe("Key", pair.key()).text("Value", pair.value())));
    }
  }

  private static void writePlain(String config, Condition condition, Xml xml) {
    xml.texts("Values", "member", condition.values());
    writeConfig(config, condition, xml);
  }

  private static void writeConfig(String config, Condition condition, Xml xml) {
    xml.in(
        config,
        () -> {
          xml.maybe("HttpHeaderName", condition.headerName());
          xml.texts("Values", "member", condition.values());
          if (!condition.regexes().isEmpty()) {
            xml.texts("RegexValues", "member", condition.regexes());
          }
        });
  }
}
