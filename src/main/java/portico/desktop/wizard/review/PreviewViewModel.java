package portico.desktop.wizard.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.desktop.fx.Background;
import portico.desktop.fx.PulseQueue;
import portico.desktop.wizard.form.Texts;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationListener;
import portico.operation.OperationStatus;
import portico.operation.Operations;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.ResourceRef;
import portico.operation.StartAnswer;
import portico.operation.Step;
import portico.text.Message;

/**
 * Runs previews, one after the other: a request made while one runs cancels that one and starts
 * when it has ended, because an environment takes one operation at a time.
 */
public final class PreviewViewModel {
  private final Operations operations;
  private final Background background;
  private final Texts texts;

  private final PulseQueue<Runnable> news;
  private final ReadOnlyObjectWrapper<PreviewState> state =
      new ReadOnlyObjectWrapper<>(new PreviewState.NotRun());
  private final ReadOnlyObjectWrapper<Optional<InstallEvent>> install =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<PreviewRequest>> ranFor =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<PreviewRow> rows = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<PreviewRow> shownRows =
      FXCollections.unmodifiableObservableList(rows);

  /** What the journal has told so far; the rows follow once for each batch of it. */
  private final List<PreviewRow> gathered = new ArrayList<>();

  private final Map<ResourceRef, Integer> places = new HashMap<>();
  private boolean rowsDiffer;

  private Optional<OperationId> running = Optional.empty();
  private Optional<Operations.Subscription> subscription = Optional.empty();
  private Optional<PreviewRequest> next = Optional.empty();
  private boolean busy;
  private boolean stopping;

  public PreviewViewModel(Operations operations, Background background, Texts texts) {
    this.operations = operations;
    this.background = background;
    this.texts = texts;
    news = new PulseQueue<>(background, this::take);
  }

  /** Carries the journal to the FX thread, in its order. */
  private final class Follower implements OperationListener {
    @Override
    public void event(OperationEvent event) {
      news.put(() -> PreviewViewModel.this.event(event));
    }

    @Override
    public void ended(OperationStatus status) {
      news.put(() -> PreviewViewModel.this.ended(status));
    }
  }

  public ReadOnlyObjectProperty<PreviewState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What the search for the engine last told, while it goes on. */
  public ReadOnlyObjectProperty<Optional<InstallEvent>> installProperty() {
    return install.getReadOnlyProperty();
  }

  /** What the state and the rows are about. */
  public ReadOnlyObjectProperty<Optional<PreviewRequest>> ranForProperty() {
    return ranFor.getReadOnlyProperty();
  }

  /** What would happen, a row for each resource of the program. */
  public ObservableList<PreviewRow> rows() {
    return shownRows;
  }

  /** How many resources would take each step; steps that none takes are left out. */
  public Map<Step, Integer> counts() {
    Map<Step, Integer> counts = new EnumMap<>(Step.class);
    rows.forEach(row -> counts.merge(row.step(), 1, Integer::sum));
    return counts;
  }

  /** Whether a preview of exactly this succeeded. */
  public boolean succeededFor(PreviewRequest request) {
    return state.get() instanceof PreviewState.Succeeded
        && ranFor.get().equals(Optional.of(request));
  }

  /** Previews the request, or goes on if it is being previewed already. */
  public void run(PreviewRequest request) {
    if (!busy) {
      begin(request);
    } else if (stopping || !ranFor.get().equals(Optional.of(request))) {
      next = Optional.of(request);
      stopRunning();
    }
  }

  /** Stops what runs; nothing was changed by it. */
  public void stop() {
    next = Optional.empty();
    if (busy) {
      stopRunning();
    }
  }

  private void begin(PreviewRequest request) {
    busy = true;
    stopping = false;
    rows.clear();
    gathered.clear();
    places.clear();
    install.set(Optional.empty());
    ranFor.set(Optional.of(request));
    state.set(new PreviewState.Running(Phase.PREPARING));
    background.run(
        () ->
            operations.start(
                OperationKind.PREVIEW,
                request.name(),
                request.spec(),
                request.account(),
                request.provider()),
        this::started);
  }

  private void started(StartAnswer answer) {
    switch (answer) {
      case StartAnswer.Refused(OperationFailure failure) -> end(failed(List.of(failure)));
      case StartAnswer.Started(OperationId id) -> {
        running = Optional.of(id);
        if (stopping) {
          cancel(id);
        }
        OperationListener listener = new Follower();
        background.run(() -> operations.follow(id, listener), opened -> following(id, opened));
      }
    }
  }

  private void following(OperationId id, Operations.Subscription opened) {
    if (running.equals(Optional.of(id))) {
      subscription = Optional.of(opened);
    } else {
      opened.close();
    }
  }

  private void stopRunning() {
    if (!stopping) {
      stopping = true;
      running.ifPresent(this::cancel);
    }
  }

  private void cancel(OperationId id) {
    background.run(
        () -> {
          operations.cancel(id);
          return id;
        },
        cancelled -> {});
  }

  private void event(OperationEvent event) {
    switch (event) {
      case OperationEvent.PhaseStarted(var at, Phase phase) -> {
        install.set(Optional.empty());
        state.set(new PreviewState.Running(phase));
      }
      case OperationEvent.EngineInstall(var at, InstallEvent progress) ->
          install.set(Optional.of(progress));
      case OperationEvent.ResourceStarted(var at, ResourceRef ref, Step step, var changed) ->
          put(ref, step, changed);
      case OperationEvent.ResourceFinished(var at, ResourceRef ref, Step step) ->
          put(ref, step, List.of());
      case OperationEvent.ResourceFailed(var at, ResourceRef ref, Step step) -> {
        put(ref, step, List.of());
        change(ref, PreviewRow::asFailed);
      }
      case OperationEvent.Diagnostic diagnostic -> {}
      case OperationEvent.Repaired repaired -> {}
      case OperationEvent.CallerKnown known -> {}
      case OperationEvent.CancelRequested requested -> {}
    }
  }

  /** The stack itself and its providers are the engine's own: nobody asked for them. */
  private void put(ResourceRef ref, Step step, List<String> changed) {
    if (ref.type().startsWith("pulumi:")) {
      return;
    }
    Integer place = places.putIfAbsent(ref, gathered.size());
    if (place == null) {
      gathered.add(new PreviewRow(ref, step, changed, false));
    } else {
      change(ref, row -> row.and(step, changed));
    }
  }

  private void change(ResourceRef ref, UnaryOperator<PreviewRow> change) {
    Optional.ofNullable(places.get(ref))
        .ifPresent(
            place -> {
              PreviewRow before = gathered.get(place);
              PreviewRow after = change.apply(before);
              gathered.set(place, after);
              rowsDiffer |= place < rows.size() && !after.equals(before);
            });
  }

  private void take(List<Runnable> batch) {
    batch.forEach(Runnable::run);
    showRows();
  }

  /** Once for a batch of events: the table lays itself out at each change. */
  private void showRows() {
    if (rowsDiffer) {
      rows.setAll(gathered);
    } else if (gathered.size() > rows.size()) {
      rows.addAll(gathered.subList(rows.size(), gathered.size()));
    }
    rowsDiffer = false;
  }

  private void ended(OperationStatus status) {
    end(
        switch (status) {
          case OperationStatus.Finished(var result) -> stateOf(result.outcome());
          case OperationStatus.Interrupted() ->
              failed(List.of(new OperationFailure.Interrupted(texts.get("review.worker"))));
          case OperationStatus.Running(var pid) -> new PreviewState.NotRun();
        });
  }

  private PreviewState stateOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded(var outputs, var changes) -> new PreviewState.Succeeded();
      case Outcome.Failed(var failures, int resources) -> failed(failures);
      case Outcome.Cancelled(int resources) -> new PreviewState.NotRun();
    };
  }

  /** Whatever exists was there before: a preview changes nothing. */
  private PreviewState failed(List<OperationFailure> failures) {
    return new PreviewState.Failed(
        failures.stream()
            .map(failure -> texts.failures().of(failure, -1))
            .map(each -> new Message(each.what(), texts.get("review.unchanged"), each.next()))
            .toList());
  }

  private void end(PreviewState last) {
    showRows();
    busy = false;
    running = Optional.empty();
    subscription.ifPresent(Operations.Subscription::close);
    subscription = Optional.empty();
    install.set(Optional.empty());
    Optional<PreviewRequest> wanted = next;
    next = Optional.empty();
    state.set(stopping ? new PreviewState.NotRun() : last);
    wanted.ifPresent(this::begin);
  }
}
