package portico.catalog.aws;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import portico.catalog.Answer;
import portico.catalog.CatalogFailure;

/**
 * The calls that one question takes. Runs them on a thread of its own, so that the time limit holds
 * whatever hangs (name lookup and credentials know no limit of their own), and turns whatever is
 * thrown into a failure.
 */
final class AwsCall {
  private final AwsFailures failures;
  private volatile String action;

  private AwsCall(AwsFailures failures, String firstAction) {
    this.failures = failures;
    this.action = firstAction;
  }

  /**
   * The answer of {@code work}, or the failure of the call that stopped it.
   *
   * @param firstOperation what a failure before any call is told about
   */
  static <T> Answer<T> answer(
      AwsClients clients, AwsService service, String firstOperation, Function<AwsCall, T> work) {
    var call = new AwsCall(AwsFailures.of(clients), service.action(firstOperation));
    return call.within(clients.settings().limits().answer(), work);
  }

  /** One call of AWS, or all pages of one. */
  <T> T of(AwsService service, String operation, Supplier<T> call) {
    action = service.action(operation);
    return call.get();
  }

  private <T> Answer<T> within(Duration limit, Function<AwsCall, T> work) {
    var done = new CompletableFuture<T>();
    var thread =
        Thread.ofPlatform().daemon().name("portico-aws-call").start(() -> complete(done, work));
    try {
      return Answer.found(done.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      thread.interrupt();
      return Answer.failed(failures.tooSlow(action, limit));
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return Answer.failed(failures.interrupted(action));
    } catch (ExecutionException e) {
      return Answer.failed(failure(e));
    }
  }

  private CatalogFailure failure(ExecutionException e) {
    var cause = e.getCause();
    return failures.of(action, cause == null ? e : cause);
  }

  private <T> void complete(CompletableFuture<T> done, Function<AwsCall, T> work) {
    try {
      done.complete(work.apply(this));
    } catch (RuntimeException | LinkageError e) {
      done.completeExceptionally(e);
    }
  }
}
