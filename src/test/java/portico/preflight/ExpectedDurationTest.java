package portico.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.OperationResult;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.testing.Samples;

class ExpectedDurationTest {
  private static final Outcome DONE = new Outcome.Succeeded(new TreeMap<>(), Map.of());

  private static OperationRecord took(OperationKind kind, int seconds, Outcome outcome) {
    OperationId id = Samples.id(seconds);
    return new OperationRecord(
        Samples.request(id, kind),
        new OperationStatus.Finished(
            new OperationResult(id, Samples.NOW, Samples.NOW.plusSeconds(seconds), outcome)));
  }

  @Test
  void the_median_of_the_deployments_that_succeeded_is_expected() {
    List<OperationRecord> past =
        List.of(
            took(OperationKind.DEPLOY, 40, DONE),
            took(OperationKind.DEPLOY, 900, new Outcome.Cancelled(3)),
            took(OperationKind.DESTROY, 700, DONE),
            took(OperationKind.DEPLOY, 20, DONE),
            took(OperationKind.DEPLOY, 600, DONE));

    assertThat(ExpectedDuration.of(past, Samples.PRACTICE)).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void practice_tells_nothing_of_aws() {
    List<OperationRecord> past = List.of(took(OperationKind.DEPLOY, 20, DONE));

    assertThat(ExpectedDuration.of(past, Samples.PROFILE)).isEqualTo(Duration.ofMinutes(5));
    assertThat(ExpectedDuration.of(List.of(), Samples.PRACTICE)).isEqualTo(Duration.ofMinutes(1));
  }
}
