package portico.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import portico.catalog.Instance;
import portico.catalog.SecurityGroup;
import portico.catalog.SecurityGroup.Permission;
import portico.catalog.Subnet;
import portico.model.EnvironmentSpec;
import portico.model.Ipv4Network;
import portico.model.Scheme;

/** Causes between the load balancer and the machine. */
final class NetworkChecks {
  /** application-load-balancers.html: at least a /27 with 8 free addresses. */
  private static final int LONGEST_PREFIX = 27;

  private static final int LEAST_FREE = 8;

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
    List<Finding> findings = new ArrayList<>();
    for (int port : patient.ports()) {
      Cause cause = new Cause.TargetClosed(ids.orElse(List.of()), port);
      if (groups.isEmpty() || patient.balancerGroups().isEmpty()) {
        findings.add(Finding.possible(cause));
      } else if (groups.get().stream()
          .flatMap(each -> each.ingress().stream())
          .anyMatch(each -> each.admits(port) && isBalancer(each))) {
        findings.add(Finding.ruledOut(cause));
      } else {
        findings.add(Finding.confirmed(cause, openTarget(ids.orElse(List.of()), port)));
      }
    }
    return findings;
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
    List<Finding> findings = new ArrayList<>();
    for (int port : patient.ports()) {
      Cause cause = new Cause.BalancerClosed(ids.orElse(List.of()), port);
      if (groups.isEmpty() || groups.get().isEmpty()) {
        findings.add(Finding.possible(cause));
      } else if (groups.get().stream()
          .flatMap(each -> each.egress().stream())
          .anyMatch(each -> each.admits(port) && isTarget(each))) {
        findings.add(Finding.ruledOut(cause));
      } else {
        findings.add(Finding.confirmed(cause, openBalancer(port)));
      }
    }
    return findings;
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
    EnvironmentSpec spec = patient.spec();
    boolean needsPublic = spec.loadBalancer().scheme() == Scheme.INTERNET_FACING;
    return patient.facts().subnets().orElse(List.of()).stream()
        .filter(each -> each.zone().equals(zone))
        .filter(each -> each.vpcId().equals(spec.loadBalancer().vpcId()))
        .filter(each -> each.isPublic() || !needsPublic)
        .filter(each -> each.prefixLength() <= LONGEST_PREFIX && each.freeAddresses() >= LEAST_FREE)
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
