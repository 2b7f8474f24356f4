package portico.desktop.destroy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import portico.desktop.fx.Background;
import portico.desktop.fx.InlineBackground;
import portico.environment.Environment;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Step;
import portico.testing.FakeEnvironments;
import portico.testing.FakeNavigation;
import portico.testing.FakeOperations;
import portico.testing.ManualBackground;
import portico.testing.Samples;
import portico.text.FailureText;
import portico.text.Words;

class DestroyModelTest {
  private final FakeOperations operations = new FakeOperations();
  private final FakeEnvironments environments = new FakeEnvironments();
  private final List<OperationId> followed = new ArrayList<>();
  private final DestroyModel model = model(new InlineBackground());

  private DestroyModel model(Background background) {
    return new DestroyModel(
        Samples.NAME,
        operations,
        environments,
        background,
        new FailureText(Words.core()),
        new DestroyText());
  }

  private DestroyModel.State.Asking asking() {
    return (DestroyModel.State.Asking) model.stateProperty().get();
  }

  private void openWithPreview() {
    environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    model.open();
    OperationId preview = operations.started.getFirst().id();
    operations.emit(
        preview,
        new OperationEvent.ResourceStarted(Samples.NOW, Samples.LISTENER, Step.DELETE, List.of()));
    operations.emit(
        preview,
        new OperationEvent.ResourceStarted(
            Samples.NOW,
            Samples.resource("pulumi:pulumi:Stack", "portico"),
            Step.DELETE,
            List.of()));
    operations.finish(preview, new Outcome.Succeeded(new TreeMap<>(), Map.of(Step.DELETE, 1)));
  }

  @Test
  void the_preview_says_what_goes() {
    openWithPreview();

    assertThat(operations.started.getFirst().kind()).isEqualTo(OperationKind.DESTROY_PREVIEW);
    assertThat(asking().goes()).containsExactly(Samples.LISTENER);
    assertThat(asking().problem()).isEmpty();
  }

  @Test
  void the_exact_name_starts_the_destroy() {
    openWithPreview();
    model.destroy("llama-staging", followed::add);

    assertThat(operations.started.getLast().kind()).isEqualTo(OperationKind.DESTROY);
    assertThat(followed).containsExactly(operations.started.getLast().id());
  }

  @Test
  void another_name_starts_nothing() {
    openWithPreview();
    model.destroy("llama-stagin", followed::add);
    model.destroy("", followed::add);

    assertThat(operations.started).hasSize(1);
    assertThat(followed).isEmpty();
  }

  @Test
  void nothing_is_destroyed_before_the_preview_has_ended() {
    environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    model.open();
    model.destroy("llama-staging", followed::add);

    assertThat(operations.started).hasSize(1);
  }

  @Test
  void a_failed_preview_does_not_stand_in_the_way_of_destroying() {
    environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    model.open();
    operations.finish(
        operations.started.getFirst().id(),
        new Outcome.Failed(List.of(new OperationFailure.EngineError(255, "boom")), 3));

    assertThat(asking().goes())
        .containsExactly(Samples.LOAD_BALANCER, Samples.TARGET_GROUP, Samples.SECURITY_GROUP);
    assertThat(asking().problem()).get().extracting(m -> m.what()).asString().contains("boom");
  }

  @Test
  void a_refused_destroy_is_told_and_can_be_tried_again() {
    openWithPreview();
    operations.refusal = Optional.of(new OperationFailure.WorkerFailed("no java"));
    model.destroy("llama-staging", followed::add);

    assertThat(asking().problem()).isPresent();
    assertThat(followed).isEmpty();
  }

  @Test
  void a_stack_of_unknown_account_cannot_be_destroyed_from_here() {
    Environment known = Samples.deployed("llama-staging", Samples.PRACTICE);
    environments.put(
        new Environment(
            known.name(),
            known.state(),
            Optional.empty(),
            Optional.empty(),
            known.provider(),
            known.outputs(),
            known.resources(),
            known.lastChange()));
    model.open();

    assertThat(model.stateProperty().get()).isInstanceOf(DestroyModel.State.Impossible.class);
    assertThat(operations.started).isEmpty();
  }

  @Test
  void leaving_cancels_the_preview_so_that_it_does_not_block_the_environment() {
    environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    model.open();
    model.close();

    assertThat(operations.cancelled).containsExactly(operations.started.getFirst().id());
  }

  @Test
  void leaving_while_the_preview_is_being_started_cancels_it_too() {
    environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    ManualBackground background = new ManualBackground();
    DestroyModel slow = model(background);
    slow.open();
    slow.close();
    background.runAll();

    assertThat(operations.cancelled).containsExactly(operations.started.getFirst().id());
  }

  @Test
  void leaving_after_the_preview_cancels_nothing() {
    openWithPreview();
    model.destroy("llama-staging", followed::add);
    model.close();

    assertThat(operations.cancelled).isEmpty();
  }

  private static Environment protectedEnvironment() {
    Environment usual = Samples.deployed("llama-staging", Samples.PRACTICE);
    return new Environment(
        usual.name(),
        usual.state(),
        usual.spec().map(Samples::withDeletionProtection),
        usual.account(),
        usual.provider(),
        usual.outputs(),
        usual.resources(),
        usual.lastChange());
  }

  @Test
  void deletion_protection_is_told_before_the_question_with_a_way_to_the_settings() {
    environments.put(protectedEnvironment());
    model.open();
    FakeNavigation navigation = new FakeNavigation();
    model.openWizard(navigation);

    assertThat(model.protectedBalancer()).contains("ai-inference-lb");
    assertThat(navigation.went).containsExactly("startWizardFrom llama-staging");
  }

  @Test
  void without_protection_or_without_a_load_balancer_there_is_nothing_to_warn_of() {
    openWithPreview();
    assertThat(model.protectedBalancer()).isEmpty();

    Environment without = protectedEnvironment();
    environments.put(
        new Environment(
            without.name(),
            without.state(),
            without.spec(),
            without.account(),
            without.provider(),
            without.outputs(),
            without.resources().subList(0, 2),
            without.lastChange()));
    model.open();
    assertThat(model.protectedBalancer()).isEmpty();
  }
}
