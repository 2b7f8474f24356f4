package portico.practice.aws.state;

import java.util.Map;
import java.util.Optional;

/** What a certificate was requested with, beside its names and its key. */
public record CertificateRequest(Optional<String> idempotencyToken, Map<String, String> tags) {}
