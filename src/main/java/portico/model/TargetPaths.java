package portico.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where the load balancer must be able to go: to the targets, on the ports that take requests and
 * health checks. Lambda functions are not reached through the network.
 */
public final class TargetPaths {
  /**
   * AWS takes 60 outgoing rules in a security group (amazon-vpc-limits.html); some are left for
   * instances.
   */
  public static final int MOST_ADDRESSES = 40;

  /** Private networks that may hold targets (API_TargetDescription): RFC 1918 and RFC 6598. */
  private static final List<Ipv4Network> PRIVATE =
      Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
          .map(text -> Ipv4Network.parse(text).orElseThrow())
          .toList();

  /** A network that is reached on a port. */
  public record Path(int port, String cidr) {}

  private final EnvironmentSpec spec;

  public TargetPaths(EnvironmentSpec spec) {
    this.spec = spec;
  }

  /** All ports on which targets are reached. */
  public NavigableSet<Integer> ports() {
    NavigableSet<Integer> ports = new TreeSet<>();
    spec.targetGroups().forEach(group -> ports.addAll(ports(group)));
    return ports;
  }

  /**
   * The ports of targets whose addresses the spec does not say: instances, and what is registered
   * later with a group that is now empty.
   */
  public NavigableSet<Integer> portsOfUnknownAddresses() {
    NavigableSet<Integer> ports = new TreeSet<>();
    for (TargetGroupSpec group : spec.targetGroups()) {
      if (group.targetType() != TargetType.IP || group.targets().isEmpty()) {
        ports.addAll(ports(group));
      }
    }
    return ports;
  }

  /**
   * The addresses of targets, each by itself; where those are more than a security group has room
   * for, the private networks that they are of.
   */
  public Set<Path> addresses() {
    SequencedSet<Path> paths = new LinkedHashSet<>();
    for (TargetGroupSpec group : spec.targetGroups()) {
      for (TargetSpec target : group.targets()) {
        if (target instanceof IpTarget address) {
          ports(group, address).forEach(port -> paths.add(new Path(port, address.id() + "/32")));
        }
      }
    }
    if (paths.size() <= MOST_ADDRESSES) {
      return paths;
    }
    SequencedSet<Path> networks = new LinkedHashSet<>();
    paths.forEach(path -> networks.add(new Path(path.port(), network(path.cidr()))));
    return networks;
  }

  /** The private network that the address is of, or the address when it is of none. */
  private static String network(String address) {
    return Ipv4Network.parse(address)
        .flatMap(host -> PRIVATE.stream().filter(network -> network.contains(host)).findFirst())
        .map(Ipv4Network::toString)
        .orElse(address);
  }

  private static NavigableSet<Integer> ports(TargetGroupSpec group) {
    NavigableSet<Integer> ports = new TreeSet<>();
    if (group.targetType() == TargetType.LAMBDA) {
      return ports;
    }
    group.targets().forEach(target -> ports.addAll(ports(group, target)));
    if (group.targets().isEmpty()) {
      ports.add(group.port());
      group.healthCheck().port().ifPresent(ports::add);
    }
    return ports;
  }

  private static List<Integer> ports(TargetGroupSpec group, TargetSpec target) {
    List<Integer> ports = new ArrayList<>();
    ports.add(group.portOf(target));
    OptionalInt check = group.healthCheck().port();
    check.ifPresent(ports::add);
    return ports;
  }
}
