package portico.catalog.aws;

import static portico.catalog.aws.AwsService.EC2;
import static portico.catalog.aws.AwsService.ELB;
import static portico.catalog.aws.AwsService.STS;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.CallerIdentity;
import portico.catalog.Catalog;
import portico.catalog.Certificate;
import portico.catalog.Decision;
import portico.catalog.DnsRecord;
import portico.catalog.ExistingLoadBalancers;
import portico.catalog.HostedZone;
import portico.catalog.Instance;
import portico.catalog.IpamPool;
import portico.catalog.LoadBalancerState;
import portico.catalog.Quota;
import portico.catalog.Region;
import portico.catalog.SecurityGroup;
import portico.catalog.Subnet;
import portico.catalog.TargetHealth;
import portico.catalog.TlsPolicy;
import portico.catalog.Vpc;
import portico.catalog.WebAcl;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** One account in one region, read through the AWS SDK. */
public final class AwsCatalog implements Catalog {
  private final AwsClients clients;
  private final AwsNetworks networks;
  private final AwsCertificates certificates;

  /** A catalogue over these clients, which it closes with itself. */
  public AwsCatalog(AwsClients clients) {
    this.clients = clients;
    this.networks = new AwsNetworks(clients);
    this.certificates = new AwsCertificates(clients);
  }

  @Override
  public Answer<CallerIdentity> callerIdentity() {
    return AwsCall.answer(
        clients,
        STS,
        "GetCallerIdentity",
        call -> {
          var caller = call.of(STS, "GetCallerIdentity", () -> clients.sts().getCallerIdentity());
          return new CallerIdentity(caller.account(), caller.arn(), caller.userId());
        });
  }

  @Override
  public Answer<List<Region>> regions() {
    return AwsCall.answer(
        clients,
        EC2,
        "DescribeRegions",
        call ->
            call
                .of(EC2, "DescribeRegions", () -> clients.ec2().describeRegions())
                .regions()
                .stream()
                .map(region -> new Region(region.regionName(), nameOf(region.regionName())))
                .sorted(Comparator.comparing(Region::code))
                .toList());
  }

  private static String nameOf(String code) {
    return Optional.ofNullable(RegionMetadata.of(software.amazon.awssdk.regions.Region.of(code)))
        .map(RegionMetadata::description)
        .orElse(code);
  }

  @Override
  public Answer<List<Vpc>> vpcs() {
    return AwsCall.answer(clients, EC2, "DescribeVpcs", networks::vpcs);
  }

  @Override
  public Answer<List<Subnet>> subnets(String vpcId) {
    return AwsCall.answer(clients, EC2, "DescribeSubnets", call -> networks.subnets(call, vpcId));
  }

  @Override
  public Answer<List<Instance>> instances(String vpcId) {
    return AwsCall.answer(
        clients, EC2, "DescribeInstances", call -> networks.instances(call, vpcId));
  }

  @Override
  public Answer<List<Certificate>> certificates() {
    return AwsCall.answer(clients, AwsService.ACM, "ListCertificates", certificates::all);
  }

  @Override
  public Answer<Optional<LoadBalancerState>> loadBalancer(String name) {
    return AwsCall.answer(clients, ELB, "DescribeLoadBalancers", call -> loadBalancer(call, name));
  }

  @Override
  public ExistingLoadBalancers existing() {
    return new AwsExistingLoadBalancers(clients);
  }

  private Optional<LoadBalancerState> loadBalancer(AwsCall call, String name) {
    try {
      var found =
          call.of(
              ELB,
              "DescribeLoadBalancers",
              () -> clients.elb().describeLoadBalancers(request -> request.names(name)));
      return found.loadBalancers().stream().findFirst().map(balancer -> state(call, balancer));
    } catch (LoadBalancerNotFoundException e) {
      return Optional.empty();
    }
  }

  private LoadBalancerState state(AwsCall call, LoadBalancer balancer) {
    var tags = new ElbTags(clients).of(call, List.of(balancer.loadBalancerArn()));
    return new LoadBalancerState(
        balancer.loadBalancerArn(),
        balancer.loadBalancerName(),
        balancer.dnsName(),
        balancer.state().codeAsString(),
        balancer.vpcId(),
        tags.getOrDefault(balancer.loadBalancerArn(), Map.of()));
  }

  @Override
  public Answer<Boolean> targetGroupExists(String name) {
    return AwsCall.answer(
        clients, ELB, "DescribeTargetGroups", call -> targetGroupExists(call, name));
  }

  private boolean targetGroupExists(AwsCall call, String name) {
    try {
      return !call.of(
              ELB,
              "DescribeTargetGroups",
              () -> clients.elb().describeTargetGroups(request -> request.names(name)))
          .targetGroups()
          .isEmpty();
    } catch (TargetGroupNotFoundException e) {
      return false;
    }
  }

  @Override
  public Answer<List<TargetHealth>> targetHealth(String targetGroupArn) {
    return AwsCall.answer(
        clients,
        ELB,
        "DescribeTargetHealth",
        call ->
            call
                .of(
                    ELB,
                    "DescribeTargetHealth",
                    () ->
                        clients
                            .elb()
                            .describeTargetHealth(
                                request -> request.targetGroupArn(targetGroupArn)))
                .targetHealthDescriptions()
                .stream()
                .map(AwsCatalog::health)
                .sorted(
                    Comparator.comparing(TargetHealth::targetId)
                        .thenComparingInt(TargetHealth::port))
                .toList());
  }

  private static TargetHealth health(TargetHealthDescription described) {
    var health = described.targetHealth();
    return new TargetHealth(
        described.target().id(),
        Optional.ofNullable(described.target().port()).orElse(0),
        health.stateAsString(),
        Optional.ofNullable(health.reasonAsString()).orElse(""),
        Optional.ofNullable(health.description()).orElse(""));
  }

  @Override
  public Answer<List<SecurityGroup>> securityGroups(String vpcId) {
    return AwsCall.answer(
        clients,
        EC2,
        "DescribeSecurityGroups",
        call -> new AwsSecurityGroups(clients).of(call, vpcId));
  }

  @Override
  public Answer<List<TlsPolicy>> tlsPolicies() {
    return AwsCall.answer(clients, ELB, "DescribeSSLPolicies", new AwsTlsPolicies(clients)::all);
  }

  @Override
  public Answer<List<WebAcl>> webAcls() {
    return AwsCall.answer(clients, AwsService.WAF, "ListWebACLs", new AwsWebAcls(clients)::all);
  }

  @Override
  public Answer<List<HostedZone>> hostedZones() {
    return AwsCall.answer(
        clients, AwsService.ROUTE53, "ListHostedZones", new AwsZones(clients)::all);
  }

  @Override
  public Answer<List<DnsRecord>> dnsRecords(String hostedZoneId, String name) {
    return AwsCall.answer(
        clients,
        AwsService.ROUTE53,
        "ListResourceRecordSets",
        call -> new AwsZones(clients).records(call, hostedZoneId, name));
  }

  @Override
  public Answer<List<IpamPool>> ipamPools() {
    return AwsCall.answer(clients, EC2, "DescribeIpamPools", new AwsIpamPools(clients)::all);
  }

  @Override
  public Answer<List<Quota>> quotas() {
    return AwsCall.answer(clients, ELB, "DescribeAccountLimits", new AwsQuotas(clients)::all);
  }

  @Override
  public Answer<List<Decision>> decisions(List<String> actions) {
    return AwsCall.answer(
        clients,
        AwsService.IAM,
        "SimulatePrincipalPolicy",
        call -> new AwsPermissions(clients).decisions(call, actions));
  }

  @Override
  public Answer<Optional<Instant>> credentialsExpiry() {
    return AwsCall.answer(
        clients, STS, "GetCallerIdentity", call -> new AwsPermissions(clients).expiry());
  }

  @Override
  public void close() {
    clients.close();
  }
}
