package portico.engine.worker;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToLongFunction;
import portico.engine.CloudSessions;
import portico.engine.EngineSource;

/**
 * What a worker is made of.
 *
 * @param freeBytes usable bytes on the volume of an existing folder
 */
public record WorkerParts(
    CloudSessions sessions,
    EngineSource engines,
    ToLongFunction<Path> freeBytes,
    Limits limits,
    Clock clock) {

  /**
   * Limits of an operation.
   *
   * @param freeBytes below this much free space nothing is started: on a full disk the engine loses
   *     its state
   * @param firstSign how long the engine may be silent before its first resource; the official
   *     plugin is downloaded in this time
   * @param silence how long it may be silent afterwards; AWS's own waits are up to ten minutes
   * @param sweep how long removing leftovers may take
   */
  public record Limits(long freeBytes, Duration firstSign, Duration silence, Duration sweep) {
    public static Limits standard() {
      return new Limits(
          200L * 1024 * 1024,
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(12));
    }
  }
}
