package portico.cli;

import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.operation.ProviderKind;

/** What an operation is to work on, with nothing left open. */
record Plan(
    EnvironmentName environment,
    EnvironmentSpec spec,
    CloudAccount account,
    ProviderKind provider) {}
