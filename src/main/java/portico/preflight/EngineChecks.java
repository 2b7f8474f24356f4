package portico.preflight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import portico.operation.EngineReadiness.Readiness;

/** Whether the deployment can run to its end. */
final class EngineChecks {
  /** What a deployment may take longer than expected. */
  static final Duration MARGIN = Duration.ofMinutes(5);

  private EngineChecks() {}

  static List<Check> of(Readiness engine) {
    if (engine.engineVersion().isEmpty()) {
      return List.of(Check.of(Finding.ENGINE_TO_INSTALL));
    }
    String version = engine.engineVersion().get();
    return List.of(
        engine
            .missingPlugin()
            .map(plugin -> Check.of(Finding.PLUGIN_TO_INSTALL, version, plugin))
            .orElseGet(() -> Check.of(Finding.ENGINE_READY, version)));
  }

  static Check credentials(Optional<Instant> end, Instant now, Duration expected) {
    if (end.isEmpty()) {
      return Check.of(Finding.CREDENTIALS_LAST);
    }
    Duration left = Duration.between(now, end.get());
    Duration needed = expected.plus(MARGIN);
    long minutesLeft = Math.max(0, left.toMinutes());
    long minutesNeeded = needed.plusMinutes(1).minusNanos(1).toMinutes();
    return Check.of(
        left.compareTo(needed) >= 0
            ? Finding.CREDENTIALS_LONG_ENOUGH
            : Finding.CREDENTIALS_TOO_SHORT,
        minutesLeft,
        minutesNeeded);
  }
}
