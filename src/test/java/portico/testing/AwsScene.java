package portico.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import portico.catalog.aws.AwsClients;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Puts things into an AWS endpoint, for a test to find. */
public final class AwsScene {
  private final AwsClients aws;

  public AwsScene(AwsClients aws) {
    this.aws = aws;
  }

  /**
   * Where a load balancer can stand.
   *
   * @param publicSubnets two, in different zones
   * @param instance one that runs
   */
  public record Ground(
      String vpc, List<String> publicSubnets, String privateSubnet, String instance) {}

  /** A new ground. */
  public Ground ground() {
    var vpc = vpc("ground", "10.20.0.0/16");
    var one = subnet(vpc, "one", "10.20.1.0/24", "us-west-2a");
    var two = subnet(vpc, "two", "10.20.2.0/24", "us-west-2b");
    var inside = subnet(vpc, "inside", "10.20.3.0/24", "us-west-2a");
    openToInternet(vpc, one, two);
    var guard = securityGroup(vpc, "guard", Map.of());
    return new Ground(vpc, List.of(one, two), inside, instance(inside, guard, "model"));
  }

  public String vpc(String name, String cidr) {
    return aws.ec2()
        .createVpc(
            request -> request.cidrBlock(cidr).tagSpecifications(named(ResourceType.VPC, name)))
        .vpc()
        .vpcId();
  }

  public String subnet(String vpc, String name, String cidr, String zone) {
    return aws.ec2()
        .createSubnet(
            request ->
                request
                    .vpcId(vpc)
                    .cidrBlock(cidr)
                    .availabilityZone(zone)
                    .tagSpecifications(named(ResourceType.SUBNET, name)))
        .subnet()
        .subnetId();
  }

  /** Gives the subnets a route table of their own that leads to a new internet gateway. */
  public void openToInternet(String vpc, String... subnets) {
    var table =
        aws.ec2().createRouteTable(request -> request.vpcId(vpc)).routeTable().routeTableId();
    routeToInternet(vpc, table);
    for (String subnet : subnets) {
      aws.ec2().associateRouteTable(request -> request.routeTableId(table).subnetId(subnet));
    }
  }

  /** Leads the VPC's main route table to a new internet gateway. */
  public void openMainTableToInternet(String vpc) {
    var tables =
        aws.ec2()
            .describeRouteTables(
                request -> request.filters(Filter.builder().name("vpc-id").values(vpc).build()));
    routeToInternet(vpc, tables.routeTables().getFirst().routeTableId());
  }

  private void routeToInternet(String vpc, String table) {
    var gateway = aws.ec2().createInternetGateway().internetGateway().internetGatewayId();
    aws.ec2().attachInternetGateway(request -> request.vpcId(vpc).internetGatewayId(gateway));
    aws.ec2()
        .createRoute(
            request ->
                request.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
  }

  public String instance(String subnet, String securityGroup, String name) {
    return aws.ec2()
        .runInstances(
            request ->
                request
                    .imageId("ami-12c6146b")
                    .instanceType("g5.xlarge")
                    .minCount(1)
                    .maxCount(1)
                    .subnetId(subnet)
                    .securityGroupIds(securityGroup)
                    .tagSpecifications(named(ResourceType.INSTANCE, name)))
        .instances()
        .getFirst()
        .instanceId();
  }

  public String securityGroup(String vpc, String name, Map<String, String> tags) {
    return aws.ec2()
        .createSecurityGroup(
            request ->
                request
                    .vpcId(vpc)
                    .groupName(name)
                    .description(name)
                    .tagSpecifications(tagged(ResourceType.SECURITY_GROUP, tags)))
        .groupId();
  }

  /** A TCP rule that lets a network in. */
  public String ingress(String group, int port, String cidr, Map<String, String> tags) {
    return aws.ec2()
        .authorizeSecurityGroupIngress(
            request ->
                request
                    .groupId(group)
                    .ipPermissions(
                        IpPermission.builder()
                            .ipProtocol("tcp")
                            .fromPort(port)
                            .toPort(port)
                            .ipRanges(IpRange.builder().cidrIp(cidr).build())
                            .build())
                    .tagSpecifications(tagged(ResourceType.SECURITY_GROUP_RULE, tags)))
        .securityGroupRules()
        .getFirst()
        .securityGroupRuleId();
  }

  /** ARN of a new load balancer. */
  public String loadBalancer(
      String name, List<String> subnets, List<String> groups, Map<String, String> tags) {
    return aws.elb()
        .createLoadBalancer(
            request ->
                request.name(name).subnets(subnets).securityGroups(groups).tags(elbTags(tags)))
        .loadBalancers()
        .getFirst()
        .loadBalancerArn();
  }

  /** ARN of a new target group for instances, on port 8000. */
  public String targetGroup(String name, String vpc, Map<String, String> tags) {
    return aws.elb()
        .createTargetGroup(
            request ->
                request
                    .name(name)
                    .protocol(ProtocolEnum.HTTP)
                    .port(8000)
                    .vpcId(vpc)
                    .targetType(TargetTypeEnum.INSTANCE)
                    .tags(elbTags(tags)))
        .targetGroups()
        .getFirst()
        .targetGroupArn();
  }

  /** ARN of a new HTTP listener that forwards to the target group. */
  public String listener(String balancer, int port, String targetGroup, Map<String, String> tags) {
    return aws.elb()
        .createListener(
            request ->
                request
                    .loadBalancerArn(balancer)
                    .port(port)
                    .protocol(ProtocolEnum.HTTP)
                    .tags(elbTags(tags))
                    .defaultActions(
                        Action.builder().type("forward").targetGroupArn(targetGroup).build()))
        .listeners()
        .getFirst()
        .listenerArn();
  }

  /** A new bucket of the clients' region. */
  public String bucket(String name, Map<String, String> tags) {
    aws.s3()
        .send(
            "PUT",
            name,
            "",
            "<CreateBucketConfiguration><LocationConstraint>%s</LocationConstraint></CreateBucketConfiguration>"
                .formatted(aws.region()));
    if (!tags.isEmpty()) {
      String set =
          tags.entrySet().stream()
              .map(
                  tag ->
                      "<Tag><Key>%s</Key><Value>%s</Value></Tag>"
                          .formatted(tag.getKey(), tag.getValue()))
              .collect(Collectors.joining());
      aws.s3().send("PUT", name, "tagging", "<Tagging><TagSet>" + set + "</TagSet></Tagging>");
    }
    return name;
  }

  private static List<TagSpecification> named(ResourceType type, String name) {
    return tagged(type, Map.of("Name", name));
  }

  private static List<TagSpecification> tagged(ResourceType type, Map<String, String> tags) {
    return tags.isEmpty()
        ? List.of()
        : List.of(TagSpecification.builder().resourceType(type).tags(ec2Tags(tags)).build());
  }

  private static List<software.amazon.awssdk.services.ec2.model.Tag> ec2Tags(
      Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(
            tag ->
                software.amazon.awssdk.services.ec2.model.Tag.builder()
                    .key(tag.getKey())
                    .value(tag.getValue())
                    .build())
        .toList();
  }

  private static List<Tag> elbTags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }
}
