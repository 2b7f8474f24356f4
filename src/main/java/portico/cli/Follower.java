package portico.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationListener;
import portico.operation.OperationRecord;
import portico.operation.OperationStatus;
import portico.operation.Operations;

/**
 * Stays with an operation until it is over. Ctrl+C asks the worker to cancel: gracefully at the
 * first press, at once at the second; the third leaves it alone. Ending this process in any other
 * way leaves the worker at work, which the journal is then the only witness of.
 */
final class Follower {
  /** How often to look whether an operation is over without having said so. */
  private static final int LOOK_SECONDS = 5;

  private final CliContext context;
  private final Operations operations;

  Follower(CliContext context, Operations operations) {
    this.context = context;
    this.operations = operations;
  }

  /** Waits for the end; as long as the operation's own limits let it run. */
  Followed follow(OperationId id, ProgressLines progress) {
    CompletableFuture<Followed> end = new CompletableFuture<>();
    AtomicInteger presses = new AtomicInteger();
    OperationListener listener =
        new OperationListener() {
          @Override
          public void event(OperationEvent event) {
            progress.print(event);
          }

          @Override
          public void ended(OperationStatus status) {
            end.complete(new Followed.Ended(status));
          }
        };
    try (var _ =
            context.interrupts().onInterrupt(() -> pressed(presses.incrementAndGet(), id, end));
        var _ = operations.follow(id, listener)) {
      return await(id, end);
    }
  }

  private void pressed(int times, OperationId id, CompletableFuture<Followed> end) {
    switch (times) {
      case 1 -> {
        context.say("interrupt.first");
        operations.cancel(id);
      }
      case 2 -> {
        context.say("interrupt.second");
        operations.cancel(id);
      }
      default -> {
        context.say("interrupt.third", id);
        end.complete(new Followed.Left());
      }
    }
  }

  private Followed await(OperationId id, CompletableFuture<Followed> end) {
    while (true) {
      try {
        return end.get(LOOK_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        operations
            .find(id)
            .map(OperationRecord::status)
            .filter(status -> !(status instanceof OperationStatus.Running))
            .ifPresent(status -> end.complete(new Followed.Ended(status)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Followed.Left();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
