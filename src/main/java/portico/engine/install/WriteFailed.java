package portico.engine.install;

import java.io.IOException;

/** The disk failed, and not the network or the archive that was read. */
final class WriteFailed extends IOException {
  private static final long serialVersionUID = 1;

  WriteFailed(IOException cause) {
    super(cause);
  }
}
