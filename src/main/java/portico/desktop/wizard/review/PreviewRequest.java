package portico.desktop.wizard.review;

import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.operation.ProviderKind;

/** Exactly what is previewed, and then deployed. */
public record PreviewRequest(
    EnvironmentName name, EnvironmentSpec spec, CloudAccount account, ProviderKind provider) {}
