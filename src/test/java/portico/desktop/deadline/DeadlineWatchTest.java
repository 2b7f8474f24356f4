package portico.desktop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import portico.desktop.fx.InlineBackground;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Tone;
import portico.environment.Ending;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.Outcome;
import portico.testing.FakeDeadlines;
import portico.testing.FakeServices;
import portico.testing.Samples;

/** What the window says and does as the time of environments comes to its end. */
class DeadlineWatchTest {
  private static final EnvironmentName DEMO = new EnvironmentName("demo");
  private static final Instant DUE = Samples.NOW.plus(Duration.ofDays(3));

  private final FakeServices fakes = new FakeServices();
  private Instant now = Samples.NOW;
  private final DeadlineWatch watch =
      new DeadlineWatch(
          fakes.services(),
          new InlineBackground(),
          () -> now,
          new NoticeText(new TimeText(DesktopText.words(), ZoneOffset.UTC)));

  private void put(Environment environment, Instant due) {
    fakes.environments.put(environment);
    fakes.deadlines.endings.put(environment.name(), FakeDeadlines.at(due));
  }

  private void demo() {
    put(Samples.deployed("demo", Samples.PRACTICE), DUE);
  }

  /** The window was open all the time and the machine awake. */
  private void passTo(Instant then) {
    while (now.plusSeconds(20).isBefore(then)) {
      now = now.plusSeconds(20);
      watch.tick();
    }
    now = then;
    watch.tick();
  }

  /** The machine slept until then. */
  private void sleepTo(Instant then) {
    now = then;
    watch.tick();
  }

  private List<Notice> notices() {
    return watch.noticesProperty().get();
  }

  private Notice notice() {
    assertThat(notices()).hasSize(1);
    return notices().getFirst();
  }

  private List<OperationRequest> started() {
    return fakes.operations.started;
  }

  /** The destroy at work shows in the environment's state. */
  private void working() {
    fakes.environments.put(
        Samples.inState(
            "demo",
            Samples.PRACTICE,
            new EnvironmentState.Working(started().getLast().id(), OperationKind.DESTROY)));
  }

  @Test
  void two_days_two_hours_and_half_an_hour_before_it_reminds() {
    demo();
    sleepTo(DUE.minus(Duration.ofHours(49)));
    assertThat(notices()).isEmpty();
    sleepTo(DUE.minus(Duration.ofHours(47)));
    assertThat(notice().text())
        .isEqualTo("demo ends in 47 h and is destroyed then: Thu 26 Nov 2026 15:30 Z.");
    sleepTo(DUE.minus(Duration.ofMinutes(90)));
    assertThat(notice().text()).contains("demo ends in 1 h 30 min");
    sleepTo(DUE.minus(Duration.ofMinutes(20)));
    assertThat(notice().text()).contains("demo ends in 20 min");
    assertThat(notice().tone()).isEqualTo(Tone.WARNING);
  }

  @Test
  void the_last_five_minutes_are_counted_and_cannot_be_put_out_of_sight() {
    demo();
    sleepTo(DUE.minusSeconds(299));
    assertThat(notice().text()).isEqualTo("demo is destroyed in 4:59.");
    now = now.plusSeconds(1);
    watch.tick();
    assertThat(notice().text()).isEqualTo("demo is destroyed in 4:58.");
    assertThat(notice().dismissible()).isFalse();
    watch.dismiss(notice());
    assertThat(notices()).hasSize(1);
  }

  @Test
  void what_was_dismissed_comes_back_with_the_next_step() {
    demo();
    sleepTo(DUE.minus(Duration.ofHours(40)));
    watch.dismiss(notice());
    assertThat(notices()).isEmpty();
    sleepTo(DUE.minus(Duration.ofHours(3)));
    assertThat(notices()).isEmpty();
    sleepTo(DUE.minus(Duration.ofHours(2)));
    assertThat(notices()).hasSize(1);
  }

  @Test
  void when_it_is_due_the_ordinary_destroy_is_started_once() {
    demo();
    passTo(DUE.minusMillis(1));
    assertThat(started()).isEmpty();
    passTo(DUE);
    assertThat(started()).hasSize(1);
    assertThat(started().getFirst().kind()).isEqualTo(OperationKind.DESTROY);
    assertThat(started().getFirst().environment()).isEqualTo(DEMO);

    working();
    passTo(DUE.plusSeconds(60));
    assertThat(started()).hasSize(1);
    assertThat(notice().text()).isEqualTo("demo is being destroyed: its time is over.");
    assertThat(notice().operation()).contains(started().getFirst().id());
    assertThat(notice().changeable()).isFalse();

    fakes.operations.finish(
        started().getFirst().id(), new Outcome.Succeeded(new TreeMap<>(), Map.of()));
    passTo(DUE.plusSeconds(90));
    assertThat(notices()).isEmpty();
    assertThat(started()).hasSize(1);
  }

  @Test
  void who_was_not_there_gets_a_minute() {
    demo();
    sleepTo(DUE.plus(Duration.ofHours(8)));
    assertThat(notice().text()).isEqualTo("demo was due 8 h ago. It is destroyed in 1:00.");
    assertThat(notice().changeable()).isTrue();
    passTo(now.plusSeconds(59));
    assertThat(started()).isEmpty();
    passTo(now.plusSeconds(1));
    assertThat(started()).hasSize(1);
  }

  @Test
  void a_machine_that_slept_over_it_leaves_a_minute_too() {
    demo();
    passTo(Samples.NOW.plusSeconds(60));
    sleepTo(DUE.plusSeconds(30));
    assertThat(started()).isEmpty();
    assertThat(notice().text()).contains("It is destroyed in 1:00.");
  }

  @Test
  void extending_puts_it_off_and_keeping_removes_it() {
    demo();
    sleepTo(DUE.minus(Duration.ofMinutes(10)));
    fakes.deadlines.now = now;
    watch.extend(notice());
    assertThat(fakes.deadlines.find(DEMO).deadline().orElseThrow().due())
        .isEqualTo(DUE.plus(Duration.ofHours(4)));
    assertThat(notices()).isEmpty();

    sleepTo(DUE.plus(Duration.ofHours(3)));
    watch.keep(notice());
    assertThat(fakes.deadlines.find(DEMO)).isEqualTo(Ending.never());
    assertThat(notices()).isEmpty();
    passTo(DUE.plus(Duration.ofHours(5)));
    assertThat(started()).isEmpty();
  }

  @Test
  void past_due_extending_counts_from_now() {
    demo();
    sleepTo(DUE.plus(Duration.ofDays(1)));
    watch.extend(notice());
    assertThat(fakes.deadlines.find(DEMO).deadline().orElseThrow().due())
        .isEqualTo(DUE.plus(Duration.ofDays(1)).plus(Duration.ofHours(4)));
    passTo(now.plusSeconds(120));
    assertThat(started()).isEmpty();
  }

  @Test
  void an_end_that_cannot_be_changed_is_told_and_still_comes() {
    demo();
    sleepTo(DUE.minus(Duration.ofMinutes(10)));
    fakes.deadlines.refusal = Optional.of(new OperationFailure.NotWritable("/x", "read-only"));
    watch.keep(notice());
    assertThat(notice().text()).contains("Its end could not be changed", "/x");
    passTo(DUE);
    assertThat(started()).hasSize(1);
  }

  @Test
  void another_window_that_was_faster_is_no_failure() {
    demo();
    passTo(DUE.minusSeconds(1));
    fakes.operations.refusal =
        Optional.of(
            new OperationFailure.EnvironmentBusy(
                OptionalLong.of(17), Optional.empty(), Optional.empty()));
    passTo(DUE);
    assertThat(notice().text()).isEqualTo("demo is due: its destroy is being started.");
    fakes.operations.refusal = Optional.empty();
    fakes.environments.put(
        Samples.inState(
            "demo",
            Samples.PRACTICE,
            new EnvironmentState.Working(Samples.id(3), OperationKind.DESTROY)));
    passTo(DUE.plusSeconds(20));
    assertThat(notice().text()).isEqualTo("demo is being destroyed: its time is over.");
    assertThat(started()).isEmpty();
  }

  @Test
  void a_start_that_is_refused_is_told_and_not_tried_in_a_loop() {
    demo();
    passTo(DUE.minusSeconds(1));
    fakes.operations.refusal = Optional.of(new OperationFailure.NotWritable("/x", "read-only"));
    passTo(DUE);
    assertThat(notice().text()).contains("could not be started", "/x", "The next try is at 15:45");
    fakes.operations.refusal = Optional.empty();
    passTo(DUE.plus(Duration.ofMinutes(15)).minusSeconds(1));
    assertThat(started()).isEmpty();
    passTo(DUE.plus(Duration.ofMinutes(15)).plusSeconds(15));
    assertThat(started()).hasSize(1);
  }

  @Test
  void after_a_failed_destroy_it_waits_and_shows_what_happened() {
    demo();
    passTo(DUE);
    OperationId failed = started().getFirst().id();
    fakes.operations.add(
        new OperationRequest(
            failed,
            OperationKind.DESTROY,
            DEMO,
            Samples.spec(),
            Samples.PRACTICE,
            started().getFirst().provider(),
            DUE));
    fakes.operations.finish(failed, new Outcome.Failed(List.of(), 3));
    passTo(DUE.plusSeconds(40));
    assertThat(notice().text()).contains("did not succeed. It is tried again at 15:45 or later");
    assertThat(notice().operation()).contains(failed);
    assertThat(notice().changeable()).isTrue();
    assertThat(started()).hasSize(1);
    passTo(DUE.plus(Duration.ofMinutes(15)).plusSeconds(20));
    assertThat(started()).hasSize(2);
  }

  @Test
  void deletion_protection_is_said_and_nothing_is_started() {
    Environment deployed = Samples.deployed("demo", Samples.PRACTICE);
    put(
        new Environment(
            deployed.name(),
            deployed.state(),
            deployed.spec().map(Samples::withDeletionProtection),
            deployed.account(),
            deployed.provider(),
            deployed.outputs(),
            deployed.resources(),
            deployed.lastChange()),
        DUE);
    passTo(DUE.plusSeconds(60));
    assertThat(notice().text()).contains("protects its load balancer ai-inference-lb");
    assertThat(started()).isEmpty();
  }

  @Test
  void of_several_the_most_urgent_comes_first() {
    demo();
    put(Samples.deployed("alpha", Samples.PROFILE), DUE.plusSeconds(600));
    put(Samples.deployed("later", Samples.PROFILE), DUE.plus(Duration.ofDays(9)));
    sleepTo(DUE.minusSeconds(600));
    assertThat(notices())
        .extracting(each -> each.environment().value())
        .containsExactly("demo", "alpha");
  }
}
