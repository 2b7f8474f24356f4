package portico.catalog;

import java.util.Optional;

/**
 * A profile of the user's AWS config.
 *
 * @param kind how it gets its credentials
 * @param region the region it names, if any
 */
public record AwsProfile(String name, Kind kind, Optional<String> region) {
  /** How a profile gets its credentials. */
  public enum Kind {
    STATIC_KEYS,
    IAM_IDENTITY_CENTER,
    ASSUME_ROLE,
    CREDENTIAL_PROCESS,
    OTHER
  }
}
