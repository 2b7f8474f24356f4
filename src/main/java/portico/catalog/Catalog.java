package portico.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads one account in one region. Every method does I/O and blocks for at most a minute: never
 * call one on the FX thread. Methods may be called from several threads at once. Lists are whole:
 * all pages are read. No method throws for anything a user can meet; that is a {@link
 * CatalogFailure}.
 */
public interface Catalog extends AutoCloseable {
  /** Who the credentials belong to (STS GetCallerIdentity). */
  Answer<CallerIdentity> callerIdentity();

  /** Regions enabled for the account, ordered by code. */
  Answer<List<Region>> regions();

  /** VPCs, the default one first, then by name. */
  Answer<List<Vpc>> vpcs();

  /**
   * Subnets of a VPC with what decides their use, ordered by zone, then public before private, then
   * CIDR.
   */
  Answer<List<Subnet>> subnets(String vpcId);

  /** Instances of a VPC that are not terminated, running ones first, then by name. */
  Answer<List<Instance>> instances(String vpcId);

  /** Certificates of ACM in the region. */
  Answer<List<Certificate>> certificates();

  /** The load balancer of that name, if there is one in the region. */
  Answer<Optional<LoadBalancerState>> loadBalancer(String name);

  /** The load balancers that are there already, to make environments of. */
  ExistingLoadBalancers existing();

  /** Whether a target group of that name exists in the region. */
  Answer<Boolean> targetGroupExists(String name);

  /** Live health of every target of a target group. */
  Answer<List<TargetHealth>> targetHealth(String targetGroupArn);

  /** Security groups of a VPC, by name. */
  Answer<List<SecurityGroup>> securityGroups(String vpcId);

  /** Security policies for HTTPS listeners, the ones that AWS recommends first. */
  Answer<List<TlsPolicy>> tlsPolicies();

  /** Regional web ACLs of AWS WAF, by name. */
  Answer<List<WebAcl>> webAcls();

  /** Hosted zones of Route 53, public ones first, then by name. */
  Answer<List<HostedZone>> hostedZones();

  /** The records of exactly that name in a hosted zone, by type. */
  Answer<List<DnsRecord>> dnsRecords(String hostedZoneId, String name);

  /** IPAM pools of public IPv4 addresses for the region, by name; mostly there are none. */
  Answer<List<IpamPool>> ipamPools();

  /** Elastic Load Balancing's quotas, with what is used of them where that is counted. */
  Answer<List<Quota>> quotas();

  /**
   * What IAM's policy simulator says the identity may do; one decision for each action, in order.
   */
  Answer<List<Decision>> decisions(List<String> actions);

  /** When the credentials in use end; empty for those that do not. */
  Answer<Optional<Instant>> credentialsExpiry();

  /** Releases connections; later calls fail. */
  @Override
  void close();
}
