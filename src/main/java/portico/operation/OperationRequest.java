package portico.operation;

import java.time.Instant;
import java.util.Optional;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;

/**
 * What to do, whole: a worker needs nothing else. Holds no credentials.
 *
 * @param spec for a deploy what is wanted; for a destroy what was last wanted
 * @param renewedKey name of the API key that a deploy makes anew
 */
public record OperationRequest(
    OperationId id,
    OperationKind kind,
    EnvironmentName environment,
    EnvironmentSpec spec,
    CloudAccount account,
    ProviderKind provider,
    Instant requestedAt,
    Optional<String> renewedKey) {

  /** A request that leaves the API keys as they are. */
  public OperationRequest(
      OperationId id,
      OperationKind kind,
      EnvironmentName environment,
      EnvironmentSpec spec,
      CloudAccount account,
      ProviderKind provider,
      Instant requestedAt) {
    this(id, kind, environment, spec, account, provider, requestedAt, Optional.empty());
  }
}
