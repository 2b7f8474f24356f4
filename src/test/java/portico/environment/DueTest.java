package portico.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import portico.model.EnvironmentSpec;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.OperationResult;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.operation.ProviderKind;
import portico.testing.Samples;

/** Whether an environment whose time is over can be destroyed now. */
class DueTest {
  private static final Environment DEPLOYED = Samples.deployed("demo", Samples.PRACTICE);

  private static Due.Verdict verdict(
      Environment environment, Instant now, OperationRecord... history) {
    Deadline deadline = new Deadline(Samples.NOW, Samples.NOW, Optional.empty());
    return Due.of(environment, deadline, List.of(history), now).verdict();
  }

  private static OperationRecord destroy(int number, Outcome outcome) {
    return new OperationRecord(
        Samples.request(Samples.id(number), OperationKind.DESTROY),
        new OperationStatus.Finished(
            new OperationResult(
                Samples.id(number), Samples.NOW, Samples.NOW.plusSeconds(60), outcome)));
  }

  private static Environment with(Environment each, Optional<EnvironmentSpec> spec) {
    return new Environment(
        each.name(),
        each.state(),
        spec,
        each.account(),
        ProviderKind.BUNDLED,
        each.outputs(),
        each.resources(),
        each.lastChange());
  }

  @Test
  void one_at_rest_is_ready() {
    assertThat(verdict(DEPLOYED, Samples.NOW)).isEqualTo(new Due.Ready());
    assertThat(
            verdict(
                Samples.inState(
                    "demo",
                    Samples.PROFILE,
                    new EnvironmentState.Incomplete(
                        Optional.empty(), EnvironmentState.Reason.FAILED)),
                Samples.NOW))
        .isEqualTo(new Due.Ready());
  }

  @Test
  void one_at_work_is_busy() {
    assertThat(
            verdict(
                Samples.inState(
                    "demo",
                    Samples.PRACTICE,
                    new EnvironmentState.Working(Samples.id(3), OperationKind.REFRESH)),
                Samples.NOW))
        .isEqualTo(new Due.Busy(Samples.id(3), OperationKind.REFRESH));
  }

  @Test
  void deletion_protection_holds_it() {
    Environment safe = with(DEPLOYED, DEPLOYED.spec().map(Samples::withDeletionProtection));

    assertThat(verdict(safe, Samples.NOW)).isEqualTo(new Due.Protected("ai-inference-lb"));
  }

  @Test
  void what_portico_did_not_make_is_left_alone() {
    assertThat(verdict(with(DEPLOYED, Optional.empty()), Samples.NOW)).isEqualTo(new Due.Foreign());
  }

  @Test
  void after_a_failed_destroy_it_waits_a_quarter_of_an_hour() {
    OperationRecord failed = destroy(5, new Outcome.Failed(List.of(), 3));
    Instant until = Samples.NOW.plusSeconds(60).plus(Duration.ofMinutes(15));

    assertThat(verdict(DEPLOYED, until.minusMillis(1), failed))
        .isEqualTo(new Due.Waiting(Samples.id(5), until));
    assertThat(verdict(DEPLOYED, until, failed)).isEqualTo(new Due.Ready());
  }

  @Test
  void a_destroy_that_was_cancelled_or_killed_waits_too() {
    OperationRecord killed =
        new OperationRecord(
            Samples.request(Samples.id(5), OperationKind.DESTROY),
            new OperationStatus.Interrupted());

    assertThat(verdict(DEPLOYED, Samples.NOW.plusSeconds(61), destroy(5, new Outcome.Cancelled(1))))
        .isInstanceOf(Due.Waiting.class);
    assertThat(verdict(DEPLOYED, Samples.NOW.plusSeconds(61), killed))
        .isInstanceOf(Due.Waiting.class);
  }

  @Test
  void only_the_last_destroy_counts() {
    assertThat(
            verdict(
                DEPLOYED,
                Samples.NOW.plusSeconds(61),
                destroy(6, new Outcome.Succeeded(new TreeMap<>(), Map.of())),
                destroy(5, new Outcome.Failed(List.of(), 3))))
        .isEqualTo(new Due.Ready());
  }
}
