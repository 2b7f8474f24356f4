package portico.catalog.aws;

import java.io.IOException;
import java.nio.file.Path;

/** A session was begun and could not be written to its cache; never leaves this package. */
final class SessionNotKept extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;

  SessionNotKept(Path file, IOException cause) {
    super(cause);
    this.file = file.toString();
  }

  String file() {
    return file;
  }
}
