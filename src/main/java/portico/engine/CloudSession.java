package portico.engine;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import portico.catalog.Catalog;
import portico.catalog.ExistingResources;
import portico.catalog.Leftovers;

/** What a worker needs of one account in one region. */
public interface CloudSession extends AutoCloseable {
  Catalog catalog();

  ExistingResources existing();

  Leftovers leftovers();

  /**
   * Starts Portico's own provider in this process.
   *
   * @throws java.io.UncheckedIOException when it cannot listen
   */
  ProviderHost startProvider();

  /**
   * Environment variables by which the official plugin finds the same credentials: the profile's
   * name where there is one. They go to the engine's process and nowhere else.
   */
  Map<String, String> pluginEnvironment();

  /** The endpoint for all services, where it is not AWS's own. */
  Optional<URI> endpoint();

  @Override
  void close();
}
