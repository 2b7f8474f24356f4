package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** Attributes of target groups. */
class TargetGroupAttributeTest {
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

  private void modify(TargetGroup group, String key, String value) {
    TargetGroupAttribute attribute = TargetGroupAttribute.builder().key(key).value(value).build();
    simulation.elb.modifyTargetGroupAttributes(
        r -> r.targetGroupArn(group.targetGroupArn()).attributes(attribute));
  }

  @ParameterizedTest
  @CsvSource({
    "deregistration_delay.timeout_seconds, 0",
    "deregistration_delay.timeout_seconds, 3600",
    "slow_start.duration_seconds, 30",
    "slow_start.duration_seconds, 900",
    "slow_start.duration_seconds, 0",
    "stickiness.lb_cookie.duration_seconds, 1",
    "stickiness.lb_cookie.duration_seconds, 604800",
    "load_balancing.algorithm.type, least_outstanding_requests"
  })
  void attributes_at_the_edge_of_their_ranges_are_accepted(String key, String value) {
    TargetGroup made = simulation.targetGroup("demo", _ -> {});
    modify(made, key, value);

    assertThat(
            simulation
                .elb
                .describeTargetGroupAttributes(r -> r.targetGroupArn(made.targetGroupArn()))
                .attributes())
        .contains(TargetGroupAttribute.builder().key(key).value(value).build());
  }

  @ParameterizedTest
  @CsvSource({
    "deregistration_delay.timeout_seconds, 3601, ValidationError",
    "slow_start.duration_seconds, 29, ValidationError",
    "slow_start.duration_seconds, 901, ValidationError",
    "stickiness.lb_cookie.duration_seconds, 0, ValidationError",
    "stickiness.lb_cookie.duration_seconds, 604801, ValidationError",
    "stickiness.type, app_cookie, ValidationError",
    "load_balancing.algorithm.type, random, ValidationError",
    "load_balancing.algorithm.anomaly_mitigation, on, InvalidConfigurationRequest"
  })
  void attributes_outside_their_ranges_are_refused(String key, String value, String code) {
    TargetGroup made = simulation.targetGroup("demo", _ -> {});

    assertThat(Refusal.codeOf(() -> modify(made, key, value))).isEqualTo(code);
  }

  @Test
  void slow_start_excludes_least_outstanding_requests() {
    TargetGroup made = simulation.targetGroup("demo", _ -> {});
    modify(made, "load_balancing.algorithm.type", "least_outstanding_requests");

    assertThat(Refusal.codeOf(() -> modify(made, "slow_start.duration_seconds", "30")))
        .isEqualTo("InvalidConfigurationRequest");
  }

  @ParameterizedTest
  @CsvSource({
    "SESSION, true",
    "AWSALB, false",
    "AWSALBAPP-1, false",
    "AWSALBTGx, false",
    "a b, false"
  })
  void application_cookies_must_not_look_like_those_of_the_load_balancer(
      String cookie, boolean accepted) {
    TargetGroup made = simulation.targetGroup("demo", _ -> {});
    Runnable request =
        () ->
            simulation.elb.modifyTargetGroupAttributes(
                r ->
                    r.targetGroupArn(made.targetGroupArn())
                        .attributes(
                            TargetGroupAttribute.builder()
                                .key("stickiness.type")
                                .value("app_cookie")
                                .build(),
                            TargetGroupAttribute.builder()
                                .key("stickiness.app_cookie.cookie_name")
                                .value(cookie)
                                .build()));

    if (accepted) {
      request.run();
    } else {
      assertThat(Refusal.codeOf(request)).isEqualTo("ValidationError");
    }
  }
}
