package portico.practice.provider;

import java.util.Optional;
import software.amazon.awssdk.regions.Region;

/** The region in which the given clients work. */
final class Regions {
  private Regions() {}

  /** Empty for a client that does not tell, such as a stand-in. */
  static Optional<String> of(ProviderClients clients) {
    try {
      return Optional.ofNullable(clients.elb().serviceClientConfiguration().region())
          .map(Region::id);
    } catch (UnsupportedOperationException _) {
      return Optional.empty();
    }
  }
}
