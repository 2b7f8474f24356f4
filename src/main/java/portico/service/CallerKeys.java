package portico.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.environment.Environment;
import portico.model.ConditionSpec.ApiKey;

/** The API keys that an environment's listeners ask callers for. */
public final class CallerKeys {
  private final Services services;

  public CallerKeys(Services services) {
    this.services = services;
  }

  /** Where each key of an environment is asked for; one for each name. Does no I/O. */
  public static List<ApiKey> of(Environment environment) {
    Map<String, ApiKey> byName = new LinkedHashMap<>();
    environment
        .spec()
        .ifPresent(
            spec ->
                spec.listeners().stream()
                    .flatMap(listener -> listener.apiKeys().stream())
                    .forEach(key -> byName.putIfAbsent(key.keyName(), key)));
    return List.copyOf(byName.values());
  }

  /**
   * The key itself; empty when it was not made on this machine. Does I/O.
   *
   * @throws java.io.UncheckedIOException when it cannot be read
   */
  public Optional<String> find(Environment environment, ApiKey key) {
    return services.keys().find(environment.name(), key.keyName());
  }
}
