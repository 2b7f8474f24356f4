package portico.practice.aws.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything in one region, by id, ARN or name; {@code webAclAssociations} has the ARNs of web ACLs
 * by those of the resources they guard. The values never change; the maps do, and only inside a
 * transaction of {@link StateStore}, which hands out a copy and keeps it if the request succeeds.
 */
public record RegionState(
    String region,
    List<Zone> zones,
    Map<String, Vpc> vpcs,
    Map<String, Subnet> subnets,
    Map<String, RouteTable> routeTables,
    Map<String, InternetGateway> internetGateways,
    Map<String, Instance> instances,
    Map<String, SecurityGroup> securityGroups,
    Map<String, NetworkInterface> networkInterfaces,
    Map<String, LoadBalancer> loadBalancers,
    Map<String, TargetGroup> targetGroups,
    Map<String, Listener> listeners,
    Map<String, Rule> rules,
    Map<String, Certificate> certificates,
    Map<String, Bucket> buckets,
    Map<String, Function> functions,
    Map<String, WebAcl> webAcls,
    Map<String, String> webAclAssociations,
    Map<String, IpamPool> ipamPools) {

  /** Copies the maps, so that two regions never share one. */
  public RegionState {
    vpcs = new LinkedHashMap<>(vpcs);
    subnets = new LinkedHashMap<>(subnets);
    routeTables = new LinkedHashMap<>(routeTables);
    internetGateways = new LinkedHashMap<>(internetGateways);
    instances = new LinkedHashMap<>(instances);
    securityGroups = new LinkedHashMap<>(securityGroups);
    networkInterfaces = new LinkedHashMap<>(networkInterfaces);
    loadBalancers = new LinkedHashMap<>(loadBalancers);
    targetGroups = new LinkedHashMap<>(targetGroups);
    listeners = new LinkedHashMap<>(listeners);
    rules = new LinkedHashMap<>(rules);
    certificates = new LinkedHashMap<>(certificates);
    buckets = new LinkedHashMap<>(buckets);
    functions = new LinkedHashMap<>(functions);
    webAcls = new LinkedHashMap<>(webAcls);
    webAclAssociations = new LinkedHashMap<>(webAclAssociations);
    ipamPools = new LinkedHashMap<>(ipamPools);
  }

  /** An empty region with these zones. */
  public static RegionState empty(String region, List<Zone> zones) {
    return new RegionState(
        region, zones, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
        Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
        Map.of());
  }

  /** A copy that can be changed without changing this one. */
  public RegionState copy() {
    return new RegionState(
        region,
        zones,
        vpcs,
        subnets,
        routeTables,
        internetGateways,
        instances,
        securityGroups,
        networkInterfaces,
        loadBalancers,
        targetGroups,
        listeners,
        rules,
        certificates,
        buckets,
        functions,
        webAcls,
        webAclAssociations,
        ipamPools);
  }

  /** Removes what time has ended: network interfaces of deleted load balancers, drained targets. */
  public void expire(Instant now) {
    networkInterfaces.values().removeIf(each -> !each.existsAt(now));
    targetGroups.replaceAll((_, group) -> withoutDrained(group, now));
  }

  private static TargetGroup withoutDrained(TargetGroup group, Instant now) {
    List<Target> left =
        group.targets().stream()
            .filter(each -> each.drainedAt().isEmpty() || now.isBefore(each.drainedAt().get()))
            .toList();
    return left.size() == group.targets().size() ? group : group.of(left);
  }

  /** The route table that a subnet uses: its own or its VPC's main one. */
  public Optional<RouteTable> routeTableOf(Subnet subnet) {
    Optional<RouteTable> own =
        routeTables.values().stream()
            .filter(
                table ->
                    table.associations().stream()
                        .anyMatch(each -> each.subnetId().equals(Optional.of(subnet.id()))))
            .findFirst();
    return own.or(
        () ->
            routeTables.values().stream()
                .filter(table -> table.vpcId().equals(subnet.vpcId()) && table.main())
                .findFirst());
  }

  /** How many addresses are free in a subnet now. */
  public int freeAddresses(Subnet subnet) {
    long taken =
        networkInterfaces.values().stream()
            .filter(each -> each.loadBalancerArn().isPresent())
            .filter(each -> each.subnetId().equals(subnet.id()))
            .count();
    return Math.max(0, subnet.unused() - (int) taken);
  }
}
