package portico.preflight;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import portico.model.EnvironmentSpec;
import portico.operation.EngineReadiness.Readiness;

/**
 * What is to be looked at.
 *
 * @param spec what is to be deployed
 * @param existing what stands already under the environment's name, whose names and counts are its
 *     own
 * @param expected how long the deployment takes
 * @param engine whether the engine is there
 * @param now for what ends some time
 */
public record PreflightRequest(
    EnvironmentSpec spec,
    Optional<EnvironmentSpec> existing,
    Duration expected,
    Readiness engine,
    Instant now) {}
