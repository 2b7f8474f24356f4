package portico.engine.command;

import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.serialization.internal.LocalSerializer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Follows the event log that the engine writes to a file, and reads it to its end once the engine
 * is gone: unlike the event server of the automation library nothing is lost, nothing comes late,
 * and no port is opened.
 */
final class EventLogTail {
  private static final int POLL_MILLIS = 50;

  private final Path file;
  private final Consumer<EngineEvent> consumer;
  private final LocalSerializer serializer = new LocalSerializer();
  private final Thread thread;
  private volatile boolean ended;
  private long position;

  EventLogTail(Path file, Consumer<EngineEvent> consumer) {
    this.file = file;
    this.consumer = consumer;
    this.thread = Thread.ofPlatform().name("engine-events").daemon().start(this::follow);
  }

  private void follow() {
    while (!ended) {
      drain();
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException closing) {
        break;
      }
    }
    drain();
  }

  private void drain() {
    if (!Files.exists(file)) {
      return;
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long length = log.length() - position;
      if (length <= 0) {
        return;
      }
      byte[] bytes = new byte[Math.toIntExact(length)];
      log.seek(position);
      log.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n') + 1;
      position += text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
      text.substring(0, end).lines().filter(line -> !line.isBlank()).forEach(this::deliver);
    } catch (IOException unreadable) {
      // The next turn tries again; after the engine's end its exit code and state tell the outcome.
      return;
    }
  }

  private void deliver(String line) {
    EngineEvent event = serializer.deserializeJson(line, EngineEvent.class);
    if (event != null) {
      consumer.accept(event);
    }
  }

  /** Call when the engine is gone: delivers what is left. */
  void finish() throws InterruptedException {
    ended = true;
    thread.join();
  }
}
