package portico.practice.aws.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Seeds VPCs with their subnets, route tables and security groups. */
final class SeedNetwork {
  private static final String IPV6_START = "2001:db8:1234:1a";

  /** Of ml-platform's public subnets three have an IPv6 block, of its private ones two. */
  private static final Map<String, String> IPV6 =
      Map.of(
          "ml-platform-public-a", IPV6_START + "00::/64",
          "ml-platform-public-b", IPV6_START + "01::/64",
          "ml-platform-public-c", IPV6_START + "02::/64",
          "ml-platform-private-a", IPV6_START + "10::/64",
          "ml-platform-private-b", IPV6_START + "11::/64");

  private final RegionState state;
  private final SeedIds ids;

  SeedNetwork(RegionState state) {
    this.state = state;
    this.ids = new SeedIds(state.region());
  }

  void defaultVpc() {
    String vpc = vpc("default", "172.31.0.0/16", Optional.empty(), true, Map.of());
    int block = 0;
    for (Zone zone : state.zones()) {
      String name = "default-" + letter(zone);
      String cidr = "172.31." + 16 * block++ + ".0/20";
      String id = ids.of("subnet", name);
      state
          .subnets()
          .put(
              id,
              new Subnet(id, vpc, zone.name(), cidr, Optional.empty(), 4090, true, true, Map.of()));
    }
    Route internet = new Route("0.0.0.0/0", gateway("default", vpc, Map.of()));
    routeTable("default-main", vpc, List.of(local("172.31.0.0/16"), internet), Optional.empty());
  }

  void mlPlatform() {
    Optional<String> ipv6 = Optional.of(IPV6_START + "00::/56");
    String vpc = vpc("ml-platform", "10.20.0.0/16", ipv6, false, named("ml-platform"));
    String gateway = gateway("ml-platform", vpc, named("ml-platform-igw"));
    List<String> open = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    int index = 0;
    for (Zone zone : state.zones()) {
      String letter = letter(zone);
      open.add(subnet("ml-platform-public-" + letter, vpc, zone, "10.20." + index + ".0/24", 250));
      String inside = "10.20." + (16 + 16 * index++) + ".0/20";
      closed.add(subnet("ml-platform-private-" + letter, vpc, zone, inside, 4080));
    }
    open.add(subnet("ml-platform-public-tiny", vpc, state.zones().get(0), "10.20.10.0/28", 11));
    open.add(subnet("ml-platform-public-full", vpc, state.zones().get(1), "10.20.10.32/27", 0));
    Route local = local("10.20.0.0/16");
    Route internet = new Route("0.0.0.0/0", gateway);
    Route translated = new Route("0.0.0.0/0", ids.of("nat", "ml-platform"));
    routeTable("ml-platform-main", vpc, List.of(local), Optional.empty());
    Route internet6 = new Route("::/0", gateway);
    routeTable("ml-platform-public", vpc, List.of(local, internet, internet6), Optional.of(open));
    routeTable("ml-platform-private", vpc, List.of(local, translated), Optional.of(closed));
  }

  void isolated() {
    String vpc = vpc("isolated", "10.30.0.0/16", Optional.empty(), false, named("isolated"));
    subnet("isolated-a", vpc, state.zones().get(0), "10.30.0.0/24", 250);
    subnet("isolated-b", vpc, state.zones().get(1), "10.30.1.0/24", 251);
    routeTable("isolated-main", vpc, List.of(local("10.30.0.0/16")), Optional.empty());
  }

  /** A security group that admits any address on some ports; returns its id. */
  String group(String vpcName, String name, String description, List<Integer> ports) {
    String id = ids.of("sg", vpcName + "/" + name);
    List<GroupRule> rules = new ArrayList<>();
    for (int port : ports) {
      rules.add(rule(name + port, false, "tcp", port, new Peer(Peer.Kind.IPV4, "0.0.0.0/0")));
    }
    rules.add(rule(name + "out", true, "-1", -1, new Peer(Peer.Kind.IPV4, "0.0.0.0/0")));
    String vpc = ids.of("vpc", vpcName);
    state
        .securityGroups()
        .put(id, new SecurityGroup(id, name, description, vpc, List.copyOf(rules), named(name)));
    return id;
  }

  private String vpc(
      String name,
      String cidr,
      Optional<String> ipv6Cidr,
      boolean isDefault,
      Map<String, String> tags) {
    String id = ids.of("vpc", name);
    state.vpcs().put(id, new Vpc(id, cidr, ipv6Cidr, isDefault, tags));
    String group = ids.of("sg", name + "/default");
    GroupRule within = rule(name + "in", false, "-1", -1, new Peer(Peer.Kind.GROUP, group));
    GroupRule out = rule(name + "out", true, "-1", -1, new Peer(Peer.Kind.IPV4, "0.0.0.0/0"));
    state
        .securityGroups()
        .put(
            group,
            new SecurityGroup(
                group,
                "default",
                "default VPC security group",
                id,
                List.of(within, out),
                Map.of()));
    return id;
  }

  private GroupRule rule(String name, boolean egress, String protocol, int port, Peer peer) {
    String id = ids.of("sgr", name + egress);
    return new GroupRule(id, egress, protocol, port, port, peer, Optional.empty(), Map.of());
  }

  private String gateway(String name, String vpc, Map<String, String> tags) {
    String id = ids.of("igw", name);
    state.internetGateways().put(id, new InternetGateway(id, vpc, tags));
    return id;
  }

  private String subnet(String name, String vpc, Zone zone, String cidr, int unused) {
    String id = ids.of("subnet", name);
    boolean open = name.contains("public");
    Optional<String> ipv6 = Optional.ofNullable(IPV6.get(name));
    state
        .subnets()
        .put(id, new Subnet(id, vpc, zone.name(), cidr, ipv6, unused, open, false, named(name)));
    return id;
  }

  /** Without subnets the table is the VPC's main one. */
  private void routeTable(
      String name, String vpc, List<Route> routes, Optional<List<String>> subnets) {
    List<RouteAssociation> associations = new ArrayList<>();
    if (subnets.isEmpty()) {
      associations.add(new RouteAssociation(ids.of("rtbassoc", name), Optional.empty()));
    }
    for (String each : subnets.orElse(List.of())) {
      associations.add(new RouteAssociation(ids.of("rtbassoc", name + each), Optional.of(each)));
    }
    String id = ids.of("rtb", name);
    state
        .routeTables()
        .put(id, new RouteTable(id, vpc, routes, List.copyOf(associations), named(name)));
  }

  private static Route local(String cidr) {
    return new Route(cidr, "local");
  }

  private static Map<String, String> named(String name) {
    return Map.of("Name", name);
  }

  private static String letter(Zone zone) {
    return zone.name().substring(zone.name().length() - 1);
  }
}
