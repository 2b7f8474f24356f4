package portico.desktop.app;

import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;

/** What a wizard begins with when it continues an environment. */
public record WizardStart(EnvironmentName name, EnvironmentSpec spec, CloudAccount account) {}
