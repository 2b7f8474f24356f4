package portico.catalog.aws;

import org.jspecify.annotations.Nullable;

/**
 * Ends what may or may not hold connections: some credentials providers do, and their type does not
 * tell.
 */
final class Closing {
  private Closing() {}

  static void quietly(@Nullable Object maybeCloseable) {
    if (maybeCloseable instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        // Its connections end with the process at the latest, and there is nobody to tell.
        return;
      }
    }
  }
}
