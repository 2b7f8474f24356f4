package portico.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import portico.catalog.Instance;
import portico.catalog.SecurityGroup;
import portico.catalog.SecurityGroup.Permission;
import portico.catalog.Subnet;
import portico.model.Ipv4Network;
import portico.model.LoadBalancerSpec;
import portico.model.NetworkRules;

/** Causes between the load balancer and the machine. */
final class NetworkChecks {
  private final Patient patient;
  private final Fixes fixes;

  NetworkChecks(Patient patient) {
    this.patient = patient;
    this.fixes = new Fixes(patient);
  }

  /** Whether the target's groups let the load balancer in, on each port that it needs. */
  List<Finding> targetOpen() {
    Optional<List<String>> ids = patient.instance().map(Instance::securityGroupIds);
    Optional<List<SecurityGroup>> groups = ids.flatMap(patient.facts()::groups);
    return patient.ports().stream()
        .map(
            port ->
                open(
                    new Cause.TargetClosed(ids.orElse(List.of()), port),
                    groups.filter(_ -> patient.balancerGroups().isPresent()),
                    each ->
                        each.ingress().stream()
                            .anyMatch(rule -> rule.admits(port) && isBalancer(rule)),
                    () -> openTarget(ids.orElse(List.of()), port)))
        .toList();
  }

  /** Whether one of the groups lets through what it must; unknown when they are not known. */
  private static Finding open(
      Cause cause,
      Optional<List<SecurityGroup>> groups,
      Predicate<SecurityGroup> opens,
      Supplier<Remedy> remedy) {
    if (groups.isEmpty()) {
      return Finding.possible(cause);
    }
    return groups.get().stream().anyMatch(opens)
        ? Finding.ruledOut(cause)
        : Finding.confirmed(cause, remedy.get());
  }

  /** The load balancer's nodes are anywhere in its subnets, so all of those must be let in. */
  private boolean isBalancer(Permission permission) {
    if (permission.groupIds().stream()
        .anyMatch(patient.balancerGroups().orElse(List.of())::contains)) {
      return true;
    }
    List<Ipv4Network> subnets =
        patient.spec().loadBalancer().subnetIds().stream()
            .flatMap(id -> patient.facts().subnet(id).stream())
            .flatMap(each -> Ipv4Network.parse(each.cidr()).stream())
            .toList();
    return !subnets.isEmpty()
        && subnets.stream()
            .allMatch(
                subnet ->
                    networks(permission).stream().anyMatch(network -> network.contains(subnet)));
  }

  private static List<Ipv4Network> networks(Permission permission) {
    return permission.cidrs().stream().flatMap(each -> Ipv4Network.parse(each).stream()).toList();
  }

  /** By the spec where it does not name the group yet; by hand where a rule was taken away. */
  private Remedy openTarget(List<String> targetGroups, int port) {
    List<String> named = patient.spec().access().targetSecurityGroupIds();
    boolean cares = targetGroups.stream().anyMatch(named::contains);
    if (!targetGroups.isEmpty() && !cares) {
      return fixes.admitBalancer(targetGroups.getFirst());
    }
    return new Remedy.Instruction(
        Remedy.Step.OPEN_TARGET,
        targetGroups.stream().filter(named::contains).findFirst().map(id -> admit(id, port)));
  }

  private String admit(String group, int port) {
    return "aws ec2 authorize-security-group-ingress --region %s --group-id %s --protocol tcp --port %d --source-group %s"
        .formatted(
            patient.spec().region(), group, port, patient.facts().ownGroupId().orElse("sg-..."));
  }

  /** Whether the load balancer's own groups let it out to the target. */
  List<Finding> balancerOpen() {
    Optional<List<String>> ids = patient.balancerGroups();
    Optional<List<SecurityGroup>> groups = ids.flatMap(patient.facts()::groups);
    return patient.ports().stream()
        .map(
            port ->
                open(
                    new Cause.BalancerClosed(ids.orElse(List.of()), port),
                    groups.filter(all -> !all.isEmpty()),
                    each ->
                        each.egress().stream()
                            .anyMatch(rule -> rule.admits(port) && isTarget(rule)),
                    () -> openBalancer(port)))
        .toList();
  }

  private boolean isTarget(Permission permission) {
    Optional<Instance> instance = patient.instance();
    List<String> groups = instance.map(Instance::securityGroupIds).orElse(List.of());
    String address = instance.map(Instance::privateIp).orElse(patient.health().targetId());
    return permission.groupIds().stream().anyMatch(groups::contains)
        || Ipv4Network.parse(address + "/32")
            .filter(host -> networks(permission).stream().anyMatch(each -> each.contains(host)))
            .isPresent();
  }

  private Remedy openBalancer(int port) {
    List<String> named = patient.spec().access().targetSecurityGroupIds();
    List<String> groups = patient.instance().map(Instance::securityGroupIds).orElse(List.of());
    if (!groups.isEmpty() && groups.stream().noneMatch(named::contains)) {
      return fixes.admitBalancer(groups.getFirst());
    }
    String to =
        groups.stream()
            .filter(named::contains)
            .findFirst()
            .map(id -> "--source-group " + id)
            .orElse("--cidr " + patient.health().targetId() + "/32");
    return new Remedy.Instruction(
        Remedy.Step.OPEN_BALANCER,
        patient
            .facts()
            .ownGroupId()
            .map(
                own ->
                    "aws ec2 authorize-security-group-egress --region %s --group-id %s --protocol tcp --port %d %s"
                        .formatted(patient.spec().region(), own, port, to)));
  }

  List<Finding> networkAcl() {
    return List.of(Finding.possible(new Cause.NetworkAcl(patient.checkedPort())));
  }

  /** Whether the machine is there and runs. */
  List<Finding> running() {
    boolean isInstance = patient.health().targetId().startsWith("i-");
    if (!isInstance || patient.facts().instances().isEmpty()) {
      return List.of();
    }
    String id = patient.health().targetId();
    return List.of(
        patient
            .instance()
            .map(
                each ->
                    each.isRunning()
                        ? Finding.ruledOut(new Cause.NotRunning(id, each.state()))
                        : Finding.confirmed(new Cause.NotRunning(id, each.state()), start(each)))
            .orElseGet(() -> gone(id)));
  }

  private Finding gone(String id) {
    return fixes
        .removeTarget()
        .map(fix -> Finding.confirmed(new Cause.Gone(id), fix))
        .orElseGet(() -> Finding.confirmed(new Cause.Gone(id)));
  }

  private Remedy start(Instance instance) {
    return new Remedy.Instruction(
        Remedy.Step.START_INSTANCE,
        Optional.of(
            "aws ec2 start-instances --region %s --instance-ids %s"
                .formatted(patient.spec().region(), instance.id())));
  }

  /** Whether the load balancer has a subnet in the target's zone. */
  List<Finding> zoneEnabled() {
    Optional<String> zone = patient.zone();
    List<String> enabled = enabledZones();
    if (zone.isEmpty() || enabled.isEmpty()) {
      return zone.map(each -> List.of(Finding.possible(new Cause.ZoneNotEnabled(each))))
          .orElse(List.of());
    }
    Cause cause = new Cause.ZoneNotEnabled(zone.get());
    if (enabled.contains(zone.get())) {
      return List.of(Finding.ruledOut(cause));
    }
    return List.of(
        subnetOf(zone.get())
            .map(subnet -> Finding.confirmed(cause, fixes.addSubnet(subnet.id())))
            .orElseGet(() -> Finding.confirmed(cause)));
  }

  private List<String> enabledZones() {
    return patient.spec().loadBalancer().subnetIds().stream()
        .flatMap(id -> patient.facts().subnet(id).stream())
        .map(Subnet::zone)
        .toList();
  }

  private Optional<Subnet> subnetOf(String zone) {
    LoadBalancerSpec balancer = patient.spec().loadBalancer();
    return patient.facts().subnets().orElse(List.of()).stream()
        .filter(each -> each.zone().equals(zone))
        .filter(each -> each.vpcId().equals(balancer.vpcId()))
        .filter(each -> NetworkRules.unfit(each.facts(), balancer.scheme()).isEmpty())
        .max(Comparator.comparingInt(Subnet::freeAddresses));
  }

  /** Whether a listener leads to the group. */
  List<Finding> forwarded() {
    Cause cause = new Cause.NotForwarded(patient.group().name());
    boolean used =
        patient.spec().listeners().stream()
            .anyMatch(each -> each.targetGroups().contains(patient.group().name()));
    return List.of(
        used
            ? Finding.ruledOut(cause)
            : Finding.confirmed(
                cause, new Remedy.Instruction(Remedy.Step.FORWARD, Optional.empty())));
  }
}
