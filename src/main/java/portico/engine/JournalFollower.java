package portico.engine;

import java.util.function.Supplier;
import portico.operation.OperationListener;
import portico.operation.OperationStatus;
import portico.operation.Operations;
import portico.operation.journal.JournalReader;
import portico.operation.journal.OperationFolder;

/** Reads a growing journal on a thread of its own until the operation ends. */
final class JournalFollower implements Operations.Subscription {
  private static final int POLL_MILLIS = 100;

  private final JournalReader reader;
  private final OperationListener listener;
  private final Supplier<OperationStatus> status;
  private volatile boolean closed;

  JournalFollower(
      OperationFolder folder, OperationListener listener, Supplier<OperationStatus> status) {
    this.reader = new JournalReader(folder.events());
    this.listener = listener;
    this.status = status;
  }

  void start() {
    Thread.ofVirtual().name("journal-follower").start(this::run);
  }

  private void run() {
    while (!closed) {
      OperationStatus now = status.get();
      deliver();
      if (!(now instanceof OperationStatus.Running)) {
        if (!closed) {
          listener.ended(now);
        }
        return;
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  private void deliver() {
    reader.more().stream().takeWhile(event -> !closed).forEach(listener::event);
  }

  @Override
  public void close() {
    closed = true;
  }
}
