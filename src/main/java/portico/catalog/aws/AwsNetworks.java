package portico.catalog.aws;

import static portico.catalog.aws.AwsService.EC2;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import portico.catalog.CloudAccount;
import portico.catalog.Instance;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockStateCode;

/** VPCs, subnets and instances. */
final class AwsNetworks {
  /**
   * EC2 reads unpaged calls of large accounts slowly, or not at all ("API pagination", EC2 API
   * guide).
   */
  static final int PAGE = 1000;

  private final AwsClients clients;

  AwsNetworks(AwsClients clients) {
    this.clients = clients;
  }

  List<Vpc> vpcs(AwsCall call) {
    return call.of(
        EC2,
        "DescribeVpcs",
        () ->
            clients.ec2().describeVpcsPaginator(request -> request.maxResults(PAGE)).vpcs().stream()
                .map(
                    vpc ->
                        new Vpc(
                            vpc.vpcId(),
                            name(vpc.tags()),
                            vpc.cidrBlock(),
                            furtherCidrs(vpc),
                            Boolean.TRUE.equals(vpc.isDefault())))
                .sorted(
                    Comparator.comparing(Vpc::isDefault, Comparator.reverseOrder())
                        .thenComparing(Vpc::name)
                        .thenComparing(Vpc::id))
                .toList());
  }

  private static List<String> furtherCidrs(software.amazon.awssdk.services.ec2.model.Vpc vpc) {
    return vpc.cidrBlockAssociationSet().stream()
        .filter(each -> each.cidrBlockState().state() == VpcCidrBlockStateCode.ASSOCIATED)
        .map(VpcCidrBlockAssociation::cidrBlock)
        .filter(cidr -> !cidr.equals(vpc.cidrBlock()))
        .toList();
  }

  List<Subnet> subnets(AwsCall call, String vpcId) {
    var zones = zoneTypes(call);
    var routes = PublicRoutes.of(call, clients, vpcId);
    return call.of(
        EC2,
        "DescribeSubnets",
        () ->
            clients
                .ec2()
                .describeSubnetsPaginator(request -> request.filters(inVpc(vpcId)).maxResults(PAGE))
                .subnets()
                .stream()
                .map(subnet -> subnet(subnet, zones, routes))
                .sorted(
                    Comparator.comparing(Subnet::zone)
                        .thenComparing(Subnet::isPublic, Comparator.reverseOrder())
                        .thenComparing(Subnet::cidr, AwsNetworks::byAddress))
                .toList());
  }

  private Subnet subnet(
      software.amazon.awssdk.services.ec2.model.Subnet subnet,
      Map<String, String> zones,
      PublicRoutes routes) {
    boolean onOutpost = subnet.outpostArn() != null && !subnet.outpostArn().isEmpty();
    return new Subnet(
        subnet.subnetId(),
        name(subnet.tags()),
        subnet.vpcId(),
        subnet.cidrBlock(),
        subnet.availabilityZone(),
        onOutpost ? "outpost" : zones.getOrDefault(subnet.availabilityZone(), "availability-zone"),
        Optional.ofNullable(subnet.availableIpAddressCount()).orElse(0),
        routes.reach(subnet.subnetId()) || isPublicByDefault(subnet),
        !subnet.ipv6CidrBlockAssociationSet().isEmpty());
  }

  /**
   * In AWS a default subnet is public by its route table. Other implementations, such as moto, make
   * the default VPC without an internet gateway and nothing of theirs could be used; there, what a
   * default subnet says of itself counts.
   */
  private boolean isPublicByDefault(software.amazon.awssdk.services.ec2.model.Subnet subnet) {
    return clients.account() instanceof CloudAccount.Endpoint
        && Boolean.TRUE.equals(subnet.defaultForAz())
        && Boolean.TRUE.equals(subnet.mapPublicIpOnLaunch());
  }

  private Map<String, String> zoneTypes(AwsCall call) {
    Map<String, String> types = new HashMap<>();
    call.of(
            EC2,
            "DescribeAvailabilityZones",
            () ->
                clients
                    .ec2()
                    .describeAvailabilityZones(request -> request.allAvailabilityZones(true)))
        .availabilityZones()
        .forEach(zone -> types.put(zone.zoneName(), zoneType(zone)));
    return types;
  }

  private static String zoneType(AvailabilityZone zone) {
    return Optional.ofNullable(zone.zoneType()).orElse("availability-zone");
  }

  List<Instance> instances(AwsCall call, String vpcId) {
    return call.of(
        EC2,
        "DescribeInstances",
        () ->
            clients
                .ec2()
                .describeInstancesPaginator(
                    request -> request.filters(inVpc(vpcId), notTerminated()).maxResults(PAGE))
                .reservations()
                .stream()
                .flatMap(reservation -> reservation.instances().stream())
                .map(AwsNetworks::instance)
                .sorted(
                    Comparator.comparing(Instance::isRunning, Comparator.reverseOrder())
                        .thenComparing(Instance::name)
                        .thenComparing(Instance::id))
                .toList());
  }

  private static Instance instance(software.amazon.awssdk.services.ec2.model.Instance instance) {
    return new Instance(
        instance.instanceId(),
        name(instance.tags()),
        instance.instanceTypeAsString(),
        instance.state().nameAsString(),
        instance.placement().availabilityZone(),
        instance.subnetId(),
        Optional.ofNullable(instance.privateIpAddress()).orElse(""),
        instance.securityGroups().stream().map(GroupIdentifier::groupId).toList());
  }

  static Filter inVpc(String vpcId) {
    return Filter.builder().name("vpc-id").values(vpcId).build();
  }

  private static Filter notTerminated() {
    return Filter.builder()
        .name("instance-state-name")
        .values("pending", "running", "stopping", "stopped", "shutting-down")
        .build();
  }

  static String name(List<Tag> tags) {
    return tags.stream()
        .filter(tag -> tag.key().equals("Name"))
        .map(Tag::value)
        .collect(Collectors.joining());
  }

  /** By the numbers of the address, so that 10.0.9.0 comes before 10.0.10.0. */
  private static int byAddress(String one, String other) {
    return Long.compare(number(one), number(other));
  }

  private static long number(String cidr) {
    long number = 0;
    for (String part : cidr.split("[./]", -1)) {
      number = number * 256 + Integer.parseInt(part);
    }
    return number;
  }
}
