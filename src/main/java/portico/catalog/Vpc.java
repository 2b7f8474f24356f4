package portico.catalog;

import java.util.List;
import java.util.stream.Stream;

/**
 * @param name the Name tag, or an empty text
 * @param cidr the IPv4 network that it was made with
 * @param furtherCidrs the IPv4 networks that were added to it
 * @param isDefault whether this is the region's default VPC
 */
public record Vpc(
    String id, String name, String cidr, List<String> furtherCidrs, boolean isDefault) {
  public Vpc {
    furtherCidrs = List.copyOf(furtherCidrs);
  }

  /** A VPC of one network. */
  public Vpc(String id, String name, String cidr, boolean isDefault) {
    this(id, name, cidr, List.of(), isDefault);
  }

  /** All its IPv4 networks, the first one first. */
  public List<String> cidrs() {
    return Stream.concat(Stream.of(cidr), furtherCidrs.stream()).toList();
  }
}
