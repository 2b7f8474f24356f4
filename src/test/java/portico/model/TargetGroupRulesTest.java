package portico.model;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.model.Algorithm.LEAST_OUTSTANDING_REQUESTS;
import static portico.model.Algorithm.ROUND_ROBIN;
import static portico.model.Algorithm.WEIGHTED_RANDOM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetGroupRulesTest {
  private static final String FIELD = "some.field";

  @ParameterizedTest
  @CsvSource({"-1,false", "0,true", "3600,true", "3601,false"})
  void the_deregistration_delay_is_0_to_3600_seconds(int seconds, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.DEREGISTRATION_DELAY_RANGE, seconds, 0, 3600);
    assertThat(TargetGroupRules.deregistrationDelay(FIELD, seconds))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @ParameterizedTest
  @CsvSource({"-1,false", "0,true", "1,false", "29,false", "30,true", "900,true", "901,false"})
  void slow_start_is_0_or_30_to_900_seconds(int seconds, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.SLOW_START_RANGE, seconds, 30, 900);
    assertThat(TargetGroupRules.slowStart(FIELD, seconds, ROUND_ROBIN))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @ParameterizedTest
  @CsvSource({"ROUND_ROBIN,true", "LEAST_OUTSTANDING_REQUESTS,false", "WEIGHTED_RANDOM,false"})
  void slow_start_works_with_round_robin_only(Algorithm algorithm, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.SLOW_START_ALGORITHM, algorithm.awsName());
    assertThat(TargetGroupRules.slowStart(FIELD, 30, algorithm))
        .isEqualTo(allowed ? List.of() : List.of(violation));
    assertThat(TargetGroupRules.slowStart(FIELD, 0, algorithm)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ROUND_ROBIN,false", "LEAST_OUTSTANDING_REQUESTS,false", "WEIGHTED_RANDOM,true"})
  void anomaly_mitigation_works_with_weighted_random_only(Algorithm algorithm, boolean allowed) {
    Violation violation =
        Violation.of(FIELD, Rule.ANOMALY_MITIGATION_ALGORITHM, algorithm.awsName());
    assertThat(TargetGroupRules.anomalyMitigation(FIELD, true, algorithm))
        .isEqualTo(allowed ? List.of() : List.of(violation));
    assertThat(TargetGroupRules.anomalyMitigation(FIELD, false, algorithm)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "604800,true", "604801,false"})
  void stickiness_lasts_1_to_604800_seconds(int seconds, boolean allowed) {
    Violation violation = Violation.of(FIELD, Rule.STICKINESS_RANGE, seconds, 1, 604_800);
    assertThat(TargetGroupRules.stickinessSeconds(FIELD, seconds))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JSESSIONID", "my-app_1", "AWS", "XAWSALB", "awsalb", "AwsAlb"})
  void a_cookies_name_is_a_token(String name) {
    assertThat(TargetGroupRules.cookieName(FIELD, name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWSALB", "AWSALBAPP-0", "AWSALBTG", "AWSALBX"})
  void names_that_begin_with_awsalb_are_the_load_balancers(String name) {
    assertThat(TargetGroupRules.cookieName(FIELD, name))
        .containsExactly(Violation.of(FIELD, Rule.COOKIE_NAME_RESERVED));
  }

  @ParameterizedTest
  @CsvSource({"a=b,=", "a;b,;", "'a b',U+0020", "ä,ä"})
  void the_first_character_that_a_cookies_name_cannot_have_is_named(String name, String wrong) {
    assertThat(TargetGroupRules.cookieName(FIELD, name))
        .containsExactly(Violation.of(FIELD, Rule.COOKIE_NAME_CHARACTERS, wrong));
  }

  @Test
  void a_cookie_must_be_named() {
    assertThat(TargetGroupRules.cookieName(FIELD, ""))
        .containsExactly(Violation.of(FIELD, Rule.REQUIRED));
  }

  @Test
  void each_attribute_is_checked_at_its_field() {
    var attributes =
        new TargetGroupAttributes(
            -1,
            10,
            LEAST_OUTSTANDING_REQUESTS,
            true,
            new Stickiness.ApplicationCookie("AWSALB", 0));

    assertThat(check(TargetType.INSTANCE, attributes))
        .extracting(Violation::field)
        .containsExactly(
            "targetGroups[0].attributes.deregistrationDelaySeconds",
            "targetGroups[0].attributes.slowStartSeconds",
            "targetGroups[0].attributes.slowStartSeconds",
            "targetGroups[0].attributes.anomalyMitigation",
            "targetGroups[0].attributes.stickiness.name",
            "targetGroups[0].attributes.stickiness.durationSeconds");
  }

  @Test
  void the_load_balancers_cookie_has_a_duration_too() {
    assertThat(check(TargetType.IP, sticky(new Stickiness.LoadBalancerCookie(1)))).isEmpty();
    assertThat(check(TargetType.IP, sticky(new Stickiness.LoadBalancerCookie(0))))
        .containsExactly(
            Violation.of(
                "targetGroups[0].attributes.stickiness.durationSeconds",
                Rule.STICKINESS_RANGE,
                0,
                1,
                604_800));
  }

  @Test
  void a_lambda_group_spreads_nothing_and_has_no_delay() {
    Violation violation = Violation.of("targetGroups[0].attributes", Rule.LAMBDA_SPREAD);

    assertThat(check(TargetType.LAMBDA, spread(0, ROUND_ROBIN, 9999))).isEmpty();
    assertThat(check(TargetType.LAMBDA, spread(30, ROUND_ROBIN, 300))).containsExactly(violation);
    assertThat(check(TargetType.LAMBDA, spread(0, WEIGHTED_RANDOM, 300)))
        .containsExactly(violation);
    assertThat(check(TargetType.LAMBDA, sticky(new Stickiness.LoadBalancerCookie(60))))
        .containsExactly(violation);
  }

  private static TargetGroupAttributes spread(int slowStart, Algorithm algorithm, int delay) {
    return new TargetGroupAttributes(delay, slowStart, algorithm, false, new Stickiness.Off());
  }

  private static TargetGroupAttributes sticky(Stickiness stickiness) {
    return new TargetGroupAttributes(300, 0, ROUND_ROBIN, false, stickiness);
  }

  private static List<Violation> check(TargetType type, TargetGroupAttributes attributes) {
    return SpecRules.check(
        SpecSamples.with(
            SpecSamples.group(
                type, ProtocolVersion.HTTP1, SpecDefaults.HEALTH_CHECK, attributes, List.of())));
  }
}
