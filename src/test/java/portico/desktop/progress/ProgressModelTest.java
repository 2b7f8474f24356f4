package portico.desktop.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.InstantSource;
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
import portico.model.EnvironmentName;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.Step;
import portico.testing.FakeOperations;
import portico.testing.Journals;
import portico.testing.ManualBackground;
import portico.testing.Samples;

class ProgressModelTest {
  private static final OperationId PREVIEW = Samples.id(1);
  private static final OperationId DEPLOY = Samples.id(2);

  private final FakeOperations operations = new FakeOperations();
  private final ProgressText text =
      new ProgressText(new TimeText(DesktopText.words(), ZoneOffset.UTC));
  private final ProgressModel model = model(DEPLOY);

  private ProgressModel model(OperationId id) {
    return new ProgressModel(
        id,
        operations,
        new InlineBackground(),
        InstantSource.fixed(Samples.NOW.plusSeconds(12)),
        text);
  }

  private static List<String> states(ProgressModel model) {
    return model.rows().stream()
        .map(row -> row.resource().name() + " " + row.stateProperty().get())
        .toList();
  }

  @Test
  void a_preview_of_the_same_wish_announces_the_rows_and_makes_the_share_known() {
    Journals.preview(operations, PREVIEW, OperationKind.PREVIEW, Step.CREATE);
    Journals.deployHalfway(operations, DEPLOY);
    model.open();

    assertThat(states(model))
        .containsExactly(
            "ai-inference-lb-sg DONE",
            "ai-inference-tg DONE",
            "ai-inference-lb WORKING",
            "i-0f1e2d3c4b5a69788 WAITING",
            "ai-inference-listener WAITING");
    assertThat(model.progressProperty().get()).isEqualTo(0.4);
  }

  @Test
  void without_a_preview_the_share_is_unknown_and_rows_come_as_they_begin() {
    Journals.deployHalfway(operations, DEPLOY);
    model.open();

    assertThat(model.rows()).hasSize(3);
    assertThat(model.progressProperty().get()).isEqualTo(-1);
  }

  @Test
  void earlier_runs_tell_how_much_time_is_left_until_it_is_over() {
    OperationRequest like = Samples.request(DEPLOY, OperationKind.DEPLOY);
    operations.add(
        new OperationRequest(
            PREVIEW,
            like.kind(),
            new EnvironmentName("another"),
            like.spec(),
            like.account(),
            like.provider(),
            Samples.NOW));
    operations.finish(PREVIEW, new Outcome.Succeeded(new TreeMap<>(), Map.of()));
    Journals.deployHalfway(operations, DEPLOY);
    model.open();

    assertThat(model.expectedProperty().get()).isEqualTo("About 0:08 left, going by earlier runs");

    Journals.deployRest(operations, DEPLOY);
    assertThat(model.expectedProperty().get()).isEmpty();
  }

  @Test
  void another_operation_on_the_same_environment_can_follow() {
    Journals.deployHalfway(operations, DEPLOY);
    model.open();
    model.start(OperationKind.REFRESH, id -> {});

    assertThat(operations.started)
        .extracting(OperationRequest::kind, OperationRequest::environment)
        .containsExactly(tuple(OperationKind.REFRESH, Samples.NAME));
  }

  @Test
  void without_an_earlier_run_nothing_is_said_of_the_time_left() {
    Journals.deployHalfway(operations, DEPLOY);
    model.open();

    assertThat(model.expectedProperty().get()).isEmpty();
  }

  @Test
  void stack_and_provider_are_not_resources_of_the_user() {
    operations.add(Samples.request(DEPLOY, OperationKind.DEPLOY));
    model.open();
    for (String type : List.of("pulumi:pulumi:Stack", "pulumi:providers:aws")) {
      Journals.started(operations, DEPLOY, Samples.resource(type, "x"), 1);
    }

    assertThat(model.rows()).isEmpty();
  }

  @Test
  void a_running_operation_is_followed_to_its_end() {
    Journals.deployHalfway(operations, DEPLOY);
    model.open();
    Journals.deployRest(operations, DEPLOY);

    assertThat(model.endProperty().get())
        .contains(new OperationEnd.Succeeded(Samples.outputs(), Map.of(Step.CREATE, 5)));
    assertThat(model.progressProperty().get()).isEqualTo(1);
    assertThat(model.phaseProperty().get()).isEqualTo(Phase.VERIFYING);
    assertThat(model.ranWhenOpened()).isTrue();
    assertThat(model.elapsedProperty().get()).isEqualTo("0:20");
  }

  @Test
  void what_is_over_is_replayed_from_its_journal() {
    Journals.deployHalfway(operations, DEPLOY);
    Journals.deployRest(operations, DEPLOY);
    model.open();

    assertThat(model.rows()).hasSize(5);
    assertThat(model.ranWhenOpened()).isFalse();
    assertThat(model.log()).hasSize(14).first().isEqualTo("15:30:00  Preparing");
  }

  @Test
  void who_follows_the_log_is_not_forgotten_by_the_garbage_collector() {
    assertThat(model.log()).isSameAs(model.log());
  }

  @Test
  void the_end_comes_from_the_status_and_not_from_events() {
    Journals.deployHalfway(operations, DEPLOY);
    model.open();
    Journals.finished(operations, DEPLOY, Samples.LOAD_BALANCER, 9);

    assertThat(model.endProperty().get()).isEmpty();
  }

  @Test
  void a_refused_resource_shows_its_reason_and_what_was_not_begun_is_not_done() {
    Journals.preview(operations, PREVIEW, OperationKind.PREVIEW, Step.CREATE);
    Journals.deployHalfway(operations, DEPLOY);
    model.open();
    Journals.deployFails(operations, DEPLOY);

    assertThat(states(model)).contains("ai-inference-lb FAILED", "ai-inference-listener STOPPED");
    assertThat(model.progressProperty().get()).isEqualTo(0.6);
    assertThat(model.rows().get(2).problemProperty().get()).startsWith("SubnetNotFound");
    assertThat(model.endProperty().get()).get().isInstanceOf(OperationEnd.Failed.class);
    OperationEnd.Failed failed = (OperationEnd.Failed) model.endProperty().get().orElseThrow();
    assertThat(failed.message().resources()).isEqualTo("2 resources exist.");
    assertThat(failed.details()).contains("SubnetNotFound").contains("15:30:00  Preparing");
  }

  @Test
  void a_worker_that_disappeared_ends_the_operation_as_interrupted() {
    Journals.deployHalfway(operations, DEPLOY);
    model.open();
    operations.interrupt(DEPLOY);

    assertThat(model.endProperty().get()).get().isInstanceOf(OperationEnd.Stopped.class);
    assertThat(states(model)).contains("ai-inference-lb STOPPED");
  }

  @Test
  void cancel_asks_gracefully_first_and_stops_at_once_the_second_time_and_not_again() {
    Journals.deployHalfway(operations, DEPLOY);
    model.open();
    model.cancel();
    assertThat(model.cancellingProperty().get()).isEqualTo(ProgressModel.Cancelling.ASKED);
    model.cancel();
    assertThat(model.cancellingProperty().get()).isEqualTo(ProgressModel.Cancelling.STOPPING);
    model.cancel();

    assertThat(operations.cancelled).containsExactly(DEPLOY, DEPLOY);
  }

  @Test
  void a_cancel_that_another_process_asked_for_is_shown() {
    Journals.deployHalfway(operations, DEPLOY);
    operations.emit(DEPLOY, new OperationEvent.CancelRequested(Samples.NOW, 1));
    model.open();

    assertThat(model.cancellingProperty().get()).isEqualTo(ProgressModel.Cancelling.ASKED);
  }

  @Test
  void the_installation_of_the_engine_is_shown_while_it_lasts() {
    operations.add(Samples.request(DEPLOY, OperationKind.DEPLOY));
    model.open();
    InstallEvent download = new InstallEvent.Downloading(10, OptionalLong.of(20));
    operations.emit(DEPLOY, new OperationEvent.EngineInstall(Samples.NOW, download));
    assertThat(model.installProperty().get()).contains(download);

    operations.emit(
        DEPLOY,
        new OperationEvent.EngineInstall(
            Samples.NOW, new InstallEvent.Ready("3.259.0", "/opt/pulumi")));
    assertThat(model.installProperty().get()).isEmpty();
  }

  @Test
  void starting_again_starts_the_same_wish_and_hands_its_id_on() {
    Journals.deployHalfway(operations, DEPLOY);
    Journals.deployFails(operations, DEPLOY);
    model.open();
    List<OperationId> started = new java.util.ArrayList<>();
    model.startAgain(started::add);

    assertThat(operations.started).hasSize(1);
    assertThat(operations.started.getFirst().kind()).isEqualTo(OperationKind.DEPLOY);
    assertThat(operations.started.getFirst().spec()).isEqualTo(Samples.spec());
    assertThat(started).containsExactly(operations.started.getFirst().id());
  }

  @Test
  void a_refused_start_is_told() {
    Journals.deployHalfway(operations, DEPLOY);
    Journals.deployFails(operations, DEPLOY);
    model.open();
    operations.refusal = Optional.of(new OperationFailure.WorkerFailed("no java"));
    model.startAgain(id -> {});

    assertThat(model.refusalProperty().get())
        .get()
        .extracting(m -> m.what())
        .asString()
        .contains("no java");
  }

  @Test
  void an_operation_whose_folder_is_gone_is_told() {
    model.open();

    assertThat(model.refusalProperty().get()).isPresent();
  }

  @Test
  void leaving_ends_following() {
    Journals.deployHalfway(operations, DEPLOY);
    model.open();
    assertThat(operations.followers(DEPLOY)).isEqualTo(1);
    model.close();

    assertThat(operations.followers(DEPLOY)).isZero();
  }

  @Test
  void leaving_before_following_has_begun_ends_it_too() {
    Journals.deployHalfway(operations, DEPLOY);
    ManualBackground background = new ManualBackground();
    ProgressModel slow =
        new ProgressModel(DEPLOY, operations, background, InstantSource.system(), text);
    slow.open();
    slow.close();
    background.runAll();

    assertThat(operations.followers(DEPLOY)).isZero();
  }

  @Test
  void a_burst_of_events_is_taken_in_at_once() {
    ManualBackground background = new ManualBackground();
    ProgressModel slow =
        new ProgressModel(DEPLOY, operations, background, InstantSource.system(), text);
    operations.add(Samples.request(DEPLOY, OperationKind.DEPLOY));
    slow.open();
    background.runAll();
    int before = slow.batchesProperty().get();
    for (int i = 0; i < 500; i++) {
      Journals.started(operations, DEPLOY, Samples.resource("aws:x:Y", "r" + i), i);
    }
    background.runAll();

    assertThat(slow.batchesProperty().get()).isEqualTo(before + 1);
    assertThat(slow.rows()).hasSize(500);
  }

  @Test
  void a_destroy_takes_its_rows_from_the_preview_of_the_destroy() {
    Journals.preview(operations, PREVIEW, OperationKind.DESTROY_PREVIEW, Step.DELETE);
    operations.add(Samples.request(DEPLOY, OperationKind.DESTROY));
    model.open();
    operations.finish(DEPLOY, new Outcome.Succeeded(new TreeMap<>(), Map.of(Step.DELETE, 5)));

    assertThat(states(model)).hasSize(5).allMatch(each -> each.endsWith("DONE"));
  }
}
