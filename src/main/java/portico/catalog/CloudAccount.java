package portico.catalog;

import java.net.URI;
import java.util.Optional;

/**
 * Which AWS, and as whom. Holds names and addresses, never credentials, so it may be written to
 * disk.
 */
public sealed interface CloudAccount {
  /** The built-in simulated AWS: no account, no cost. */
  record Practice() implements CloudAccount {}

  /**
   * AWS itself, with a profile of the user's AWS config and credentials files.
   *
   * @param name the profile's name, or empty for the SDK's default credentials chain
   */
  record Profile(Optional<String> name) implements CloudAccount {}

  /**
   * Any AWS-compatible endpoint, for SDK and provider alike.
   *
   * @param uri base address, http or https, of all services
   * @param profile profile for its credentials; when empty, the environment's credentials, and when
   *     there are none, placeholder ones
   */
  record Endpoint(URI uri, Optional<String> profile) implements CloudAccount {}
}
