package portico.probe;

import java.util.Optional;

/** The address that the internet sees this machine under. Blocks for at most three seconds. */
public interface PublicAddress {
  /** An IPv4 address such as 203.0.113.7, or empty when it could not be found out. */
  Optional<String> find();
}
