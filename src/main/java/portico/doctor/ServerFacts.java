package portico.doctor;

import java.util.Optional;
import java.util.OptionalInt;
import portico.model.ServiceSpec;
import portico.preset.Preset;
import portico.preset.Presets;

/**
 * What is known of the server that the targets run.
 *
 * @param name for people; empty when it is not known
 * @param port its own choice
 * @param healthPath where it tells its health
 * @param healthTimeoutSeconds how long a check of it may take
 * @param loopback whether it listens on the loopback address unless told otherwise; empty when that
 *     is not known
 * @param bindLine what makes it listen on all addresses; may be empty
 */
public record ServerFacts(
    String name,
    OptionalInt port,
    Optional<String> healthPath,
    OptionalInt healthTimeoutSeconds,
    Optional<Boolean> loopback,
    String bindLine) {
  /** Nothing is known. */
  public static final ServerFacts UNKNOWN =
      new ServerFacts(
          "", OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), "");

  /** What the presets know of the server that an environment names. */
  public static ServerFacts of(ServiceSpec service, Presets presets) {
    return presets
        .find(service.server())
        .filter(preset -> !preset.isOther())
        .map(ServerFacts::of)
        .orElse(UNKNOWN);
  }

  private static ServerFacts of(Preset preset) {
    boolean unsettled = preset.bind().address().equals("unknown");
    return new ServerFacts(
        preset.name(),
        OptionalInt.of(preset.port().value()),
        Optional.of(preset.health().path().value()).filter(path -> !path.contains("{")),
        OptionalInt.of(preset.health().timeoutSeconds().value()),
        unsettled ? Optional.empty() : Optional.of(preset.bind().isLoopback()),
        preset.bind().setting().map(setting -> setting.with(0)).orElse(""));
  }
}
