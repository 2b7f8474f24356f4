package portico.practice.aws.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A batch of changes to a hosted zone.
 *
 * @param inSyncAt when every name server has it
 */
public record ZoneChange(
    String id, Instant submittedAt, Instant inSyncAt, Optional<String> comment) {}
