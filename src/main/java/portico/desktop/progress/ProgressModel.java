package portico.desktop.progress;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.desktop.fx.Background;
import portico.desktop.progress.JournalFeed.Heard;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.OperationRequest;
import portico.operation.OperationStatus;
import portico.operation.Operations;
import portico.operation.Phase;
import portico.operation.StartAnswer;
import portico.operation.UsualDuration;
import portico.text.Message;

/**
 * Follows an operation from the beginning of its journal, whether it runs or is over. Events come
 * in batches, one per pulse; the end comes from the operation's status alone.
 */
public final class ProgressModel {
  /** How far the wish to stop has come. */
  public enum Cancelling {
    NO,
    /** Graceful: the engine finishes what it has begun. */
    ASKED,
    /** The engine is stopped at once. */
    STOPPING
  }

  /** What the screen needs once about the operation and about what a preview announced. */
  private record Opened(
      OperationRecord operation, List<OperationEvent> preview, Optional<UsualDuration> usual) {}

  /** How many operations are looked at for how long such a one takes. */
  private static final int PAST = 50;

  private final OperationId id;
  private final Operations operations;
  private final Background background;
  private final InstantSource clock;
  private final ProgressText text;
  private final JournalFeed feed;
  private final ResourceRows rows = new ResourceRows();
  private final ObservableList<String> log = FXCollections.observableArrayList();

  /** Kept, since such a list listens weakly: one made for each caller would soon fall silent. */
  private final ObservableList<String> readOnlyLog = FXCollections.unmodifiableObservableList(log);

  private final ReadOnlyObjectWrapper<Optional<OperationRequest>> request =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.PREPARING);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyIntegerWrapper batches = new ReadOnlyIntegerWrapper();
  private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper expected = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<InstallEvent>> install =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Cancelling> cancelling =
      new ReadOnlyObjectWrapper<>(Cancelling.NO);
  private final ReadOnlyObjectWrapper<Optional<OperationEnd>> end =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> refusal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Instant> endedAt = Optional.empty();
  private Optional<UsualDuration> usual = Optional.empty();
  private boolean opened;
  private boolean ranWhenOpened;

  public ProgressModel(
      OperationId id,
      Operations operations,
      Background background,
      InstantSource clock,
      ProgressText text) {
    this.id = id;
    this.operations = operations;
    this.background = background;
    this.clock = clock;
    this.text = text;
    feed = new JournalFeed(id, operations, background, this::hear);
  }

  // --- Properties

  /** What was asked for; empty until its folder is read. */
  public ReadOnlyObjectProperty<Optional<OperationRequest>> requestProperty() {
    return request.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  public ObservableList<ResourceRow> rows() {
    return rows.list();
  }

  /** 0 to 1, or -1 while it is not known how much there is to do. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How many batches of events were taken in: changes after everything else has. */
  public ReadOnlyIntegerProperty batchesProperty() {
    return batches.getReadOnlyProperty();
  }

  /** A running clock since the operation was asked for. */
  public ReadOnlyStringProperty elapsedProperty() {
    return elapsed.getReadOnlyProperty();
  }

  /** How long it is going to take, by earlier ones; an empty text when none or when it is over. */
  public ReadOnlyStringProperty expectedProperty() {
    return expected.getReadOnlyProperty();
  }

  public ObservableList<String> log() {
    return readOnlyLog;
  }

  /** What the installation of the engine does, while it does. */
  public ReadOnlyObjectProperty<Optional<InstallEvent>> installProperty() {
    return install.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Cancelling> cancellingProperty() {
    return cancelling.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<OperationEnd>> endProperty() {
    return end.getReadOnlyProperty();
  }

  /** Why a follow-up operation, or this screen, could not start. */
  public ReadOnlyObjectProperty<Optional<Message>> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /** Whether the user saw it run: then the result may take the screen's place by itself. */
  public boolean ranWhenOpened() {
    return ranWhenOpened;
  }

  // --- Commands

  /** Reads the operation and follows it; once. */
  public void open() {
    if (opened) {
      return;
    }
    opened = true;
    background.run(
        () ->
            operations
                .find(id)
                .map(
                    found ->
                        new Opened(
                            found,
                            Announcement.of(found, operations),
                            UsualDuration.of(operations.recent(PAST), found.request()))),
        found ->
            found.ifPresentOrElse(
                this::follow, () -> refusal.set(Optional.of(text.noSuchOperation(id)))));
  }

  /** Ends following; the operation goes on. */
  public void close() {
    feed.close();
  }

  /** Asks the operation to stop: gracefully the first time, at once the second. */
  public void cancel() {
    if (end.get().isEmpty() && cancelling.get() != Cancelling.STOPPING) {
      cancelling.set(cancelling.get() == Cancelling.NO ? Cancelling.ASKED : Cancelling.STOPPING);
      background.run(
          () -> {
            operations.cancel(id);
            return id;
          },
          asked -> {});
    }
  }

  /** Starts the same operation again, and hands its id on when it has started. */
  public void startAgain(Consumer<OperationId> then) {
    request.get().ifPresent(old -> start(old.kind(), then));
  }

  /** Starts an operation on the same environment, and hands its id on when it has started. */
  public void start(OperationKind kind, Consumer<OperationId> then) {
    request
        .get()
        .ifPresent(
            old ->
                background.run(
                    () ->
                        operations.start(
                            kind, old.environment(), old.spec(), old.account(), old.provider()),
                    answer -> {
                      switch (answer) {
                        case StartAnswer.Started(OperationId started) -> then.accept(started);
                        case StartAnswer.Refused(var failure) ->
                            refusal.set(Optional.of(text.of(failure)));
                      }
                    }));
  }

  /** Lets clocks advance. */
  public void tick() {
    request
        .get()
        .ifPresent(
            asked -> {
              Duration so =
                  Duration.between(asked.requestedAt(), endedAt.orElseGet(clock::instant));
              elapsed.set(text.clock(so));
              expected.set(
                  endedAt.isPresent() ? "" : usual.map(each -> text.expected(each, so)).orElse(""));
            });
  }

  /** How long a row took or takes; an empty text before it began. */
  public String elapsedOf(ResourceRow row) {
    return row.elapsed(endedAt.orElseGet(clock::instant)).map(text::clock).orElse("");
  }

  // --- The journal

  private void follow(Opened found) {
    request.set(Optional.of(found.operation().request()));
    ranWhenOpened = found.operation().status() instanceof OperationStatus.Running;
    rows.announce(found.preview());
    usual = found.usual();
    tick();
    feed.open();
  }

  private void hear(List<Heard> batch) {
    log.addAll(
        batch.stream()
            .filter(Heard.Event.class::isInstance)
            .map(Heard.Event.class::cast)
            .map(each -> text.logLine(each.event()))
            .toList());
    for (Heard heard : batch) {
      switch (heard) {
        case Heard.Event(OperationEvent event) -> apply(event);
        case Heard.Ended(OperationStatus status) -> finish(status);
      }
    }
    progress.set(share());
    tick();
    batches.set(batches.get() + 1);
  }

  private double share() {
    return end.get()
        .map(how -> how instanceof OperationEnd.Succeeded ? 1 : rows.share().orElse(0))
        .orElseGet(() -> rows.share().orElse(-1));
  }

  private void apply(OperationEvent event) {
    rows.apply(event);
    switch (event) {
      case OperationEvent.PhaseStarted(var at, Phase started) -> {
        phase.set(started);
        install.set(Optional.empty());
      }
      case OperationEvent.EngineInstall(var at, InstallEvent now) ->
          install.set(now instanceof InstallEvent.Ready ? Optional.empty() : Optional.of(now));
      case OperationEvent.CancelRequested(var at, int times) ->
          cancelling.set(times > 1 ? Cancelling.STOPPING : Cancelling.ASKED);
      case OperationEvent.CallerKnown known -> {}
      case OperationEvent.ResourceStarted started -> {}
      case OperationEvent.ResourceFinished finished -> {}
      case OperationEvent.ResourceFailed failed -> {}
      case OperationEvent.Diagnostic diagnostic -> {}
      case OperationEvent.Repaired repaired -> {}
    }
  }

  private void finish(OperationStatus status) {
    Instant at =
        status instanceof OperationStatus.Finished(var result)
            ? result.finishedAt()
            : clock.instant();
    endedAt = Optional.of(at);
    Optional<OperationEnd> how = text.endOf(status, log);
    rows.close(at, how.filter(OperationEnd.Succeeded.class::isInstance).isPresent());
    install.set(Optional.empty());
    end.set(how);
  }
}
