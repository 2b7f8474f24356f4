package portico.cli;

import java.util.Locale;
import portico.environment.EnvironmentState;

/** The stable names of environments' states in JSON. */
final class StateName {
  private StateName() {}

  static String of(EnvironmentState state) {
    return switch (state) {
      case EnvironmentState.Deployed _ -> "deployed";
      case EnvironmentState.Working _ -> "working";
      case EnvironmentState.Incomplete(var operation, var reason) ->
          "incomplete_" + reason.name().toLowerCase(Locale.ROOT);
      case EnvironmentState.Empty _ -> "empty";
      case EnvironmentState.Damaged _ -> "damaged";
    };
  }
}
