package portico.operation.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import portico.operation.OperationEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a journal from its beginning, each call what has come since the last. A half-written last
 * line waits for its rest; a line that cannot be understood, as one of a newer Portico, is passed
 * over.
 */
public final class JournalReader {
  private static final JsonMapper JSON = OperationJson.mapper();

  private final Path file;
  private long position;

  public JournalReader(Path file) {
    this.file = file;
  }

  /** The whole lines written since the last call, as events; empty when there is no file yet. */
  public List<OperationEvent> more() {
    byte[] bytes;
    try {
      bytes = readFrom(position);
    } catch (IOException unreadable) {
      return List.of();
    }
    int end = lastNewline(bytes) + 1;
    position += end;
    List<OperationEvent> events = new ArrayList<>();
    for (String line : new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n")) {
      if (!line.isBlank()) {
        parse(line, events);
      }
    }
    return events;
  }

  private static void parse(String line, List<OperationEvent> events) {
    try {
      events.add(JSON.readValue(line, OperationEvent.class));
    } catch (JacksonException unknown) {
      // Written by another version: the rest of the journal still tells its story.
      return;
    }
  }

  private byte[] readFrom(long offset) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = channel.size() - offset;
      if (length <= 0) {
        return new byte[0];
      }
      ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(length));
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, offset + buffer.position()) < 0) {
          break;
        }
      }
      byte[] bytes = new byte[buffer.position()];
      buffer.flip().get(bytes);
      return bytes;
    } catch (NoSuchFileException absent) {
      return new byte[0];
    }
  }

  private static int lastNewline(byte[] bytes) {
    for (int index = bytes.length - 1; index >= 0; index--) {
      if (bytes[index] == '\n') {
        return index;
      }
    }
    return -1;
  }
}
