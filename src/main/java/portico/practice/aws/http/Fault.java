package portico.practice.aws.http;

import java.time.Duration;

/** Something that goes wrong on purpose, before the request reaches the state. */
public sealed interface Fault {
  /** Whether it goes wrong at all. */
  record None() implements Fault {}

  /** Refused with one of the errors any operation can have, in the service's own form. */
  record Common(Kind kind) implements Fault {}

  /** Refused with this very error. */
  record Custom(String code, int status, String message) implements Fault {}

  /** Answered properly, but later. */
  record Delay(Duration duration) implements Fault {}

  /** Not answered at all until the simulated AWS is closed. */
  record Hang() implements Fault {}

  /** The connection is cut without an answer. */
  record Cut() implements Fault {}

  /** Errors that every service has, each under its own name for it. */
  enum Kind {
    /** The session is over: ExpiredToken, ExpiredTokenException, or EC2's RequestExpired. */
    EXPIRED_TOKEN,
    /** The caller may not: UnauthorizedOperation, AccessDenied, AccessDeniedException. */
    ACCESS_DENIED,
    /** Too many requests: RequestLimitExceeded, Throttling, ThrottlingException. */
    THROTTLED,
    /** The key is not known: AuthFailure, InvalidClientTokenId, UnrecognizedClientException. */
    INVALID_CREDENTIALS,
    /** AWS itself failed: InternalError, InternalFailure. */
    INTERNAL;

    /** The error in the terms of a family of services. */
    public AwsException in(CommonErrors errors, String operation) {
      return switch (this) {
        case EXPIRED_TOKEN -> errors.expiredToken();
        case ACCESS_DENIED -> errors.denied(operation);
        case THROTTLED -> errors.throttled();
        case INVALID_CREDENTIALS -> errors.unknownCredentials();
        case INTERNAL -> errors.internal("An internal error has occurred");
      };
    }
  }
}
