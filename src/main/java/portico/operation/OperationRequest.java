package portico.operation;

import java.time.Instant;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;

/**
 * What to do, whole: a worker needs nothing else. Holds no credentials.
 *
 * @param spec for a deploy what is wanted; for a destroy what was last wanted
 */
public record OperationRequest(
    OperationId id,
    OperationKind kind,
    EnvironmentName environment,
    EnvironmentSpec spec,
    CloudAccount account,
    ProviderKind provider,
    Instant requestedAt) {}
