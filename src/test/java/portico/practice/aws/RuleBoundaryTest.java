package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** The last value that rules of listeners take, and the first they do not. */
class RuleBoundaryTest {
  private static final Action OK =
      Action.builder().type("fixed-response").fixedResponseConfig(f -> f.statusCode("200")).build();

  @TempDir private Path folder;
  private Simulation simulation;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  private String listener() {
    TargetGroup group = simulation.targetGroup("demo", _ -> {});
    return simulation.listener(simulation.balancer("demo", _ -> {}), 80, group);
  }

  private Rule create(String listener, Action action, RuleCondition... conditions) {
    return simulation
        .elb
        .createRule(r -> r.listenerArn(listener).priority(7).conditions(conditions).actions(action))
        .rules()
        .getFirst();
  }

  private void check(boolean accepted, String listener, Action action, RuleCondition... all) {
    if (accepted) {
      assertThat(create(listener, action, all).priority()).isEqualTo("7");
    } else {
      assertThat(Refusal.codeOf(() -> create(listener, action, all))).isEqualTo("ValidationError");
    }
  }

  private static RuleCondition path(String value) {
    return RuleCondition.builder().field("path-pattern").values(value).build();
  }

  private static RuleCondition query(String key, String value) {
    QueryStringKeyValuePair pair = QueryStringKeyValuePair.builder().key(key).value(value).build();
    return RuleCondition.builder()
        .field("query-string")
        .queryStringConfig(c -> c.values(pair))
        .build();
  }

  private static RuleCondition of(String what, String text) {
    RuleCondition.Builder made = RuleCondition.builder();
    return switch (what) {
      case "path" -> path(text);
      case "path-regex" ->
          made.field("path-pattern").pathPatternConfig(c -> c.regexValues(text)).build();
      case "host" -> made.field("host-header").hostHeaderConfig(c -> c.values(text)).build();
      case "host-regex" ->
          made.field("host-header").hostHeaderConfig(c -> c.regexValues(text)).build();
      case "header" ->
          made.field("http-header")
              .httpHeaderConfig(c -> c.httpHeaderName("X-A").values(text))
              .build();
      case "header-regex" ->
          made.field("http-header")
              .httpHeaderConfig(c -> c.httpHeaderName("X-A").regexValues(text))
              .build();
      case "query-key" -> query(text, "v");
      default -> query("k", text);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "path, 128, true",
    "path, 129, false",
    "path-regex, 128, true",
    "path-regex, 129, false",
    "host, 128, true",
    "host, 129, false",
    "host-regex, 128, true",
    "host-regex, 129, false",
    "header, 128, true",
    "header, 129, false",
    "header-regex, 128, true",
    "header-regex, 129, false",
    "query-key, 128, true",
    "query-key, 129, false",
    "query-value, 128, true",
    "query-value, 129, false"
  })
  void texts_of_conditions_have_limits(String what, int length, boolean accepted) {
    String text = what.equals("host") ? "a".repeat(length - 4) + ".com" : "a".repeat(length);

    check(accepted, listener(), OK, of(what, text));
  }

  @ParameterizedTest
  @CsvSource({"5, true", "6, false"})
  void a_rule_has_five_values_over_all_its_conditions(int values, boolean accepted) {
    List<String> blocks =
        IntStream.range(0, values - 1).mapToObj(i -> "10.0." + i + ".0/24").toList();
    RuleCondition sources =
        RuleCondition.builder().field("source-ip").sourceIpConfig(c -> c.values(blocks)).build();

    check(accepted, listener(), OK, path("/a"), sources);
  }

  @ParameterizedTest
  @CsvSource({"******, true", "*******, false", "?*?*?*, true", "?*?*?*?, false"})
  void a_rule_has_six_wildcards(String wildcards, boolean accepted) {
    check(accepted, listener(), OK, path("/" + wildcards));
  }

  @Test
  void in_a_query_a_wildcard_after_a_backslash_is_none() {
    check(true, listener(), OK, query("k", "\\*\\?\\*\\?\\*\\?\\*"), path("/******"));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "999, true", "1000, false", "-1, false"})
  void weights_go_from_0_to_999(int weight, boolean accepted) {
    String listener = listener();
    TargetGroup group = simulation.targetGroup("demo", _ -> {});
    TargetGroupTuple weighted = share(group, weight);
    Action action =
        Action.builder().type("forward").forwardConfig(f -> f.targetGroups(weighted)).build();

    check(accepted, listener, action, path("/a"));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "604800, true", "0, false", "604801, false"})
  void stickiness_between_groups_lasts_1_to_604800_seconds(int seconds, boolean accepted) {
    String listener = listener();
    TargetGroup group = simulation.targetGroup("demo", _ -> {});
    TargetGroupTuple one =
        TargetGroupTuple.builder().targetGroupArn(group.targetGroupArn()).build();
    Action action =
        Action.builder()
            .type("forward")
            .forwardConfig(
                f ->
                    f.targetGroups(one)
                        .targetGroupStickinessConfig(s -> s.enabled(true).durationSeconds(seconds)))
            .build();

    check(accepted, listener, action, path("/a"));
  }

  private static TargetGroupTuple share(TargetGroup group, int weight) {
    return TargetGroupTuple.builder().targetGroupArn(group.targetGroupArn()).weight(weight).build();
  }

  @Test
  void what_a_rule_forwards_to_is_told_as_it_was_given() {
    String listener = listener();
    TargetGroup group = simulation.targetGroup("demo", _ -> {});
    TargetGroup canary = simulation.targetGroup("canary", _ -> {});
    Action action =
        Action.builder()
            .type("forward")
            .forwardConfig(
                f ->
                    f.targetGroups(share(group, 90), share(canary, 10))
                        .targetGroupStickinessConfig(s -> s.enabled(true).durationSeconds(60)))
            .build();
    Action told = create(listener, action, path("/a")).actions().getFirst();

    assertThat(told.forwardConfig()).isEqualTo(action.forwardConfig());
    assertThat(told.targetGroupArn()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "host, 128, true",
    "host, 129, false",
    "path, 128, true",
    "path, 129, false",
    "query, 128, true",
    "query, 129, false",
    "query, 0, true"
  })
  void parts_of_a_redirect_have_limits(String part, int length, boolean accepted) {
    String text = "a".repeat(length);
    RedirectActionConfig.Builder config =
        RedirectActionConfig.builder().statusCode("HTTP_302").host("example.com");
    switch (part) {
      case "host" -> config.host(text);
      case "path" -> config.path("/" + text.substring(1));
      default -> config.query(text);
    }
    Action action = Action.builder().type("redirect").redirectConfig(config.build()).build();

    check(accepted, listener(), action, path("/a"));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "65535, true", "#{port}, true", "0, false", "65536, false", "x, false"})
  void the_port_of_a_redirect_is_one(String port, boolean accepted) {
    Action action =
        Action.builder()
            .type("redirect")
            .redirectConfig(c -> c.statusCode("HTTP_301").host("example.com").port(port))
            .build();

    check(accepted, listener(), action, path("/a"));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP, 80, #{host}, false",
    "HTTP, #{port}, #{host}, false",
    "HTTP, 81, #{host}, true",
    "HTTPS, #{port}, #{host}, true",
    "HTTP, 80, example.com, true",
    "HTTP, 80, two words, false"
  })
  void a_redirect_leads_elsewhere(String protocol, String port, String host, boolean accepted) {
    String listener = listener();
    Action action =
        Action.builder()
            .type("redirect")
            .redirectConfig(c -> c.statusCode("HTTP_301").protocol(protocol).port(port).host(host))
            .build();

    if (accepted) {
      assertThat(create(listener, action, path("/a")).priority()).isEqualTo("7");
    } else {
      assertThat(Refusal.codeOf(() -> create(listener, action, path("/a"))))
          .isIn("InvalidLoadBalancerAction", "ValidationError");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, true",
    "text/css, true",
    "text/html, true",
    "application/javascript, true",
    "application/json, true",
    "text/xml, false"
  })
  void a_fixed_response_has_one_of_five_types(String type, boolean accepted) {
    Action action =
        Action.builder()
            .type("fixed-response")
            .fixedResponseConfig(c -> c.statusCode("200").contentType(type))
            .build();

    check(accepted, listener(), action, path("/a"));
  }

  @ParameterizedTest
  @CsvSource({"authenticate-oidc", "authenticate-cognito", "jwt-validation"})
  void authentication_is_refused_as_not_simulated(String type) {
    String listener = listener();
    Action action = Action.builder().type(type).build();

    assertThat(Refusal.of(() -> create(listener, action, path("/a"))).message())
        .contains("not simulated");
  }
}
