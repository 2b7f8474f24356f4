package portico.environment;

import java.util.Optional;
import portico.model.EnvironmentName;

/**
 * The keys that callers of an environment present (see {@link portico.model.ConditionSpec.ApiKey}).
 * They are in no spec, journal or log: only here, readable by their owner alone, and encrypted in
 * the engine's state. Every method does I/O.
 */
public interface ApiKeys {
  /**
   * The key of that name; a new random one if there is none yet. AWS compares header values without
   * regard to case and takes {@code *} and {@code ?} as wildcards, so a key is made of lower-case
   * letters and digits.
   *
   * @throws java.io.UncheckedIOException when it cannot be kept
   */
  String obtain(EnvironmentName environment, String keyName);

  /** The key of that name, if there is one. */
  Optional<String> find(EnvironmentName environment, String keyName);

  /**
   * A new random key in place of the old one; callers need it after the next deployment.
   *
   * @throws java.io.UncheckedIOException when it cannot be kept; the old one stays
   */
  String renew(EnvironmentName environment, String keyName);
}
