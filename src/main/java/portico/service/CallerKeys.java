package portico.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.ConditionSpec.ApiKey;
import portico.operation.OperationFailure;

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

  /**
   * Makes a new key in place of the old one. The load balancer asks for it from the next deployment
   * on, which the caller starts. Does I/O.
   *
   * @return why not: an operation works on the environment, and uses the key that there is
   * @throws java.io.UncheckedIOException when the key cannot be kept
   */
  public Optional<OperationFailure> renew(Environment environment, ApiKey key) {
    if (environment.state() instanceof EnvironmentState.Working) {
      return Optional.of(
          new OperationFailure.EnvironmentBusy(
              OptionalLong.empty(), Optional.empty(), Optional.empty()));
    }
    services.keys().renew(environment.name(), key.keyName());
    return Optional.empty();
  }
}
