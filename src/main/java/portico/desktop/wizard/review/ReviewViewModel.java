package portico.desktop.wizard.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import portico.desktop.fx.Background;
import portico.desktop.fx.Latest;
import portico.desktop.wizard.draft.Draft;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.Texts;
import portico.environment.Environment;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.model.SpecRules;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.StartAnswer;
import portico.service.Services;
import portico.spec.SpecDiff;
import portico.text.Message;

/**
 * The environment's name, all choices in words, the preview, and the deployment: which starts only
 * what a preview has succeeded for, unchanged.
 */
public final class ReviewViewModel implements StepModel {
  private final Services services;
  private final Background background;
  private final Texts texts;
  private final ObservableValue<Optional<Draft>> draft;
  private final Consumer<OperationId> deployed;
  private final EnvironmentNameForm name;
  private final EndingChoice ending;
  private final PreviewViewModel preview;
  private final PreflightViewModel preflight;
  private final PreflightLines preflightLines;
  private final Latest environmentsRead = new Latest();
  private final ReadOnlyBooleanWrapper deploying = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Message>> refusal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectBinding<Optional<PreviewRequest>> request;
  private final ObjectBinding<List<SummarySection>> summary;
  private final ObservableValue<Optional<EnvironmentSpec>> planned;
  private final ObjectBinding<Optional<String>> protectedBalancer;
  private final ObservableValue<Optional<String>> costLine;
  private final ObjectBinding<List<SpecDiff.Line>> changes;
  private final ObjectBinding<Optional<Problem>> problem;

  /**
   * @param fixedName the name of the environment being changed; empty for a new one
   * @param deployed told of the deployment once it has started
   */
  public ReviewViewModel(
      Services services,
      Background background,
      Texts texts,
      ObservableValue<Optional<Draft>> draft,
      PreflightViewModel preflight,
      Optional<EnvironmentName> fixedName,
      Consumer<OperationId> deployed) {
    this.services = services;
    this.background = background;
    this.texts = texts;
    this.draft = draft;
    this.deployed = deployed;
    preview = new PreviewViewModel(services.operations(), background, texts);
    this.preflight = preflight;
    preflightLines = new PreflightLines(texts);
    name = new EnvironmentNameForm(texts, fixedName);
    ending = new EndingChoice(texts);
    SummaryText summaryText = new SummaryText(texts);
    request = Bindings.createObjectBinding(this::currentRequest, draft, name.field().fault());
    summary =
        Bindings.createObjectBinding(
            () -> draft.getValue().map(summaryText::of).orElse(List.of()), draft);
    planned = draft.map(found -> found.map(Draft::spec));
    protectedBalancer =
        Bindings.createObjectBinding(
            () -> draft.getValue().flatMap(each -> ProtectedBalancer.of(each, previewed())),
            draft,
            preview.stateProperty());
    costLine = new CostLine().of(draft);
    changes = SpecChanges.of(name.standing(), draft);
    problem =
        Bindings.createObjectBinding(
            this::currentProblem,
            draft,
            name.field().fault(),
            request,
            preview.stateProperty(),
            preview.ranForProperty(),
            preflight.stateProperty(),
            deploying);
  }

  public Field name() {
    return name.field();
  }

  /** When the environment shall end by itself. */
  public EndingChoice ending() {
    return ending;
  }

  /** Whether the environment exists already and therefore keeps its name. */
  public boolean isNameFixed() {
    return name.isFixed();
  }

  public PreviewViewModel preview() {
    return preview;
  }

  public ObservableValue<List<SummarySection>> summary() {
    return summary;
  }

  /** How an environment that stands would change, value by value. */
  public ObservableValue<List<SpecDiff.Line>> changes() {
    return changes;
  }

  /** What a deployment would leave behind; empty while the draft is incomplete. */
  public ObservableValue<Optional<EnvironmentSpec>> planned() {
    return planned;
  }

  /** The load balancer that AWS protects against the deletion that the change would need. */
  public ObservableValue<Optional<String>> protectedBalancer() {
    return protectedBalancer;
  }

  /** What a demo would cost; empty while the draft is incomplete. */
  ObservableValue<Optional<String>> costLine() {
    return costLine;
  }

  /** The checks, of which a failed one hinders the deployment. */
  public PreflightViewModel preflight() {
    return preflight;
  }

  public ReadOnlyBooleanProperty deployingProperty() {
    return deploying.getReadOnlyProperty();
  }

  /** Why the deployment was not started. */
  public ReadOnlyObjectProperty<Optional<Message>> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** What is wanted now, if it is complete; the preview may be about something older. */
  public ObservableValue<Optional<PreviewRequest>> request() {
    return request;
  }

  /** What hinders the deployment. */
  @Override
  public ObservableValue<Optional<Problem>> problem() {
    return problem;
  }

  /** Looks at AWS once more, suggests one, and previews what has no preview yet. */
  @Override
  public void enter() {
    refusal.set(Optional.empty());
    preflight.again();
    background.run(services.environments()::list, environmentsRead.begin(this::environmentsFound));
  }

  @Override
  public void reveal() {
    name.field().reveal();
  }

  /** Previews what is wanted now if the last preview was about something else. */
  public void previewIfChanged() {
    request
        .get()
        .filter(wanted -> !preview.ranForProperty().get().equals(Optional.of(wanted)))
        .ifPresent(this::previewNow);
  }

  /** Previews what is wanted now, again if need be. */
  public void previewAgain() {
    request.get().ifPresent(this::previewNow);
  }

  /** Starts the deployment of exactly what was previewed. */
  public void deploy() {
    if (problem.get().isPresent() || deploying.get()) {
      return;
    }
    PreviewRequest wanted = request.get().orElseThrow();
    deploying.set(true);
    refusal.set(Optional.empty());
    EndingChoice.Option ends = ending.pick().get();
    background.run(() -> DeploymentStart.of(services, wanted, ends), this::deployStarted);
  }

  private void deployStarted(DeploymentStart deployment) {
    deploying.set(false);
    deployment.endNotKept().ifPresent(failure -> refusal.set(Optional.of(endNotKept(failure))));
    switch (deployment.answer()) {
      case StartAnswer.Started(OperationId id) -> {
        if (deployment.endNotKept().isEmpty()) {
          deployed.accept(id);
        }
      }
      case StartAnswer.Refused(var failure) ->
          refusal.set(Optional.of(texts.failures().of(failure, -1)));
    }
  }

  private Message endNotKept(OperationFailure failure) {
    return new Message(
        texts.get("review.ends.not-kept", texts.failures().of(failure, -1).what()),
        "",
        texts.get("review.ends.not-kept.next"));
  }

  private void previewNow(PreviewRequest wanted) {
    refusal.set(Optional.empty());
    preview.run(wanted);
  }

  private void environmentsFound(List<Environment> found) {
    ending.found(found, name.value());
    name.found(found, draft.getValue().map(each -> each.access().loadBalancerName()));
    request.get().filter(wanted -> !preview.succeededFor(wanted)).ifPresent(this::previewNow);
  }

  private List<PreviewRow> previewed() {
    boolean over = preview.stateProperty().get() instanceof PreviewState.Succeeded;
    return over ? preview.rows() : List.of();
  }

  private Optional<PreviewRequest> currentRequest() {
    return draft
        .getValue()
        .flatMap(
            complete ->
                name.value()
                    .map(
                        named ->
                            new PreviewRequest(
                                named,
                                complete.spec(),
                                complete.account().place().account(),
                                complete.account().provider())));
  }

  private Optional<Problem> currentProblem() {
    if (draft.getValue().isEmpty()) {
      return Optional.of(new Problem("wizard-back", texts.get("review.incomplete")));
    }
    if (request.get().isEmpty()) {
      return name.field().problem();
    }
    PreviewRequest wanted = request.get().get();
    return texts
        .first(SpecRules.check(wanted.spec()))
        .map(ReviewViewModel::atPreview)
        .or(() -> preflightFault(wanted))
        .or(() -> previewFault(wanted).map(ReviewViewModel::atPreview));
  }

  /** A failed check hinders what it was found of. */
  private Optional<Problem> preflightFault(PreviewRequest wanted) {
    return preflight
        .reportOf(wanted.spec())
        .flatMap(preflightLines::firstProblem)
        .map(text -> new Problem("wizard-preflight-mend-1", text));
  }

  private static Problem atPreview(String text) {
    return new Problem("wizard-preview-again", text);
  }

  private Optional<String> previewFault(PreviewRequest wanted) {
    if (deploying.get()) {
      return Optional.of(texts.get("review.starting"));
    }
    if (preview.succeededFor(wanted)) {
      return preflight.reportOf(wanted.spec()).isEmpty()
          ? Optional.of(texts.get("preflight.running"))
          : Optional.empty();
    }
    boolean same = preview.ranForProperty().get().equals(Optional.of(wanted));
    return Optional.of(texts.get(preview.stateProperty().get().hindrance(same)));
  }
}
