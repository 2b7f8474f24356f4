package portico.service;

import java.nio.file.Path;

/** Opens the services over a home folder; creates the folder with access for its owner alone. */
public interface ServicesFactory {
  /**
   * Opens the services.
   *
   * @throws java.io.UncheckedIOException when the folder can be neither used nor created
   */
  Services open(Path home);
}
