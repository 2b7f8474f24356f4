package portico.environment;

import java.util.List;
import java.util.Optional;
import portico.model.EnvironmentName;

/**
 * Every stack of the backend. Methods do file I/O: never call one on the FX thread. Thread-safe.
 */
public interface Environments {
  /** All environments by name, those without resources included. Needs no engine. */
  List<Environment> list();

  Optional<Environment> find(EnvironmentName name);

  /**
   * Forgets an environment that holds no resources: its stack, its spec. Journals stay.
   *
   * @return false when it holds resources or an operation works on it; nothing is changed then
   */
  boolean forget(EnvironmentName name);
}
