package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.model.TimeoutLadder.Finding;
import portico.model.TimeoutLadder.Kind;
import portico.model.TimeoutLadder.Severity;

class TimeoutLadderTest {
  /** Everything fits: idle 600, keep-alive 610, silence 300, drain 300, health check 15/10. */
  private static final int IDLE = 600;

  private static ServiceSpec service(int keepAlive, int limit, int silence, int client) {
    return new ServiceSpec("vllm", known(keepAlive), known(limit), known(silence), known(client));
  }

  private static OptionalInt known(int seconds) {
    return seconds < 0 ? OptionalInt.empty() : OptionalInt.of(seconds);
  }

  private static LoadBalancerAttributes idle(int seconds) {
    return new LoadBalancerAttributes(
        seconds, 3600, true, false, false, Optional.empty(), Optional.empty());
  }

  private static TargetGroupSpec group(int drain, int healthTimeout) {
    return new TargetGroupSpec(
        "tg",
        TargetType.INSTANCE,
        Protocol.HTTP,
        ProtocolVersion.HTTP1,
        8000,
        new HealthCheckSpec("/health", 15, healthTimeout, 2, 5),
        new TargetGroupAttributes(
            drain, 0, Algorithm.LEAST_OUTSTANDING_REQUESTS, false, new Stickiness.Off()),
        List.of(),
        Map.of());
  }

  private static List<Finding> findings(ServiceSpec service, int idle, int drain, int timeout) {
    return TimeoutLadder.of(service, idle(idle), group(drain, timeout)).findings();
  }

  @Test
  void numbers_that_fit_are_found_nothing_wrong_with() {
    TimeoutLadder ladder =
        TimeoutLadder.of(service(610, 700, 300, 650), idle(IDLE), group(300, 10));

    assertThat(ladder.findings()).isEmpty();
    assertThat(ladder.holds()).isTrue();
    assertThat(ladder.seconds(Kind.UNHEALTHY_AFTER)).hasValue(75);
    assertThat(ladder.severityOf(Kind.IDLE_TIMEOUT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, true", "599, true", "600, true", "601, false", "86400, false"})
  void the_server_must_keep_idle_connections_longer_than_the_load_balancer(
      int keepAlive, boolean weak) {
    List<Finding> found = findings(service(keepAlive, -1, 300, -1), IDLE, 300, 10);

    assertThat(found.contains(new Finding.KeepAliveTooShort(keepAlive, IDLE))).isEqualTo(weak);
  }

  @ParameterizedTest
  @CsvSource({"599, false", "600, true", "601, true", "3999, true"})
  void a_silence_must_be_shorter_than_the_idle_timeout(int silence, boolean weak) {
    List<Finding> found = findings(service(610, -1, silence, -1), IDLE, 3600, 10);

    assertThat(found.contains(new Finding.SilenceReachesIdle(silence, IDLE))).isEqualTo(weak);
  }

  @ParameterizedTest
  @CsvSource({"3999, false", "4000, true", "7200, true"})
  void a_silence_of_aws_longest_idle_timeout_cannot_be_helped(int silence, boolean weak) {
    List<Finding> found = findings(service(4010, -1, silence, -1), 4000, 3600, 10);

    assertThat(found.contains(new Finding.SilenceBeyondAws(silence, 4000))).isEqualTo(weak);
    assertThat(found).doesNotHaveAnyElementsOfTypes(Finding.SilenceReachesIdle.class);
  }

  @ParameterizedTest
  @CsvSource({"299, WEAK", "300, WEAK", "301, NOTE", "599, NOTE", "600, ''"})
  void the_servers_limit_must_outlast_the_silence_and_should_outlast_idle(int limit, String worst) {
    assertThat(worst(findings(service(610, limit, 300, -1), IDLE, 300, 10))).isEqualTo(worst);
  }

  @ParameterizedTest
  @CsvSource({"300, WEAK", "301, NOTE", "599, NOTE", "600, ''"})
  void clients_must_wait_longer_than_the_silence(int client, String worst) {
    assertThat(worst(findings(service(610, -1, 300, client), IDLE, 300, 10))).isEqualTo(worst);
  }

  @ParameterizedTest
  @CsvSource({"299, WEAK", "300, ''", "3600, ''"})
  void a_leaving_target_must_be_able_to_finish(int drain, String worst) {
    assertThat(worst(findings(service(610, -1, 300, -1), IDLE, drain, 10))).isEqualTo(worst);
  }

  @ParameterizedTest
  @CsvSource({"2, WEAK", "4, WEAK", "5, ''", "10, ''"})
  void the_health_check_must_wait_for_at_least_five_seconds(int timeout, String worst) {
    assertThat(worst(findings(service(610, -1, 300, -1), IDLE, 300, timeout))).isEqualTo(worst);
  }

  private static String worst(List<Finding> findings) {
    return findings.stream().findFirst().map(each -> each.severity().name()).orElse("");
  }

  @Test
  void what_nobody_knows_is_said_and_is_not_weak() {
    TimeoutLadder ladder = TimeoutLadder.of(ServiceSpec.OTHER, idle(60), group(300, 10));

    assertThat(ladder.findings())
        .containsExactly(new Finding.KeepAliveUnknown(60), new Finding.SilenceUnknown(60));
    assertThat(ladder.holds()).isTrue();
    assertThat(ladder.severityOf(Kind.SERVER_KEEP_ALIVE)).contains(Severity.UNKNOWN);
  }

  @Test
  void the_worst_comes_first() {
    List<Finding> found = findings(service(-1, 301, 300, 10), IDLE, 300, 2);

    assertThat(found).extracting(Finding::severity).isSorted();
  }

  @Test
  void a_lambda_group_has_no_deregistration_delay_and_a_check_that_is_off_no_rungs() {
    TargetGroupSpec before = group(10, 2);
    HealthCheckSpec off =
        new HealthCheckSpec(false, Protocol.HTTP, OptionalInt.empty(), "/", 35, 2, 5, 2, "200");
    TargetGroupSpec lambda =
        new TargetGroupSpec(
            "tg",
            TargetType.LAMBDA,
            Protocol.HTTP,
            ProtocolVersion.HTTP1,
            80,
            off,
            before.attributes(),
            List.of(),
            Map.of());

    TimeoutLadder ladder = TimeoutLadder.of(service(610, -1, 300, -1), idle(IDLE), lambda);

    assertThat(ladder.findings()).isEmpty();
    assertThat(ladder.rungs())
        .extracting(TimeoutLadder.Rung::kind)
        .doesNotContain(Kind.DEREGISTRATION_DELAY, Kind.HEALTH_TIMEOUT, Kind.UNHEALTHY_AFTER);
  }

  @ParameterizedTest
  @CsvSource({
    "5, -1, 300, -1, 60, 300, 10",
    "-1, -1, -1, -1, 60, 300, 2",
    "5, 30, 30, 20, 60, 10, 3",
    "5, 120, 3999, 60, 60, 0, 2",
    "610, 700, 300, 650, 600, 300, 10",
    "60, 60, 60, 60, 60, 60, 4"
  })
  void setting_both_ends_leaves_nothing_weak(
      int keepAlive, int limit, int silence, int client, int idle, int drain, int timeout) {
    TimeoutLadder.Fix fix =
        TimeoutLadder.fix(
            service(keepAlive, limit, silence, client), idle(idle), group(drain, timeout));

    TimeoutLadder after = TimeoutLadder.of(fix.service(), fix.attributes(), fix.targetGroup());
    assertThat(after.findings().stream().filter(each -> each.severity() == Severity.WEAK))
        .isEmpty();
    assertThat(fix.attributes().idleTimeoutSeconds()).isBetween(1, TimeoutLadder.IDLE_MAX);
    assertThat(fix.targetGroup().attributes().deregistrationDelaySeconds())
        .isLessThanOrEqualTo(TimeoutLadder.DRAIN_MAX);
    assertThat(HealthCheckRules.check("", fix.targetGroup())).isEmpty();
  }

  @Test
  void setting_both_ends_of_what_fits_changes_nothing() {
    ServiceSpec service = service(610, 700, 300, 650);

    TimeoutLadder.Fix fix = TimeoutLadder.fix(service, idle(IDLE), group(300, 10));

    assertThat(fix.changes(service, idle(IDLE), group(300, 10))).isFalse();
  }

  @Test
  void setting_both_ends_pairs_idle_timeout_and_keep_alive() {
    TimeoutLadder.Fix fix = TimeoutLadder.fix(service(5, -1, 300, -1), idle(60), group(300, 10));

    assertThat(fix.attributes().idleTimeoutSeconds()).isEqualTo(360);
    assertThat(fix.service().keepAliveSeconds()).hasValue(370);
  }

  @Test
  void a_silence_beyond_aws_gets_the_longest_idle_timeout() {
    TimeoutLadder.Fix fix = TimeoutLadder.fix(service(5, -1, 5000, -1), idle(60), group(300, 10));

    assertThat(fix.attributes().idleTimeoutSeconds()).isEqualTo(4000);
    assertThat(TimeoutLadder.of(fix.service(), fix.attributes(), fix.targetGroup()).findings())
        .containsExactly(new Finding.SilenceBeyondAws(5000, 4000));
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "30, 40", "50, 60", "300, 360", "3900, 4000", "4000, 4000", "86400, 4000"})
  void the_idle_timeout_leaves_a_fifth_at_least_ten_seconds(int silence, int idle) {
    assertThat(TimeoutLadder.idleFor(silence)).isEqualTo(idle);
  }
}
