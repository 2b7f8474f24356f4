package portico.practice.aws.data;

import java.time.Instant;
import java.util.Optional;

/**
 * A process, told from later ones of the same number by its start.
 *
 * @param started as the system tells it; empty if it does not
 */
record ProcessMark(long pid, String started) {
  static ProcessMark own() {
    return of(ProcessHandle.current());
  }

  private static ProcessMark of(ProcessHandle process) {
    Optional<Instant> started = process.info().startInstant();
    return new ProcessMark(process.pid(), started.map(Instant::toString).orElse(""));
  }

  /** Whether it still runs. */
  boolean alive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(ProcessMark::of)
        .filter(this::equals)
        .isPresent();
  }
}
