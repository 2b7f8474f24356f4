package portico.desktop.app;

import portico.catalog.CloudAccount;
import portico.catalog.FoundLoadBalancer;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.operation.OperationId;

/** Where a screen can lead. Called on the FX thread. */
public interface Navigation {
  /** The list of all environments. */
  void showEnvironments();

  /** The list with one environment chosen. */
  void showEnvironment(EnvironmentName name);

  /** Follows an operation, running or over. */
  void showOperation(OperationId id);

  /** The endpoint and outputs of a deployed environment. */
  void showResult(EnvironmentName name);

  /** Shows what a destroy would remove, and asks before it does. */
  void startDestroy(EnvironmentName name);

  /** Looks for what environments left that are no longer known, and offers its removal. */
  void showLeftovers();

  /** The wizard as it was left, or an empty one when there is none half-filled. */
  void startWizard();

  /** An empty wizard; one that was left half-filled is given up. */
  void startNewWizard();

  /** The wizard with everything chosen as before. */
  void startWizardFrom(EnvironmentName name, EnvironmentSpec spec, CloudAccount account);

  /** A wizard for a new environment, filled from a load balancer that is there. */
  void startWizardLike(FoundLoadBalancer found, CloudAccount account);
}
