package portico.desktop.progress;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import portico.desktop.fx.Background;
import portico.desktop.fx.PulseQueue;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationListener;
import portico.operation.OperationStatus;
import portico.operation.Operations;

/**
 * Brings an operation's journal to the FX thread, from its beginning, one batch per pulse. Used on
 * the FX thread alone.
 */
final class JournalFeed {
  /** What a journal delivers: an event, or the end. */
  sealed interface Heard {
    record Event(OperationEvent event) implements Heard {}

    record Ended(OperationStatus status) implements Heard {}
  }

  private final OperationId id;
  private final Operations operations;
  private final Background background;
  private final PulseQueue<Heard> queue;
  private Optional<Operations.Subscription> subscription = Optional.empty();
  private boolean closed;

  JournalFeed(
      OperationId id,
      Operations operations,
      Background background,
      Consumer<List<Heard>> listener) {
    this.id = id;
    this.operations = operations;
    this.background = background;
    queue = new PulseQueue<>(background, listener);
  }

  /** Begins to follow; once. */
  void open() {
    OperationListener listener =
        new OperationListener() {
          @Override
          public void event(OperationEvent event) {
            queue.put(new Heard.Event(event));
          }

          @Override
          public void ended(OperationStatus status) {
            queue.put(new Heard.Ended(status));
          }
        };
    background.run(() -> operations.follow(id, listener), this::opened);
  }

  /** Ends following, even if it is only about to begin; the operation goes on. */
  void close() {
    closed = true;
    subscription.ifPresent(Operations.Subscription::close);
    subscription = Optional.empty();
  }

  private void opened(Operations.Subscription begun) {
    if (closed) {
      begun.close();
    } else {
      subscription = Optional.of(begun);
    }
  }
}
