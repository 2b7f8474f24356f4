package portico.operation.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import portico.operation.OperationEvent;
import tools.jackson.databind.json.JsonMapper;

/** Appends events to a journal, each whole line at once. Thread-safe. */
public final class JournalWriter implements AutoCloseable {
  private final JsonMapper json = OperationJson.mapper();
  private final OutputStream out;
  private final Clock clock;
  private boolean torn;

  private JournalWriter(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  public static JournalWriter append(Path file, Clock clock) throws IOException {
    return new JournalWriter(
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), clock);
  }

  /**
   * Writes the event that {@code event} makes of the present time.
   *
   * @throws UncheckedIOException when it cannot be written, as on a full disk
   */
  public synchronized void write(Function<Instant, OperationEvent> event) {
    String line =
        json.writerFor(OperationEvent.class).writeValueAsString(event.apply(clock.instant()));
    try {
      // What a full disk let through of the line before must not take this one with it.
      out.write(((torn ? "\n" : "") + line + "\n").getBytes(StandardCharsets.UTF_8));
      torn = false;
    } catch (IOException full) {
      torn = true;
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
