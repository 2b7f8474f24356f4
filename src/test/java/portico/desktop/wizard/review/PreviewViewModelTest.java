package portico.desktop.wizard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import portico.desktop.fx.InlineBackground;
import portico.desktop.wizard.WizardFixture;
import portico.model.EnvironmentName;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.ProviderKind;
import portico.operation.ResourceRef;
import portico.operation.Step;
import portico.testing.ManualBackground;
import portico.testing.Samples;

class PreviewViewModelTest {
  private static final PreviewRequest REQUEST = request("llama-staging");
  private static final PreviewRequest OTHER = request("llama-production");

  private final WizardFixture fixture = new WizardFixture();
  private final PreviewViewModel model =
      new PreviewViewModel(fixture.fakes.operations, new InlineBackground(), fixture.texts);

  private static PreviewRequest request(String name) {
    return new PreviewRequest(
        new EnvironmentName(name), Samples.spec(), Samples.PRACTICE, ProviderKind.BUNDLED);
  }

  private OperationId id() {
    return fixture.newest().id();
  }

  @Test
  void a_preview_starts_with_exactly_what_was_asked_for() {
    model.run(REQUEST);

    assertThat(fixture.newest().kind()).isEqualTo(OperationKind.PREVIEW);
    assertThat(fixture.newest().environment()).isEqualTo(REQUEST.name());
    assertThat(fixture.newest().spec()).isEqualTo(REQUEST.spec());
    assertThat(model.stateProperty().get()).isEqualTo(new PreviewState.Running(Phase.PREPARING));
  }

  @Test
  void resources_come_with_their_step_and_the_engines_own_are_left_out() {
    model.run(REQUEST);
    fixture.emitStep(
        id(), new ResourceRef("u", "pulumi:pulumi:Stack", "portico-llama"), Step.CREATE);
    fixture.emitStep(id(), Samples.LOAD_BALANCER, Step.UPDATE, "subnets");
    fixture.finishPreview();

    assertThat(model.rows()).hasSize(5);
    assertThat(model.rows().getFirst())
        .isEqualTo(new PreviewRow(Samples.LOAD_BALANCER, Step.CREATE, List.of("subnets"), false));
    assertThat(model.succeededFor(REQUEST)).isTrue();
    assertThat(model.succeededFor(OTHER)).isFalse();
  }

  @Test
  void listening_views_are_held_by_the_model() {
    assertThat(model.rows()).isSameAs(model.rows());
  }

  @Test
  void a_creation_and_a_deletion_of_one_resource_are_a_replacement() {
    model.run(REQUEST);
    fixture.emitStep(id(), Samples.TARGET_GROUP, Step.CREATE, "port");
    fixture.emitStep(id(), Samples.TARGET_GROUP, Step.DELETE);

    assertThat(model.rows().getFirst().step()).isEqualTo(Step.REPLACE);
    assertThat(model.rows().getFirst().changedProperties()).containsExactly("port");
    assertThat(model.counts()).containsOnlyKeys(Step.REPLACE);
  }

  @Test
  void progress_of_the_engines_installation_is_shown_until_the_next_phase() {
    model.run(REQUEST);
    InstallEvent progress = new InstallEvent.Downloading(1, OptionalLong.of(10));
    fixture.fakes.operations.emit(id(), new OperationEvent.EngineInstall(Samples.NOW, progress));
    assertThat(model.installProperty().get()).contains(progress);

    fixture.fakes.operations.emit(
        id(), new OperationEvent.PhaseStarted(Samples.NOW, Phase.RUNNING));

    assertThat(model.installProperty().get()).isEmpty();
    assertThat(model.stateProperty().get()).isEqualTo(new PreviewState.Running(Phase.RUNNING));
  }

  @Test
  void every_failure_is_put_into_words_and_says_that_nothing_changed() {
    model.run(REQUEST);
    fixture.fakes.operations.emit(
        id(), new OperationEvent.ResourceFailed(Samples.NOW, Samples.LISTENER, Step.CREATE));
    fixture.fakes.operations.finish(
        id(),
        new Outcome.Failed(
            List.of(
                new OperationFailure.ProviderMissing("no network"),
                new OperationFailure.Stalled(90)),
            3));

    PreviewState.Failed failed = (PreviewState.Failed) model.stateProperty().get();
    assertThat(failed.messages()).hasSize(2);
    assertThat(failed.messages().getFirst().what()).contains("no network");
    assertThat(failed.messages())
        .allSatisfy(each -> assertThat(each.resources()).contains("changes nothing"));
    assertThat(model.rows().getFirst().failed()).isTrue();
  }

  @Test
  void a_worker_that_disappears_is_a_failure() {
    model.run(REQUEST);

    fixture.fakes.operations.interrupt(id());

    assertThat(model.stateProperty().get()).isInstanceOf(PreviewState.Failed.class);
  }

  @Test
  void a_refusal_is_a_failure_and_the_next_try_starts() {
    fixture.fakes.operations.refusal =
        Optional.of(new OperationFailure.NotWritable("/home/ada", "read-only"));
    model.run(REQUEST);
    assertThat(model.stateProperty().get()).isInstanceOf(PreviewState.Failed.class);

    fixture.fakes.operations.refusal = Optional.empty();
    model.run(REQUEST);

    assertThat(model.stateProperty().get()).isInstanceOf(PreviewState.Running.class);
  }

  @Test
  void asking_again_for_what_is_running_starts_nothing() {
    model.run(REQUEST);
    model.run(REQUEST);

    assertThat(fixture.fakes.operations.started).hasSize(1);
    assertThat(fixture.fakes.operations.cancelled).isEmpty();
  }

  @Test
  void a_changed_request_cancels_what_runs_and_starts_once_that_has_ended() {
    model.run(REQUEST);
    OperationId first = id();

    model.run(OTHER);
    assertThat(fixture.fakes.operations.cancelled).containsExactly(first);
    assertThat(fixture.fakes.operations.started).hasSize(1);
    fixture.fakes.operations.finish(first, new Outcome.Cancelled(0));

    assertThat(fixture.newest().environment()).isEqualTo(OTHER.name());
    fixture.finishPreview();
    assertThat(model.succeededFor(OTHER)).isTrue();
  }

  @Test
  void a_change_while_the_preview_is_being_started_cancels_it_as_soon_as_it_has_a_name() {
    ManualBackground background = new ManualBackground();
    PreviewViewModel slow =
        new PreviewViewModel(fixture.fakes.operations, background, fixture.texts);
    slow.run(REQUEST);
    slow.run(OTHER);

    background.runAll();
    assertThat(fixture.fakes.operations.cancelled).hasSize(1);
    fixture.fakes.operations.finish(id(), new Outcome.Cancelled(0));
    background.runAll();

    assertThat(slow.ranForProperty().get()).contains(OTHER);
  }

  @Test
  void nobody_follows_a_preview_that_has_ended() {
    model.run(REQUEST);
    OperationId id = id();
    fixture.finishPreview();

    assertThat(fixture.fakes.operations.followers(id)).isZero();
  }

  @Test
  void stopping_leaves_no_result() {
    model.run(REQUEST);

    model.stop();
    fixture.succeed(id());

    assertThat(model.stateProperty().get()).isInstanceOf(PreviewState.NotRun.class);
    assertThat(model.succeededFor(REQUEST)).isFalse();
  }

  @Test
  void a_burst_of_events_changes_the_table_once() {
    ManualBackground background = new ManualBackground();
    PreviewViewModel busy =
        new PreviewViewModel(fixture.fakes.operations, background, fixture.texts);
    busy.run(REQUEST);
    background.runAll();
    List<Integer> sizes = new ArrayList<>();
    busy.rows()
        .addListener((ListChangeListener<PreviewRow>) change -> sizes.add(change.getList().size()));
    for (int index = 0; index < 1000; index++) {
      ResourceRef target = new ResourceRef("urn " + index, "aws:lb/x:X", "target " + index);
      fixture.emitStep(id(), target, Step.CREATE);
      fixture.emitStep(id(), target, Step.CREATE);
    }

    background.runAll();

    assertThat(sizes).containsExactly(1000);
    assertThat(busy.counts()).containsExactly(Map.entry(Step.CREATE, 1000));
  }
}
