package portico.catalog.aws;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials with a time limit, which the SDK's own providers lack (a {@code credential_process}
 * may hang for ever, and the limits of a call do not cover it). A provider that failed is thrown
 * away, so that a sign-in made in the meantime counts at the next call.
 */
final class LimitedCredentials implements AwsCredentialsProvider, AutoCloseable {
  private final Supplier<AwsCredentialsProvider> source;
  private final Duration limit;
  private @Nullable AwsCredentialsProvider current;

  LimitedCredentials(Supplier<AwsCredentialsProvider> source, Duration limit) {
    this.source = source;
    this.limit = limit;
  }

  @Override
  public AwsCredentials resolveCredentials() {
    var answer = new CompletableFuture<AwsCredentials>();
    var thread =
        Thread.ofPlatform().daemon().name("portico-aws-credentials").start(() -> resolve(answer));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      forget();
      throw new CredentialsUnavailable(
          CredentialsUnavailable.Why.TOO_SLOW,
          "gave no credentials within " + limit.toSeconds() + " s");
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new CredentialsUnavailable(
          CredentialsUnavailable.Why.TOO_SLOW, "the wait was interrupted");
    } catch (ExecutionException e) {
      forget();
      throw e.getCause() instanceof CredentialsUnavailable known
          ? known
          : new CredentialsUnavailable(asRuntime(e.getCause()));
    }
  }

  private void resolve(CompletableFuture<AwsCredentials> answer) {
    try {
      answer.complete(provider().resolveCredentials());
    } catch (RuntimeException | LinkageError e) {
      answer.completeExceptionally(e);
    }
  }

  private static RuntimeException asRuntime(@Nullable Throwable cause) {
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  private synchronized AwsCredentialsProvider provider() {
    var known = current;
    if (known == null) {
      known = source.get();
      current = known;
    }
    return known;
  }

  private synchronized void forget() {
    Closing.quietly(current);
    current = null;
  }

  @Override
  public void close() {
    forget();
  }
}
