package portico.practice.aws.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A certificate in ACM. One that was never issued has no validity. */
public record Certificate(
    String arn,
    String domain,
    List<String> alternativeNames,
    String status,
    String type,
    String keyAlgorithm,
    Instant createdAt,
    Optional<Instant> notBefore,
    Optional<Instant> notAfter) {}
