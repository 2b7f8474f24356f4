package portico.text;

import portico.environment.EnvironmentState;
import portico.operation.OperationKind;
import portico.operation.Phase;
import portico.operation.ResourceRef;
import portico.operation.Step;

/** Short names of states, phases, steps and resource types. */
public final class StatusText {
  private final Words words;

  public StatusText(Words words) {
    this.words = words;
  }

  public String of(EnvironmentState state) {
    return switch (state) {
      case EnvironmentState.Deployed() -> words.get("state.deployed");
      case EnvironmentState.Working(var operation, var kind) ->
          words.get("state.working." + kind.name());
      case EnvironmentState.Incomplete(var operation, var reason) ->
          words.get("state.incomplete." + reason.name());
      case EnvironmentState.Empty() -> words.get("state.empty");
      case EnvironmentState.Damaged(var file, var copyAvailable) -> words.get("state.damaged");
    };
  }

  /** "Deploy" and the like, for lists of operations. */
  public String of(OperationKind kind) {
    return words.get("kind." + kind.name());
  }

  public String of(Phase phase) {
    return words.get("phase." + phase.name());
  }

  public String of(Step step) {
    return words.get("step." + step.name());
  }

  /** "Load balancer" and the like; the Pulumi type itself where Portico has no name for it. */
  public String typeOf(ResourceRef resource) {
    String key = "resource." + resource.type();
    return words.has(key) ? words.get(key) : resource.type();
  }
}
