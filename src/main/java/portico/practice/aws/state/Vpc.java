package portico.practice.aws.state;

import java.util.Map;
import java.util.Optional;

/** A virtual network; {@code cidr} is its IPv4 block. */
public record Vpc(
    String id,
    String cidr,
    Optional<String> ipv6Cidr,
    boolean isDefault,
    Map<String, String> tags) {

  /** The same network with other tags. */
  public Vpc tagged(Map<String, String> next) {
    return new Vpc(id, cidr, ipv6Cidr, isDefault, next);
  }
}
