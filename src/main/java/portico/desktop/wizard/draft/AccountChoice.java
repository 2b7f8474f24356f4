package portico.desktop.wizard.draft;

import portico.catalog.CallerIdentity;
import portico.operation.ProviderKind;

/** An account that has answered, in a region. */
public record AccountChoice(Place place, ProviderKind provider, CallerIdentity identity) {}
