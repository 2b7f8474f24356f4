package portico.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * An address that serves requests.
 *
 * @param address IPv4, of the VPC or of the private ranges of RFC 1918 and RFC 6598; never public
 * @param port the port at this address, 1 to 65535, or empty for the target group's own
 * @param zone {@code all} or a zone's name, needed for an address outside the VPC
 */
public record IpTarget(String address, OptionalInt port, Optional<String> zone)
    implements TargetSpec {
  @Override
  public String id() {
    return address;
  }

  @Override
  public TargetType type() {
    return TargetType.IP;
  }
}
