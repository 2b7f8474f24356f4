package portico.engine.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/**
 * Watches the file through which desktop and command line ask to stop: one byte for each time. A
 * file works on every platform, across users of the same home and without a port.
 */
final class CancelWatch implements AutoCloseable {
  private static final int POLL_MILLIS = 100;

  private final Path file;
  private final Thread thread;
  private volatile int times;
  private IntConsumer action = times -> {};
  private volatile boolean closed;

  CancelWatch(Path file) {
    this.file = file;
    this.thread = Thread.ofPlatform().name("cancel-watch").daemon().start(this::watch);
  }

  private void watch() {
    while (!closed) {
      deliver();
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException closing) {
        return;
      }
    }
  }

  private synchronized void deliver() {
    int now = requested();
    for (int each = times + 1; each <= now; each++) {
      times = each;
      action.accept(each);
    }
  }

  private int requested() {
    try {
      return (int) Math.min(2, Files.size(file));
    } catch (IOException notAsked) {
      return 0;
    }
  }

  /**
   * {@code action} is called with 1, then 2, each once: at once for what was asked before, later on
   * the watch's thread.
   */
  synchronized void onRequest(IntConsumer newAction) {
    this.action = newAction;
    for (int each = 1; each <= times; each++) {
      newAction.accept(each);
    }
  }

  boolean requestedOnce() {
    return times > 0 || requested() > 0;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
