package portico.operation.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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
  private final Writer writer;
  private final Clock clock;

  private JournalWriter(Writer writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  public static JournalWriter append(Path file, Clock clock) throws IOException {
    return new JournalWriter(
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), clock);
  }

  /**
   * Writes the event that {@code event} makes of the present time.
   *
   * @throws UncheckedIOException when it cannot be written, as on a full disk
   */
  public synchronized void write(Function<Instant, OperationEvent> event) {
    try {
      writer.write(
          json.writerFor(OperationEvent.class).writeValueAsString(event.apply(clock.instant())));
      writer.write('\n');
      writer.flush();
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }
}
