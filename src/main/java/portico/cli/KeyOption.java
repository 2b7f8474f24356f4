package portico.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import portico.environment.Environment;
import portico.model.ConditionSpec.ApiKey;
import portico.service.CallerKeys;

/** Which of an environment's keys. */
final class KeyOption {
  @Option(names = "--key", paramLabel = "KEY")
  private Optional<String> name = Optional.empty();

  /**
   * The key of that name, or the only one there is when no name is given.
   *
   * @throws Refused when there is none, or a name is needed
   */
  ApiKey of(Environment environment) {
    List<ApiKey> keys = CallerKeys.of(environment);
    if (keys.isEmpty()) {
      throw new Refused(Refusal.Usage.of("usage.no-gate", environment.name()));
    }
    List<ApiKey> fitting =
        keys.stream().filter(key -> name.isEmpty() || name.get().equals(key.keyName())).toList();
    if (fitting.size() != 1) {
      String names = keys.stream().map(ApiKey::keyName).collect(Collectors.joining(", "));
      throw new Refused(Refusal.Usage.of("usage.which-key", environment.name(), names));
    }
    return fitting.getFirst();
  }
}
