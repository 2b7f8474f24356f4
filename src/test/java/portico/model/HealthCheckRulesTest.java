package portico.model;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.model.ProtocolVersion.GRPC;
import static portico.model.ProtocolVersion.HTTP1;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCheckRulesTest {
  private static final String FIELD = "some.field";

  @ParameterizedTest
  @ValueSource(strings = {"200", "499", "200,202", "200-299", "200-499", "200,204-206,404"})
  void http_statuses_are_200_to_499_alone_in_lists_and_ranges(String matcher) {
    assertThat(HealthCheckRules.matcher(FIELD, matcher, HTTP1)).isEmpty();
    assertThat(HealthCheckRules.matcher(FIELD, matcher, ProtocolVersion.HTTP2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "99", "12", "0,12", "0-99", "0-5,12"})
  void grpc_codes_are_0_to_99_alone_in_lists_and_ranges(String matcher) {
    assertThat(HealthCheckRules.matcher(FIELD, matcher, GRPC)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "199,HTTP1,199,200,499",
    "500,HTTP1,500,200,499",
    "200-500,HTTP1,500,200,499",
    "'200,0',HTTP1,0,200,499",
    "100,GRPC,100,0,99",
    "0-100,GRPC,100,0,99"
  })
  void a_code_past_the_bounds_is_named(
      String matcher, ProtocolVersion version, int wrong, int min, int max) {
    assertThat(HealthCheckRules.matcher(FIELD, matcher, version))
        .containsExactly(Violation.of(FIELD, Rule.MATCHER_RANGE, wrong, min, max));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2xx",
        "200,",
        ",200",
        "200-",
        "-200",
        "200, 202",
        "299-200",
        "200-250-299",
        "0200",
        "*"
      })
  void other_texts_are_no_codes(String matcher) {
    assertThat(HealthCheckRules.matcher(FIELD, matcher, HTTP1))
        .containsExactly(Violation.of(FIELD, Rule.MATCHER_FORM, matcher));
  }

  @Test
  void a_matcher_must_not_be_empty() {
    assertThat(HealthCheckRules.matcher(FIELD, "", GRPC))
        .containsExactly(Violation.of(FIELD, Rule.REQUIRED));
  }

  @ParameterizedTest
  @CsvSource({
    "/AWS.ALB/healthcheck,true",
    "/grpc.health.v1.Health/Check,true",
    "/,false",
    "/health,false",
    "/Health/Check,false",
    "/a.B/c/d,false",
    "/a.B/,false"
  })
  void a_grpc_path_names_package_service_and_method(String path, boolean allowed) {
    assertThat(HealthCheckRules.path(FIELD, path, GRPC))
        .isEqualTo(allowed ? List.of() : List.of(Violation.of(FIELD, Rule.HEALTH_PATH_GRPC_FORM)));
    assertThat(HealthCheckRules.path(FIELD, path, HTTP1)).isEmpty();
  }

  @Test
  void a_grpc_path_without_a_slash_breaks_that_rule_alone() {
    assertThat(HealthCheckRules.path(FIELD, "a.B/c", GRPC))
        .containsExactly(Violation.of(FIELD, Rule.HEALTH_PATH_SLASH));
  }

  @ParameterizedTest
  @CsvSource({"INSTANCE,false", "IP,false", "LAMBDA,true"})
  void only_a_lambda_group_can_do_without(TargetType type, boolean allowed) {
    TargetGroupSpec group =
        SpecSamples.group(
            type,
            HTTP1,
            SpecSamples.check(false, OptionalInt.empty(), "/", "200"),
            TargetGroupAttributes.AWS,
            List.of());
    Violation violation =
        Violation.of("targetGroups[0].healthCheck.enabled", Rule.HEALTH_CHECK_NEEDED);

    assertThat(SpecRules.check(SpecSamples.with(group)))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @ParameterizedTest
  @CsvSource({"INSTANCE,0,false", "INSTANCE,1,true", "IP,65536,false", "LAMBDA,0,true"})
  void the_port_is_1_to_65535_where_it_is_used(TargetType type, int port, boolean allowed) {
    TargetGroupSpec group =
        SpecSamples.group(
            type,
            HTTP1,
            SpecSamples.check(true, OptionalInt.of(port), "/", "200"),
            TargetGroupAttributes.AWS,
            List.of());
    Violation violation = Violation.of("targetGroups[0].healthCheck.port", Rule.PORT_RANGE, port);

    assertThat(SpecRules.check(SpecSamples.with(group)))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @Test
  void path_and_matcher_follow_what_the_group_speaks() {
    HealthCheckSpec check = SpecSamples.check(true, OptionalInt.empty(), "/health", "200");

    assertThat(HealthCheckRules.check("hc", group(TargetType.IP, GRPC, check)))
        .containsExactly(
            Violation.of("hc.path", Rule.HEALTH_PATH_GRPC_FORM),
            Violation.of("hc.matcher", Rule.MATCHER_RANGE, 200, 0, 99));
    assertThat(HealthCheckRules.check("hc", group(TargetType.LAMBDA, GRPC, check))).isEmpty();
  }

  private static TargetGroupSpec group(
      TargetType type, ProtocolVersion version, HealthCheckSpec check) {
    return SpecSamples.group(type, version, check, TargetGroupAttributes.AWS, List.of());
  }
}
