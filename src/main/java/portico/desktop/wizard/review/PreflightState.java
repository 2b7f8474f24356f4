package portico.desktop.wizard.review;

import java.util.Optional;
import portico.preflight.PreflightReport;

/** How far the checks before a deployment have come. */
public sealed interface PreflightState {
  /** No network is chosen yet. */
  record Waiting() implements PreflightState {}

  /**
   * @param last what was found before, of something else or the same
   */
  record Running(Optional<Result> last) implements PreflightState {}

  record Done(Result found) implements PreflightState {}

  /** What was found of what. */
  record Result(PreflightSubject subject, PreflightReport report) {}

  /** The newest result, which may be about something older while the checks run. */
  default Optional<Result> result() {
    return switch (this) {
      case Waiting() -> Optional.empty();
      case Running(var last) -> last;
      case Done(var found) -> Optional.of(found);
    };
  }
}
