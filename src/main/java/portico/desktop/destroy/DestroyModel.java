package portico.desktop.destroy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.catalog.CloudAccount;
import portico.desktop.app.Navigation;
import portico.desktop.fx.Background;
import portico.environment.DeletionProtection;
import portico.environment.Environment;
import portico.environment.EnvironmentResource;
import portico.environment.Environments;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationListener;
import portico.operation.OperationStatus;
import portico.operation.Operations;
import portico.operation.Outcome;
import portico.operation.ResourceRef;
import portico.operation.StartAnswer;
import portico.operation.Step;
import portico.text.FailureText;
import portico.text.Message;

/**
 * Finds out what a destroy would remove, and starts it. A preview that fails does not stand in the
 * way: the state's own list is shown then, together with why there is no better one.
 */
public final class DestroyModel {
  /** How far the question has come. */
  sealed interface State {
    /** The preview runs. */
    record Looking() implements State {}

    /** The question can be answered. {@code problem} tells why this is not the engine's list. */
    record Asking(Environment environment, List<ResourceRef> goes, Optional<Message> problem)
        implements State {}

    /** It cannot be destroyed from here. */
    record Impossible(Message message) implements State {}

    /** The destroy is being started. */
    record Starting() implements State {}
  }

  /** What an operation needs besides its kind. */
  private record Wish(EnvironmentSpec spec, CloudAccount account) {}

  private final EnvironmentName name;
  private final Operations operations;
  private final Environments environments;
  private final Background background;
  private final FailureText failures;
  private final DestroyText text;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Looking());
  private Optional<OperationId> preview = Optional.empty();
  private Optional<Environment> environment = Optional.empty();
  private boolean closed;

  public DestroyModel(
      EnvironmentName name,
      Operations operations,
      Environments environments,
      Background background,
      FailureText failures,
      DestroyText text) {
    this.name = name;
    this.operations = operations;
    this.environments = environments;
    this.background = background;
    this.failures = failures;
    this.text = text;
  }

  public EnvironmentName name() {
    return name;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The environment, once it is read. */
  Optional<Environment> environment() {
    return environment;
  }

  /** The load balancer that AWS was last told to protect against deletion, if it exists. */
  Optional<String> protectedBalancer() {
    return environment.flatMap(DeletionProtection::ofDestroy);
  }

  // --- Commands

  /** Reads the environment and previews its destroy. */
  public void open() {
    closed = false;
    state.set(new State.Looking());
    background.run(
        () -> environments.find(name),
        found -> found.ifPresentOrElse(this::look, () -> impossible(text.gone(name))));
  }

  /** Turns to the wizard with everything as it is deployed. */
  void openWizard(Navigation navigation) {
    environment
        .flatMap(DestroyModel::wish)
        .ifPresent(known -> navigation.startWizardFrom(name, known.spec(), known.account()));
  }

  /** Stops a preview that is still at work, so that it does not keep the environment busy. */
  public void close() {
    closed = true;
    preview.ifPresent(
        id ->
            background.run(
                () -> {
                  operations.cancel(id);
                  return id;
                },
                cancelled -> {}));
    preview = Optional.empty();
  }

  /**
   * Starts the destroy if the environment's name was typed exactly.
   *
   * @param then gets the operation's id once it has started
   */
  public void destroy(String typedName, Consumer<OperationId> then) {
    if (!(state.get() instanceof State.Asking asking) || !typedName.equals(name.value())) {
      return;
    }
    state.set(new State.Starting());
    start(
        OperationKind.DESTROY,
        asking.environment(),
        then,
        failure ->
            state.set(
                new State.Asking(
                    asking.environment(),
                    asking.goes(),
                    Optional.of(failures.of(failure, asking.goes().size())))));
  }

  private void look(Environment found) {
    environment = Optional.of(found);
    if (wish(found).isEmpty()) {
      impossible(text.foreign(name));
      return;
    }
    start(
        OperationKind.DESTROY_PREVIEW,
        found,
        id -> {
          preview = Optional.of(id);
          if (closed) {
            close();
          } else {
            follow(id, found);
          }
        },
        failure -> ask(found, Optional.of(failures.of(failure, found.resources().size()))));
  }

  private void start(
      OperationKind kind,
      Environment target,
      Consumer<OperationId> started,
      Consumer<OperationFailure> refused) {
    Wish wish = wish(target).orElseThrow();
    background.run(
        () -> operations.start(kind, name, wish.spec(), wish.account(), target.provider()),
        answer -> {
          switch (answer) {
            case StartAnswer.Started(OperationId id) -> started.accept(id);
            case StartAnswer.Refused(OperationFailure failure) -> refused.accept(failure);
          }
        });
  }

  private static Optional<Wish> wish(Environment target) {
    return target.spec().flatMap(spec -> target.account().map(account -> new Wish(spec, account)));
  }

  private void follow(OperationId id, Environment found) {
    List<ResourceRef> goes = new ArrayList<>();
    background.run(
        () ->
            operations.follow(
                id,
                new OperationListener() {
                  @Override
                  public void event(OperationEvent event) {
                    if (event instanceof OperationEvent.ResourceStarted started
                        && started.step() == Step.DELETE
                        && !started.resource().type().startsWith("pulumi:")) {
                      goes.add(started.resource());
                    }
                  }

                  @Override
                  public void ended(OperationStatus status) {
                    List<ResourceRef> listed = List.copyOf(goes);
                    background.onFx(() -> previewEnded(found, listed, status));
                  }
                }),
        following -> {});
  }

  private void previewEnded(Environment found, List<ResourceRef> goes, OperationStatus status) {
    preview = Optional.empty();
    if (status instanceof OperationStatus.Finished(var result)
        && result.outcome() instanceof Outcome.Failed(var all, int resources)) {
      ask(found, Optional.of(failures.of(all.getFirst(), resources)));
    } else if (goes.isEmpty()) {
      ask(found, Optional.empty());
    } else {
      state.set(new State.Asking(found, goes, Optional.empty()));
    }
  }

  private void ask(Environment found, Optional<Message> problem) {
    List<ResourceRef> known =
        found.resources().reversed().stream().map(EnvironmentResource::ref).toList();
    state.set(new State.Asking(found, known, problem));
  }

  private void impossible(Message message) {
    state.set(new State.Impossible(message));
  }
}
