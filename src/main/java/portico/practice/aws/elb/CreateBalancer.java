package portico.practice.aws.elb;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Ids;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.Subnet;
import portico.practice.aws.state.ZoneSubnet;

/**
 * CreateLoadBalancer (docs.aws.amazon.com/elasticloadbalancing/latest/APIReference,
 * API_CreateLoadBalancer).
 */
final class CreateBalancer {
  static final List<String> IP_TYPES =
      List.of("ipv4", "dualstack", "dualstack-without-public-ipv4");

  private CreateBalancer() {}

  static void run(Call call, Parameters parameters, Xml xml) {
    String type =
        Check.oneOf(parameters, "Type", List.of("application", "network", "gateway"))
            .orElse("application");
    if (!type.equals("application")) {
      throw Check.invalid("Load balancers of type '" + type + "' are not simulated");
    }
    String name = name(parameters);
    List<String> schemes = List.of("internet-facing", "internal");
    boolean internal =
        Check.oneOf(parameters, "Scheme", schemes).orElse("internet-facing").equals("internal");
    String ipType = Check.oneOf(parameters, "IpAddressType", IP_TYPES).orElse("ipv4");
    Map<String, String> tags = ElbTags.read(parameters);
    List<Subnet> subnets = Networks.subnets(call, parameters);
    checkIpType(ipType, internal, subnets);
    Optional<String> pool = IpPools.read(call, parameters, internal, ipType);
    String vpc = subnets.getFirst().vpcId();
    List<String> groups = Networks.securityGroups(call, parameters, vpc);
    Optional<LoadBalancer> existing = named(call, name);
    if (existing.isPresent()) {
      checkSame(existing.get(), internal, ipType, subnets, groups, pool);
      BalancerXml.write(call, xml, List.of(existing.get()));
      return;
    }
    Limits.balancers(call);
    if (!internal) {
      Networks.checkGateway(call, vpc);
    }
    Networks.checkRoom(call, subnets);
    LoadBalancer created = build(call, name, internal, ipType, subnets, groups, tags).from(pool);
    call.state().loadBalancers().put(created.arn(), created);
    Networks.place(call, created);
    BalancerXml.write(call, xml, List.of(created));
  }

  private static String name(Parameters parameters) {
    String name = Check.name("Load balancer", Check.required(parameters, "Name"));
    if (name.startsWith("internal-")) {
      throw Check.invalid("Load balancer name '" + name + "' cannot begin with 'internal-'");
    }
    return name;
  }

  /** The model's text: internal load balancers must use ipv4; dualstack is accepted since 2022. */
  static void checkIpType(String ipType, boolean internal, List<Subnet> subnets) {
    if (internal && ipType.equals("dualstack-without-public-ipv4")) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "The IP address type 'dualstack-without-public-ipv4' is not supported for internal "
              + "load balancers");
    }
    boolean ipv4Only = subnets.stream().anyMatch(each -> each.ipv6Cidr().isEmpty());
    if (!ipType.equals("ipv4") && ipv4Only) {
      throw new AwsException(
          "InvalidSubnet", "You must specify subnets with an associated IPv6 CIDR block.");
    }
  }

  private static Optional<LoadBalancer> named(Call call, String name) {
    return call.state().loadBalancers().values().stream()
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  private static void checkSame(
      LoadBalancer existing,
      boolean internal,
      String ipType,
      List<Subnet> subnets,
      List<String> groups,
      Optional<String> pool) {
    Set<ZoneSubnet> zones = new HashSet<>(zones(subnets));
    boolean same =
        existing.internal() == internal
            && existing.ipAddressType().equals(ipType)
            && existing.ipamPool().equals(pool)
            && new HashSet<>(existing.zones()).equals(zones)
            && new HashSet<>(existing.securityGroups()).equals(new HashSet<>(groups));
    if (!same) {
      throw new AwsException(
          "DuplicateLoadBalancerName",
          "A load balancer with the same name '%s' exists, but with different settings"
              .formatted(existing.name()));
    }
  }

  static List<ZoneSubnet> zones(List<Subnet> subnets) {
    return subnets.stream().map(each -> new ZoneSubnet(each.zone(), each.id())).toList();
  }

  private static LoadBalancer build(
      Call call,
      String name,
      boolean internal,
      String ipType,
      List<Subnet> subnets,
      List<String> groups,
      Map<String, String> tags) {
    String arn = call.arn("elasticloadbalancing", "loadbalancer/app/" + name + "/" + Ids.hex());
    String dns =
        "%s%s-%s.%s.elb.localhost"
            .formatted(internal ? "internal-" : "", name, Ids.digits(), call.region());
    return new LoadBalancer(
        arn,
        name,
        internal,
        subnets.getFirst().vpcId(),
        ipType,
        dns,
        call.now(),
        call.now().plus(call.provisioning()),
        zones(subnets),
        groups,
        Map.of(),
        tags,
        Optional.empty());
  }
}
