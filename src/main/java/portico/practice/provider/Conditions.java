package portico.practice.provider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** Conditions of listener rules. Limits: API_RuleCondition and the *ConditionConfig types. */
final class Conditions {
  static final String PROPERTY = "conditions";
  private static final String VALUES = "values";
  private static final Schema LIST = Schema.of(Property.textSet(VALUES).required());

  private static final Schema SCHEMA =
      Schema.of(
          Property.block("hostHeader", LIST),
          Property.block("pathPattern", LIST),
          Property.block("httpRequestMethod", LIST),
          Property.block("sourceIp", LIST),
          Property.block(
              "httpHeader",
              Schema.of(
                  Property.text("httpHeaderName").required().rule(ValueRule.length(1, 40)),
                  Property.textSet(VALUES).required())),
          Property.blocks(
              "queryStrings",
              Schema.of(
                  Property.text("key").rule(ValueRule.length(1, 128)),
                  Property.text("value").required().rule(ValueRule.length(1, 128)))));

  private Conditions() {}

  static Property property() {
    return Property.blocks(PROPERTY, SCHEMA).required().normal(Conditions::normal);
  }

  /** Each condition tests one thing. */
  static void check(PropertyMap inputs, Checker checker) {
    List<PropertyMap> conditions = inputs.maps(PROPERTY);
    for (int index = 0; index < conditions.size(); index++) {
      if (conditions.get(index).fields().size() != 1) {
        checker.fail(
            PROPERTY + "[" + index + "]", "must test exactly one of " + SCHEMA.byName().keySet());
      }
    }
  }

  static List<RuleCondition> request(PropertyMap inputs) {
    List<RuleCondition> conditions = new ArrayList<>();
    for (PropertyMap each : inputs.maps(PROPERTY)) {
      add(conditions, each, "hostHeader", "host-header", Conditions::host);
      add(conditions, each, "pathPattern", "path-pattern", Conditions::path);
      add(conditions, each, "httpRequestMethod", "http-request-method", Conditions::method);
      add(conditions, each, "sourceIp", "source-ip", Conditions::source);
      add(conditions, each, "httpHeader", "http-header", Conditions::header);
      if (!each.maps("queryStrings").isEmpty()) {
        conditions.add(
            RuleCondition.builder()
                .field("query-string")
                .queryStringConfig(config -> config.values(pairs(each)))
                .build());
      }
    }
    return conditions;
  }

  private static void add(
      List<RuleCondition> conditions,
      PropertyMap condition,
      String property,
      String field,
      BiConsumer<RuleCondition.Builder, PropertyMap> config) {
    condition
        .map(property)
        .ifPresent(
            test -> {
              RuleCondition.Builder made = RuleCondition.builder().field(field);
              config.accept(made, test);
              conditions.add(made.build());
            });
  }

  private static void host(RuleCondition.Builder made, PropertyMap test) {
    made.hostHeaderConfig(config -> config.values(test.texts(VALUES)));
  }

  private static void path(RuleCondition.Builder made, PropertyMap test) {
    made.pathPatternConfig(config -> config.values(test.texts(VALUES)));
  }

  private static void method(RuleCondition.Builder made, PropertyMap test) {
    made.httpRequestMethodConfig(config -> config.values(test.texts(VALUES)));
  }

  private static void source(RuleCondition.Builder made, PropertyMap test) {
    made.sourceIpConfig(config -> config.values(test.texts(VALUES)));
  }

  private static void header(RuleCondition.Builder made, PropertyMap test) {
    String name = test.text("httpHeaderName").orElseThrow();
    made.httpHeaderConfig(config -> config.httpHeaderName(name).values(test.texts(VALUES)));
  }

  /** Values of header fields: keys among them, which AWS may quote in a refusal. */
  static List<String> secrets(PropertyMap inputs) {
    return inputs.maps(PROPERTY).stream()
        .flatMap(each -> each.map("httpHeader").stream())
        .flatMap(test -> test.texts(VALUES).stream())
        .toList();
  }

  static PropertyValue state(List<RuleCondition> conditions) {
    return new PropertyValue.Items(
        conditions.stream()
            .sorted(Comparator.comparing(RuleCondition::field))
            .map(condition -> (PropertyValue) state(condition))
            .toList());
  }

  private static PropertyMap state(RuleCondition condition) {
    return switch (condition.field()) {
      case "host-header" ->
          values(
              "hostHeader",
              Optional.ofNullable(condition.hostHeaderConfig())
                  .map(config -> config.values())
                  .orElse(condition.values()));
      case "path-pattern" ->
          values(
              "pathPattern",
              Optional.ofNullable(condition.pathPatternConfig())
                  .map(config -> config.values())
                  .orElse(condition.values()));
      case "http-request-method" ->
          values("httpRequestMethod", condition.httpRequestMethodConfig().values());
      case "source-ip" -> values("sourceIp", condition.sourceIpConfig().values());
      case "http-header" ->
          PropertyMap.EMPTY.with(
              "httpHeader",
              PropertyMap.EMPTY
                  .with(
                      "httpHeaderName",
                      PropertyValue.of(condition.httpHeaderConfig().httpHeaderName()))
                  .with(
                      VALUES,
                      PropertyValue.of(
                          condition.httpHeaderConfig().values().stream().sorted().toList())));
      case "query-string" ->
          PropertyMap.EMPTY.with(
              "queryStrings", queryStrings(condition.queryStringConfig().values()));
      default -> PropertyMap.EMPTY.with(condition.field(), PropertyValue.of(condition.values()));
    };
  }

  private static PropertyMap values(String name, List<String> values) {
    return PropertyMap.EMPTY.with(
        name, PropertyMap.EMPTY.with(VALUES, PropertyValue.of(values.stream().sorted().toList())));
  }

  private static PropertyValue queryStrings(List<QueryStringKeyValuePair> pairs) {
    List<PropertyValue> items = new ArrayList<>();
    for (QueryStringKeyValuePair pair : pairs) {
      PropertyMap item = PropertyMap.EMPTY;
      if (pair.key() != null) {
        item = item.with("key", PropertyValue.of(pair.key()));
      }
      items.add(item.with("value", PropertyValue.of(pair.value())));
    }
    items.sort(Comparator.comparing(Object::toString));
    return new PropertyValue.Items(items);
  }

  private static List<QueryStringKeyValuePair> pairs(PropertyMap condition) {
    return condition.maps("queryStrings").stream()
        .map(
            pair -> {
              QueryStringKeyValuePair.Builder built =
                  QueryStringKeyValuePair.builder().value(pair.text("value").orElseThrow());
              pair.text("key").ifPresent(built::key);
              return built.build();
            })
        .toList();
  }

  private static PropertyValue normal(PropertyValue conditions) {
    return conditions.hasUnknown()
        ? conditions
        : state(request(PropertyMap.EMPTY.with(PROPERTY, conditions)));
  }
}
