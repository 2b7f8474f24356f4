package portico.practice.aws.elb;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import portico.practice.aws.ec2.Cidr;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Ids;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.NetworkInterface;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.RouteTable;
import portico.practice.aws.state.SecurityGroup;
import portico.practice.aws.state.Subnet;
import portico.practice.aws.state.ZoneSubnet;

/** Where load balancers stand: their subnets, security groups and network interfaces. */
final class Networks {
  private static final int LARGEST_PREFIX = 27;
  private static final int FEWEST_FREE = 8;
  private static final int MOST_GROUPS = 5;

  private Networks() {}

  /**
   * The subnets a request names, checked by AWS's rules: at least two zones, one subnet in each,
   * all in one VPC, each /27 or larger.
   */
  static List<Subnet> subnets(Call call, Parameters parameters) {
    List<String> plain = parameters.list("Subnets.member");
    List<Parameters> mappings = parameters.structures("SubnetMappings.member");
    if (!plain.isEmpty() && !mappings.isEmpty()) {
      throw Check.invalid("You must specify either subnets or subnet mappings, not both");
    }
    List<String> ids = new ArrayList<>(plain);
    for (Parameters mapping : mappings) {
      if (mapping.has("AllocationId")) {
        throw new AwsException(
            "InvalidConfigurationRequest",
            "Elastic IP addresses are not supported for load balancers with type 'application'");
      }
      ids.add(Check.required(mapping, "SubnetId"));
    }
    List<Subnet> subnets = ids.stream().map(id -> subnet(call, id)).toList();
    check(subnets);
    return subnets;
  }

  private static Subnet subnet(Call call, String id) {
    return Optional.ofNullable(call.state().subnets().get(id))
        .orElseThrow(
            () -> new AwsException("SubnetNotFound", "The subnet ID '" + id + "' does not exist"));
  }

  private static void check(List<Subnet> subnets) {
    if (subnets.stream().map(Subnet::vpcId).distinct().count() > 1) {
      throw new AwsException(
          "InvalidConfigurationRequest", "All subnets must belong to the same VPC");
    }
    Set<String> zones = new HashSet<>();
    for (Subnet subnet : subnets) {
      if (!zones.add(subnet.zone())) {
        throw new AwsException(
            "InvalidConfigurationRequest",
            "A load balancer cannot be attached to multiple subnets in the same Availability Zone");
      }
    }
    if (zones.size() < 2) {
      throw Check.invalid(
          "At least two subnets in two different Availability Zones must be specified");
    }
    for (Subnet subnet : subnets) {
      if (Cidr.parse(subnet.cidr()).map(Cidr::prefix).orElse(0) > LARGEST_PREFIX) {
        throw new AwsException(
            "InvalidSubnet",
            "The CIDR block %s of subnet '%s' is too small. ELB requires a /27 or larger subnet."
                .formatted(subnet.cidr(), subnet.id()));
      }
    }
  }

  /** Refuses subnets without room for a load balancer's addresses. */
  static void checkRoom(Call call, List<Subnet> subnets) {
    for (Subnet subnet : subnets) {
      if (call.state().freeAddresses(subnet) < FEWEST_FREE) {
        throw new AwsException(
            "InvalidSubnet",
            ("Not enough IP space available in %s. ELB requires at least 8 free IP addresses in "
                    + "each subnet.")
                .formatted(subnet.id()));
      }
    }
  }

  /** Refuses a VPC that nobody outside can reach for an internet-facing load balancer. */
  static void checkGateway(Call call, String vpcId) {
    boolean present =
        call.state().internetGateways().values().stream()
            .anyMatch(gateway -> gateway.vpcId().equals(vpcId));
    if (!present) {
      throw new AwsException("InvalidSubnet", "VPC " + vpcId + " has no internet gateway");
    }
  }

  /** The security groups a request names; without any, the VPC's default group. */
  static List<String> securityGroups(Call call, Parameters parameters, String vpcId) {
    List<String> ids = parameters.list("SecurityGroups.member").stream().distinct().toList();
    if (ids.isEmpty()) {
      return defaultGroup(call.state(), vpcId);
    }
    if (ids.size() > MOST_GROUPS) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "The number of security groups exceeds the limit of '5' per load balancer");
    }
    for (String id : ids) {
      SecurityGroup group =
          Optional.ofNullable(call.state().securityGroups().get(id))
              .orElseThrow(
                  () ->
                      new AwsException(
                          "InvalidSecurityGroup",
                          "The security group '" + id + "' does not exist"));
      if (!group.vpcId().equals(vpcId)) {
        throw new AwsException(
            "InvalidConfigurationRequest",
            "Security group '%s' does not belong to VPC '%s'".formatted(id, vpcId));
      }
    }
    return ids;
  }

  private static List<String> defaultGroup(RegionState state, String vpcId) {
    return state.securityGroups().values().stream()
        .filter(group -> group.vpcId().equals(vpcId) && group.name().equals("default"))
        .map(SecurityGroup::id)
        .toList();
  }

  /** Gives a load balancer the network interfaces it needs, and takes those it no longer does. */
  static void place(Call call, LoadBalancer balancer) {
    List<String> wanted = balancer.zones().stream().map(ZoneSubnet::subnetId).toList();
    var interfaces = call.state().networkInterfaces();
    for (NetworkInterface each : interfacesOf(call.state(), balancer)) {
      interfaces.put(
          each.id(),
          wanted.contains(each.subnetId())
              ? each.guardedBy(balancer.securityGroups())
              : each.vanishing(call.now().plus(call.deletion())));
    }
    for (String id : wanted) {
      Subnet subnet = subnet(call, id);
      if (interfacesOf(call.state(), balancer).stream()
          .noneMatch(each -> each.subnetId().equals(id))) {
        NetworkInterface added = newInterface(call, balancer, subnet);
        interfaces.put(added.id(), added);
      }
    }
  }

  /** Takes all of a load balancer's network interfaces, after the time that AWS needs for it. */
  static void clear(Call call, LoadBalancer balancer) {
    for (NetworkInterface each : interfacesOf(call.state(), balancer)) {
      call.state()
          .networkInterfaces()
          .put(each.id(), each.vanishing(call.now().plus(call.deletion())));
    }
  }

  /** The network interfaces that a load balancer has and keeps. */
  static List<NetworkInterface> interfacesOf(RegionState state, LoadBalancer balancer) {
    return state.networkInterfaces().values().stream()
        .filter(each -> each.loadBalancerArn().equals(Optional.of(balancer.arn())))
        .filter(each -> each.vanishesAt().isEmpty())
        .toList();
  }

  private static NetworkInterface newInterface(Call call, LoadBalancer balancer, Subnet subnet) {
    String arn = balancer.arn();
    return new NetworkInterface(
        Ids.resource("eni"),
        subnet.id(),
        subnet.vpcId(),
        subnet.zone(),
        unusedAddress(call.state(), subnet),
        balancer.securityGroups(),
        "ELB " + arn.substring(arn.indexOf("app/")),
        Optional.empty(),
        Optional.of(arn),
        Optional.empty());
  }

  /** Counts down from the end of the subnet, away from where instances are. */
  private static String unusedAddress(RegionState state, Subnet subnet) {
    Cidr block = Cidr.parse(subnet.cidr()).orElseThrow();
    BigInteger size = BigInteger.ONE.shiftLeft(block.bits() - block.prefix());
    BigInteger last = block.network().add(size).subtract(BigInteger.TWO);
    for (BigInteger each = last; ; each = each.subtract(BigInteger.ONE)) {
      String text = new Cidr(32, each, 32).text();
      String address = text.substring(0, text.indexOf('/'));
      if (state.networkInterfaces().values().stream()
          .noneMatch(other -> other.privateIp().equals(address))) {
        return address;
      }
    }
  }

  /** Whether clients on the internet can reach all of a load balancer's subnets. */
  static boolean reachesInternet(RegionState state, LoadBalancer balancer) {
    return balancer.zones().stream()
        .map(zone -> Optional.ofNullable(state.subnets().get(zone.subnetId())))
        .allMatch(
            subnet ->
                subnet.flatMap(state::routeTableOf).map(RouteTable::reachesInternet).orElse(false));
  }
}
