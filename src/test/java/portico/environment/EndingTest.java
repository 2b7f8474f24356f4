package portico.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.OperationRequest;
import portico.operation.OperationResult;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.operation.ProviderKind;
import portico.testing.Samples;

/** What the operations on an environment make of the end that was chosen. */
class EndingTest {
  private static final Lifetime EIGHT_HOURS = new Lifetime(Duration.ofHours(8));
  private static final Outcome SUCCEEDED = new Outcome.Succeeded(new TreeMap<>(), Map.of());
  private static final Outcome FAILED = new Outcome.Failed(List.of(), 3);

  /** An operation that begins in that minute and takes another. */
  private static OperationRecord operation(int minute, OperationKind kind, Outcome outcome) {
    return record(
        minute,
        kind,
        new OperationStatus.Finished(
            new OperationResult(id(minute), at(minute), at(minute + 1), outcome)));
  }

  private static OperationRecord record(int minute, OperationKind kind, OperationStatus status) {
    return new OperationRecord(
        new OperationRequest(
            id(minute),
            kind,
            Samples.NAME,
            Samples.spec(),
            Samples.PRACTICE,
            ProviderKind.BUNDLED,
            at(minute)),
        status);
  }

  private static Instant at(int minute) {
    return Samples.NOW.plusSeconds(60L * minute);
  }

  private static OperationId id(int minute) {
    return OperationId.create(at(minute), 7);
  }

  private static Ending pending(int minute, Optional<Deadline> before) {
    return new Ending(
        before,
        Optional.of(new Ending.Pending(EIGHT_HOURS, id(minute), at(minute), Optional.of("ada"))));
  }

  private static Ending endsAt(int due, int since) {
    return new Ending(
        Optional.of(new Deadline(at(due), at(since), Optional.of("ada"))), Optional.empty());
  }

  @Test
  void its_time_begins_at_the_end_of_the_deployment() {
    Ending settled =
        pending(10, Optional.empty())
            .settled(List.of(operation(10, OperationKind.DEPLOY, SUCCEEDED)));

    assertThat(settled).isEqualTo(endsAt(11 + 8 * 60, 11));
  }

  @Test
  void while_the_deployment_runs_what_was_set_before_holds() {
    Ending chosen = pending(10, endsAt(300, 0).deadline());

    assertThat(
            chosen.settled(
                List.of(
                    record(
                        10,
                        OperationKind.DEPLOY,
                        new OperationStatus.Running(OptionalLong.empty())))))
        .isEqualTo(chosen);
  }

  @Test
  void after_a_failed_deployment_it_waits_for_the_next_that_succeeds() {
    Ending chosen = pending(10, Optional.empty());
    OperationRecord failed = operation(10, OperationKind.DEPLOY, FAILED);
    OperationRecord repaired = operation(30, OperationKind.DEPLOY, SUCCEEDED);

    assertThat(chosen.settled(List.of(failed))).isEqualTo(chosen);
    assertThat(chosen.settled(List.of(repaired, failed))).isEqualTo(endsAt(31 + 8 * 60, 31));
  }

  @Test
  void a_redeployment_neither_begins_it_anew_nor_is_an_earlier_one_counted() {
    assertThat(
            pending(10, Optional.empty())
                .settled(
                    List.of(
                        operation(50, OperationKind.DEPLOY, SUCCEEDED),
                        operation(10, OperationKind.DEPLOY, SUCCEEDED),
                        operation(5, OperationKind.DEPLOY, SUCCEEDED))))
        .isEqualTo(endsAt(11 + 8 * 60, 11));
    assertThat(endsAt(300, 0).settled(List.of(operation(50, OperationKind.DEPLOY, SUCCEEDED))))
        .isEqualTo(endsAt(300, 0));
  }

  @Test
  void a_destroy_that_succeeded_makes_it_void() {
    OperationRecord destroyed = operation(40, OperationKind.DESTROY, SUCCEEDED);

    assertThat(endsAt(300, 20).settled(List.of(destroyed)).stays()).isTrue();
    assertThat(pending(20, Optional.empty()).settled(List.of(destroyed)).stays()).isTrue();
    assertThat(
            pending(20, Optional.empty())
                .settled(
                    List.of(
                        operation(60, OperationKind.DEPLOY, SUCCEEDED),
                        destroyed,
                        operation(20, OperationKind.DEPLOY, SUCCEEDED)))
                .stays())
        .as("the next environment of that name stays")
        .isTrue();
  }

  @Test
  void what_was_set_after_the_destroy_holds() {
    assertThat(endsAt(300, 60).settled(List.of(operation(40, OperationKind.DESTROY, SUCCEEDED))))
        .isEqualTo(endsAt(300, 60));
  }

  @Test
  void a_destroy_that_failed_keeps_it() {
    assertThat(endsAt(30, 20).settled(List.of(operation(40, OperationKind.DESTROY, FAILED))))
        .isEqualTo(endsAt(30, 20));
    assertThat(
            endsAt(30, 20)
                .settled(List.of(operation(40, OperationKind.DESTROY_PREVIEW, SUCCEEDED))))
        .isEqualTo(endsAt(30, 20));
  }
}
