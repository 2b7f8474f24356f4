package portico.desktop.app;

import portico.catalog.CloudAccount;
import portico.catalog.FoundLoadBalancer;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;

/** What a wizard begins with when it does not begin empty. */
public sealed interface WizardStart {
  EnvironmentSpec spec();

  CloudAccount account();

  /** Changes an environment that is there. */
  record Change(EnvironmentName name, EnvironmentSpec spec, CloudAccount account)
      implements WizardStart {}

  /** Sets up a new environment like a load balancer that is there, and beside it. */
  record Twin(FoundLoadBalancer found, CloudAccount account) implements WizardStart {
    @Override
    public EnvironmentSpec spec() {
      return found.twin();
    }
  }
}
