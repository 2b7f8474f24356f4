package portico.desktop.wizard.draft;

import java.util.List;
import java.util.Optional;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.model.IpAddressType;
import portico.model.Scheme;

/**
 * Where the load balancer stands.
 *
 * @param place the account and region that the VPC is in
 * @param ipamPool id of the IPAM pool that public IPv4 addresses come from
 * @param subnets one in each of at least two zones, all of them fit for the scheme
 */
public record NetworkChoice(
    Place place,
    Scheme scheme,
    IpAddressType ipAddressType,
    Vpc vpc,
    List<Subnet> subnets,
    Optional<String> ipamPool) {
  public NetworkChoice {
    subnets = List.copyOf(subnets);
  }

  /** With IPv4 addresses of AWS's own. */
  public NetworkChoice(Place place, Scheme scheme, Vpc vpc, List<Subnet> subnets) {
    this(place, scheme, IpAddressType.IPV4, vpc, subnets, Optional.empty());
  }

  public VpcPlace vpcPlace() {
    return new VpcPlace(place, vpc.id());
  }

  /** Whether the load balancer has a node in the zone; targets elsewhere get no requests. */
  public boolean hasZone(String zone) {
    return subnets.stream().anyMatch(subnet -> subnet.zone().equals(zone));
  }
}
