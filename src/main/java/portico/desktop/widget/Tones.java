package portico.desktop.widget;

import portico.environment.EnvironmentState;
import portico.operation.OperationStatus;
import portico.operation.Outcome;

/** Which tone a state has. */
public final class Tones {
  private Tones() {}

  public static Tone of(EnvironmentState state) {
    return switch (state) {
      case EnvironmentState.Deployed() -> Tone.SUCCESS;
      case EnvironmentState.Working(var operation, var kind) -> Tone.WORKING;
      case EnvironmentState.Incomplete(var operation, var reason) -> Tone.WARNING;
      case EnvironmentState.Empty() -> Tone.NEUTRAL;
      case EnvironmentState.Damaged(var file, var copyAvailable) -> Tone.DANGER;
    };
  }

  public static Tone of(OperationStatus status) {
    return switch (status) {
      case OperationStatus.Running(var pid) -> Tone.WORKING;
      case OperationStatus.Interrupted() -> Tone.WARNING;
      case OperationStatus.Finished(var result) ->
          switch (result.outcome()) {
            case Outcome.Succeeded(var outputs, var changes) -> Tone.SUCCESS;
            case Outcome.Failed(var failures, var resources) -> Tone.DANGER;
            case Outcome.Cancelled(var resources) -> Tone.WARNING;
          };
    };
  }
}
