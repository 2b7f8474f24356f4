package portico.engine.install;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes the body of an answer to a file, and knows how much came and when. */
final class FileBody implements BodySubscriber<Long> {
  private final FileChannel file;
  private final long mostBytes;
  private final CompletableFuture<Long> done = new CompletableFuture<>();
  private volatile long received;
  private volatile long lastByteNanos = System.nanoTime();
  private Flow.@Nullable Subscription subscription;

  FileBody(FileChannel file, long mostBytes) {
    this.file = file;
    this.mostBytes = mostBytes;
  }

  /** The body is longer than it may be. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(long mostBytes) {
      super("more than " + mostBytes + " bytes");
    }
  }

  long received() {
    return received;
  }

  /** When the last byte came, or when this was made, by {@link System#nanoTime}. */
  long lastByteNanos() {
    return lastByteNanos;
  }

  @Override
  public CompletionStage<Long> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    newSubscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      long bytes = 0;
      for (ByteBuffer buffer : buffers) {
        bytes += buffer.remaining();
        while (buffer.hasRemaining()) {
          int written = file.write(buffer);
          if (written < 0) {
            throw new IOException("nothing was written");
          }
        }
      }
      count(bytes);
    } catch (IOException e) {
      stop(new WriteFailed(e));
    }
  }

  private void count(long bytes) {
    long total = received + bytes;
    received = total;
    lastByteNanos = System.nanoTime();
    if (total > mostBytes) {
      stop(new TooLarge(mostBytes));
    } else if (subscription != null) {
      subscription.request(1);
    }
  }

  private void stop(IOException reason) {
    if (subscription != null) {
      subscription.cancel();
    }
    done.completeExceptionally(reason);
  }

  @Override
  public void onError(Throwable failure) {
    done.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    done.complete(received);
  }
}
