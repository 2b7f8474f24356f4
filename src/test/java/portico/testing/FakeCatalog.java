package portico.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import portico.catalog.Answer;
import portico.catalog.CallerIdentity;
import portico.catalog.Catalog;
import portico.catalog.CatalogFailure;
import portico.catalog.Certificate;
import portico.catalog.Decision;
import portico.catalog.DnsRecord;
import portico.catalog.ExistingLoadBalancers;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.HostedZone;
import portico.catalog.Instance;
import portico.catalog.IpamPool;
import portico.catalog.LoadBalancerState;
import portico.catalog.LoadBalancerSummary;
import portico.catalog.Quota;
import portico.catalog.Region;
import portico.catalog.SecurityGroup;
import portico.catalog.Subnet;
import portico.catalog.TargetHealth;
import portico.catalog.TlsPolicy;
import portico.catalog.Vpc;
import portico.catalog.WebAcl;

/** Answers what a test puts in; everything fails while {@link #failure} is set. */
public final class FakeCatalog implements Catalog {
  public Optional<CatalogFailure> failure = Optional.empty();
  public CallerIdentity identity =
      new CallerIdentity(
          "000000000000", "arn:aws:iam::000000000000:user/practice", "AIDAPRACTICE000000000");
  public final List<Region> regions = new ArrayList<>();
  public final List<Vpc> vpcs = new ArrayList<>();
  public final List<Subnet> subnets = new ArrayList<>();
  public final Map<String, List<Instance>> instances = new HashMap<>();
  public final List<Certificate> certificates = new ArrayList<>();
  public final Map<String, LoadBalancerState> loadBalancers = new HashMap<>();
  public final List<FoundLoadBalancer> existing = new ArrayList<>();
  public final Set<String> targetGroups = new HashSet<>();
  public final Map<String, List<TargetHealth>> health = new HashMap<>();

  public final List<SecurityGroup> securityGroups = new ArrayList<>();
  public final List<TlsPolicy> tlsPolicies =
      new ArrayList<>(
          List.of(
              new TlsPolicy(
                  "ELBSecurityPolicy-TLS13-1-2-2021-06",
                  List.of("TLSv1.2", "TLSv1.3"),
                  List.of("TLS_AES_128_GCM_SHA256")),
              new TlsPolicy(
                  "ELBSecurityPolicy-2016-08",
                  List.of("TLSv1", "TLSv1.1", "TLSv1.2"),
                  List.of("ECDHE-RSA-AES128-GCM-SHA256"))));
  public final List<WebAcl> webAcls = new ArrayList<>();
  public final List<HostedZone> hostedZones = new ArrayList<>();

  /** By the zone's id. */
  public final Map<String, List<DnsRecord>> dnsRecords = new HashMap<>();

  public final List<IpamPool> ipamPools = new ArrayList<>();
  public final List<Quota> quotas = new ArrayList<>();

  /** Actions that the identity may not do; everything else is allowed. */
  public final Set<String> denied = new HashSet<>();

  public Optional<Instant> credentialsExpiry = Optional.empty();

  /** Names of the methods that were asked, in order. */
  public final List<String> calls = new ArrayList<>();

  public boolean closed;

  /** Two regions, one VPC with three public subnets and a private one, three instances. */
  public static FakeCatalog withNetwork() {
    FakeCatalog catalog = new FakeCatalog();
    catalog.regions.add(new Region("us-east-1", "US East (N. Virginia)"));
    catalog.regions.add(new Region("us-west-2", "US West (Oregon)"));
    String vpc = "vpc-0123456789abcdef0";
    catalog.vpcs.add(new Vpc(vpc, "default", "172.31.0.0/16", true));
    catalog.vpcs.add(new Vpc("vpc-0fedcba9876543210", "training", "10.20.0.0/16", false));
    catalog.subnets.add(subnet("subnet-0aaaaaaaaaaaaaaa1", "public-a", vpc, 0, "a", true));
    catalog.subnets.add(subnet("subnet-0bbbbbbbbbbbbbbb2", "public-b", vpc, 16, "b", true));
    catalog.subnets.add(subnet("subnet-0ccccccccccccccc3", "public-c", vpc, 32, "c", true));
    catalog.subnets.add(subnet("subnet-0ddddddddddddddd4", "private-a", vpc, 48, "a", false));
    catalog.instances.put(
        vpc,
        List.of(
            instance("i-0f1e2d3c4b5a69788", "llama-70b-1", "g5.12xlarge", "running", "a"),
            instance("i-0a9b8c7d6e5f40312", "llama-70b-2", "g5.12xlarge", "running", "b"),
            instance("i-0123456789abcdef0", "embedding", "g5.xlarge", "stopped", "a")));
    return catalog;
  }

  /** The same subnet with an IPv6 network. */
  public static Subnet withIpv6(Subnet subnet) {
    return new Subnet(
        subnet.id(),
        subnet.name(),
        subnet.vpcId(),
        subnet.cidr(),
        subnet.zone(),
        subnet.zoneType(),
        subnet.freeAddresses(),
        subnet.isPublic(),
        true);
  }

  private static Subnet subnet(
      String id, String name, String vpc, int third, String zone, boolean isPublic) {
    return new Subnet(
        id,
        name,
        vpc,
        "172.31." + third + ".0/20",
        "us-west-2" + zone,
        "availability-zone",
        4091,
        isPublic);
  }

  private static Instance instance(String id, String name, String type, String state, String zone) {
    return new Instance(
        id,
        name,
        type,
        state,
        "us-west-2" + zone,
        zone.equals("a") ? "subnet-0aaaaaaaaaaaaaaa1" : "subnet-0bbbbbbbbbbbbbbb2",
        "172.31.0." + (10 + id.hashCode() % 10),
        List.of("sg-0aa11bb22cc33dd44"));
  }

  @Override
  public Answer<CallerIdentity> callerIdentity() {
    return answer("callerIdentity", identity);
  }

  @Override
  public Answer<List<Region>> regions() {
    return answer("regions", List.copyOf(regions));
  }

  @Override
  public Answer<List<Vpc>> vpcs() {
    return answer("vpcs", List.copyOf(vpcs));
  }

  @Override
  public Answer<List<Subnet>> subnets(String vpcId) {
    return answer("subnets", subnets.stream().filter(each -> each.vpcId().equals(vpcId)).toList());
  }

  @Override
  public Answer<List<Instance>> instances(String vpcId) {
    return answer("instances", instances.getOrDefault(vpcId, List.of()));
  }

  @Override
  public Answer<List<Certificate>> certificates() {
    return answer("certificates", List.copyOf(certificates));
  }

  @Override
  public Answer<Optional<LoadBalancerState>> loadBalancer(String name) {
    return answer("loadBalancer", Optional.ofNullable(loadBalancers.get(name)));
  }

  @Override
  public Answer<Boolean> targetGroupExists(String name) {
    return answer("targetGroupExists", targetGroups.contains(name));
  }

  @Override
  public Answer<List<TargetHealth>> targetHealth(String targetGroupArn) {
    return answer("targetHealth", health.getOrDefault(targetGroupArn, List.of()));
  }

  @Override
  public Answer<List<SecurityGroup>> securityGroups(String vpcId) {
    return answer("securityGroups", List.copyOf(securityGroups));
  }

  @Override
  public Answer<List<TlsPolicy>> tlsPolicies() {
    return answer("tlsPolicies", List.copyOf(tlsPolicies));
  }

  @Override
  public Answer<List<IpamPool>> ipamPools() {
    return answer("ipamPools", List.copyOf(ipamPools));
  }

  @Override
  public Answer<List<WebAcl>> webAcls() {
    return answer("webAcls", List.copyOf(webAcls));
  }

  @Override
  public Answer<List<HostedZone>> hostedZones() {
    return answer("hostedZones", List.copyOf(hostedZones));
  }

  @Override
  public Answer<List<DnsRecord>> dnsRecords(String hostedZoneId, String name) {
    return answer(
        "dnsRecords",
        dnsRecords.getOrDefault(hostedZoneId, List.of()).stream()
            .filter(each -> each.name().equals(name))
            .toList());
  }

  @Override
  public Answer<List<Quota>> quotas() {
    return answer("quotas", List.copyOf(quotas));
  }

  @Override
  public Answer<List<Decision>> decisions(List<String> actions) {
    return answer(
        "decisions",
        actions.stream().map(each -> new Decision(each, !denied.contains(each))).toList());
  }

  @Override
  public ExistingLoadBalancers existing() {
    return new ExistingLoadBalancers() {
      @Override
      public Answer<List<LoadBalancerSummary>> list() {
        return answer("existing.list", existing.stream().map(FoundLoadBalancer::balancer).toList());
      }

      @Override
      public Answer<FoundLoadBalancer> read(String arnOrName) {
        return existing.stream()
            .filter(
                each ->
                    each.balancer().arn().equals(arnOrName)
                        || each.balancer().name().equals(arnOrName))
            .findFirst()
            .map(each -> answer("existing.read", each))
            .orElseGet(
                () ->
                    Answer.failed(
                        new CatalogFailure.ServiceError(
                            "elasticloadbalancing:DescribeLoadBalancers",
                            "LoadBalancerNotFound",
                            "One or more load balancers not found")));
      }
    };
  }

  @Override
  public Answer<Optional<Instant>> credentialsExpiry() {
    return answer("credentialsExpiry", credentialsExpiry);
  }

  @Override
  public void close() {
    closed = true;
  }

  private <T> Answer<T> answer(String call, T value) {
    calls.add(call);
    return failure.<Answer<T>>map(Answer::failed).orElseGet(() -> Answer.found(value));
  }
}
