package portico.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.testing.Samples;

class UsualDurationTest {
  private static final Outcome DONE = new Outcome.Succeeded(new TreeMap<>(), Map.of());
  private static final OperationRequest WANTED = request(99, OperationKind.DEPLOY, "new");

  private static OperationRequest request(int number, OperationKind kind, String environment) {
    return request(number, kind, environment, Samples.PRACTICE);
  }

  private static OperationRequest request(
      int number, OperationKind kind, String environment, CloudAccount account) {
    return new OperationRequest(
        Samples.id(number),
        kind,
        new EnvironmentName(environment),
        Samples.spec(),
        account,
        ProviderKind.BUNDLED,
        Samples.NOW);
  }

  private static OperationRecord took(OperationRequest request, int seconds, Outcome outcome) {
    return new OperationRecord(
        request,
        new OperationStatus.Finished(
            new OperationResult(
                request.id(), Samples.NOW, Samples.NOW.plusSeconds(seconds), outcome)));
  }

  private static OperationRecord deployed(int number, String environment, int seconds) {
    return took(request(number, OperationKind.DEPLOY, environment), seconds, DONE);
  }

  @Test
  void the_median_and_the_longest_of_those_that_succeeded_count() {
    List<OperationRecord> past =
        List.of(
            deployed(1, "a", 40),
            deployed(2, "b", 20),
            took(request(3, OperationKind.DEPLOY, "c"), 900, new Outcome.Cancelled(3)),
            took(request(4, OperationKind.PREVIEW, "d"), 700, DONE),
            deployed(5, "e", 60));

    assertThat(UsualDuration.of(past, WANTED))
        .contains(new UsualDuration(Duration.ofSeconds(40), Duration.ofSeconds(60), 3));
  }

  @Test
  void a_change_of_what_stands_is_told_apart_from_a_first_deployment() {
    List<OperationRecord> past =
        List.of(deployed(1, "a", 200), deployed(2, "a", 10), deployed(3, "a", 12));

    assertThat(UsualDuration.of(past, WANTED))
        .contains(new UsualDuration(Duration.ofSeconds(200), Duration.ofSeconds(200), 1));
    assertThat(UsualDuration.of(past, request(99, OperationKind.DEPLOY, "a")))
        .contains(new UsualDuration(Duration.ofSeconds(12), Duration.ofSeconds(12), 2));
  }

  @Test
  void after_a_destroy_a_deployment_is_a_first_one_again() {
    List<OperationRecord> past =
        List.of(deployed(1, "a", 200), took(request(2, OperationKind.DESTROY, "a"), 90, DONE));

    assertThat(UsualDuration.of(past, request(99, OperationKind.DEPLOY, "a")))
        .map(UsualDuration::median)
        .contains(Duration.ofSeconds(200));
  }

  @Test
  void neither_practice_nor_later_runs_tell_anything_of_aws() {
    OperationRequest live = request(5, OperationKind.DEPLOY, "new", Samples.PROFILE);

    assertThat(UsualDuration.of(List.of(deployed(1, "a", 20)), live)).isEmpty();
    assertThat(
            UsualDuration.of(
                List.of(took(request(6, OperationKind.DEPLOY, "b", Samples.PROFILE), 200, DONE)),
                live))
        .isEmpty();
  }

  @Test
  void what_is_left_ends_with_the_median() {
    UsualDuration usual = new UsualDuration(Duration.ofSeconds(40), Duration.ofSeconds(60), 3);

    assertThat(usual.left(Duration.ofSeconds(15))).contains(Duration.ofSeconds(25));
    assertThat(usual.left(Duration.ofSeconds(40))).isEmpty();
  }
}
