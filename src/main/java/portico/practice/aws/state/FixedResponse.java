package portico.practice.aws.state;

import java.util.Optional;

/** A fixed answer. */
public record FixedResponse(
    String statusCode, Optional<String> contentType, Optional<String> body) {}
