package portico.practice.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import portico.model.AccountRules;
import portico.model.EnvironmentSpec;
import portico.model.Ipv4Network;
import portico.model.NetworkRules;
import portico.model.SpecRules;
import portico.model.SubnetFacts;
import portico.model.Violation;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.Certificate;
import portico.practice.aws.state.HostedZone;
import portico.practice.aws.state.InstanceState;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.RouteTable;
import portico.practice.aws.state.SecurityGroup;
import portico.practice.aws.state.Seed;
import portico.practice.aws.state.Subnet;
import portico.testing.SpecSite;

/**
 * The seeded account with what boundaries need beside it: subnets with just room and just none,
 * enough certificates and enough security groups. Both the simulated AWS and the rules of {@code
 * portico.model} look at it, the latter through facts as the catalogue reads them.
 */
final class EdgeAccount {
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final String ZONE = "us-west-2a";

  /** The account's hosted zones. */
  static final Map<String, HostedZone> ZONES = Seed.account(NOW).hostedZones();

  private final RegionState region;
  private final String vpc;

  EdgeAccount() {
    region = Optional.ofNullable(Seed.account(NOW).regions().get("us-west-2")).orElseThrow().copy();
    vpc = vpcOf("ml-platform");
    subnet("just-room", "10.20.200.0/24", 8);
    subnet("no-room", "10.20.201.0/24", 7);
    subnet("smallest", "10.20.202.0/27", 20);
    subnet("ipv4", "10.20.203.0/24", 200);
    for (int index = 0; index < 30; index++) {
      certificate(index);
    }
    for (int index = 0; index < 5; index++) {
      String id = "sg-0edade%011d".formatted(index);
      region
          .securityGroups()
          .put(id, new SecurityGroup(id, "edge-" + index, "edge", vpc, List.of(), Map.of()));
    }
  }

  RegionState region() {
    return region;
  }

  private void subnet(String name, String cidr, int unused) {
    String id = idOf(name);
    region
        .subnets()
        .put(
            id,
            new Subnet(
                id, vpc, ZONE, cidr, Optional.empty(), unused, true, false, Map.of("Name", name)));
  }

  private static String idOf(String name) {
    return "subnet-0%016x".formatted(name.hashCode() & 0xffffffffL);
  }

  private void certificate(int index) {
    String arn =
        "arn:aws:acm:us-west-2:%s:certificate/00000000-0000-4000-9000-%012d"
            .formatted(Account.ID, index);
    Instant end = NOW.plus(Duration.ofDays(200));
    region
        .certificates()
        .put(
            arn,
            new Certificate(
                arn,
                "edge%d.example.com".formatted(index),
                List.of("edge%d.example.com".formatted(index)),
                "ISSUED",
                "AMAZON_ISSUED",
                "RSA_2048",
                NOW.minus(Duration.ofDays(1)),
                Optional.of(NOW.minus(Duration.ofDays(1))),
                Optional.of(end)));
  }

  private String vpcOf(String name) {
    return region.vpcs().values().stream()
        .filter(each -> name.equals(each.tags().get("Name")))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private String named(String name) {
    return region.subnets().values().stream()
        .filter(each -> name.equals(each.tags().get("Name")))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<String> subnets(String vpcId) {
    return region.subnets().values().stream()
        .filter(each -> each.vpcId().equals(vpcId))
        .map(Subnet::id)
        .toList();
  }

  /** What specs stand on. */
  SpecSite site() {
    String isolated = vpcOf("isolated");
    String other =
        region.vpcs().values().stream()
            .filter(each -> each.isDefault())
            .findFirst()
            .orElseThrow()
            .id();
    HostedZone zone =
        ZONES.values().stream().filter(each -> !each.ofVpcs()).findFirst().orElseThrow();
    return new SpecSite(
        "us-west-2",
        vpc,
        List.of(
            named("ml-platform-public-a"),
            named("ml-platform-public-b"),
            named("ml-platform-public-c")),
        List.of(named("ml-platform-private-a"), named("ml-platform-private-b")),
        named("no-room"),
        named("just-room"),
        named("ml-platform-public-tiny"),
        named("smallest"),
        named("ipv4"),
        subnets(other),
        isolated,
        subnets(isolated),
        region.securityGroups().keySet().stream().filter(id -> id.startsWith("sg-0edade")).toList(),
        region.instances().values().stream()
            .filter(each -> each.vpcId().equals(vpc) && each.state() == InstanceState.RUNNING)
            .map(each -> each.id())
            .toList(),
        certificates("ISSUED"),
        certificates("PENDING_VALIDATION").getFirst(),
        List.copyOf(region.webAcls().keySet()),
        List.of(pool(true), pool(false)),
        region.functions().values().stream().map(each -> each.arn()).toList(),
        region.buckets().values().stream()
            .filter(each -> each.policy().isPresent())
            .findFirst()
            .orElseThrow()
            .name(),
        zone.id(),
        withoutDot(zone.name()));
  }

  private String pool(boolean isPublic) {
    return region.ipamPools().values().stream()
        .filter(each -> each.isPublic() == isPublic && each.addressFamily().equals("ipv4"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private List<String> certificates(String status) {
    return region.certificates().values().stream()
        .filter(each -> each.status().equals(status))
        .map(Certificate::arn)
        .toList();
  }

  /** Everything that the model says against a spec on this account. */
  List<Violation> violations(EnvironmentSpec spec) {
    List<Violation> found = new ArrayList<>(SpecRules.check(spec));
    Map<String, String> statuses = new HashMap<>();
    region.certificates().forEach((arn, each) -> statuses.put(arn, each.status()));
    found.addAll(AccountRules.certificates(spec, statuses));
    Map<String, String> names = new HashMap<>();
    ZONES.forEach((id, each) -> names.put(id, withoutDot(each.name())));
    found.addAll(AccountRules.dnsRecords(spec, names));
    found.addAll(AccountRules.webAcl(spec, region.webAcls().keySet()));
    found.addAll(AccountRules.ipamPool(spec, Set.of(pool(true))));
    Set<String> withIpv6 = new HashSet<>();
    region.subnets().values().stream()
        .filter(each -> each.ipv6Cidr().isPresent())
        .forEach(each -> withIpv6.add(each.id()));
    found.addAll(AccountRules.ipv6Subnets(spec, withIpv6));
    String vpcId = spec.loadBalancer().vpcId();
    Optional.ofNullable(region.vpcs().get(vpcId))
        .flatMap(each -> Ipv4Network.parse(each.cidr()))
        .ifPresent(network -> found.addAll(AccountRules.ipTargets(spec, List.of(network))));
    List<SubnetFacts> chosen =
        spec.loadBalancer().subnetIds().stream()
            .flatMap(id -> Optional.ofNullable(region.subnets().get(id)).stream())
            .map(this::facts)
            .toList();
    found.addAll(NetworkRules.check(vpcId, spec.loadBalancer().scheme(), chosen));
    return found;
  }

  private static String withoutDot(String name) {
    return name.substring(0, name.length() - 1);
  }

  private SubnetFacts facts(Subnet subnet) {
    return new SubnetFacts(
        subnet.id(),
        subnet.vpcId(),
        subnet.zone(),
        "availability-zone",
        Integer.parseInt(subnet.cidr().substring(subnet.cidr().indexOf('/') + 1)),
        region.freeAddresses(subnet),
        region.routeTableOf(subnet).map(RouteTable::reachesInternet).orElse(false));
  }

  /** Whether anybody outside can reach the VPC at all. */
  boolean hasGateway(String vpcId) {
    return region.internetGateways().values().stream().anyMatch(each -> each.vpcId().equals(vpcId));
  }
}
