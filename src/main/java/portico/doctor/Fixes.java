package portico.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.InstanceTarget;
import portico.model.IpTarget;
import portico.model.LambdaTarget;
import portico.model.LoadBalancerSpec;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;

/** The spec with one thing changed that cures a target. */
final class Fixes {
  private final Patient patient;
  private final EnvironmentSpec spec;

  Fixes(Patient patient) {
    this.patient = patient;
    this.spec = patient.spec();
  }

  /** The target's group gets a rule for the load balancer, and the load balancer's one for it. */
  Remedy admitBalancer(String targetGroup) {
    List<String> groups = new ArrayList<>(spec.access().targetSecurityGroupIds());
    groups.add(targetGroup);
    return new Remedy.Fix(
        Remedy.Kind.ADMIT_BALANCER,
        with(
            spec.loadBalancer(),
            spec.targetGroups(),
            new AccessSpec(spec.access().ingressCidrs(), groups)));
  }

  Remedy addSubnet(String subnet) {
    LoadBalancerSpec old = spec.loadBalancer();
    List<String> subnets = new ArrayList<>(old.subnetIds());
    subnets.add(subnet);
    return new Remedy.Fix(
        Remedy.Kind.ADD_SUBNET,
        with(
            new LoadBalancerSpec(
                old.name(),
                old.scheme(),
                old.ipAddressType(),
                old.vpcId(),
                subnets,
                old.securityGroupIds(),
                old.attributes(),
                old.webAclArn(),
                old.tags(),
                old.ipv4IpamPoolId(),
                old.dnsRecords()),
            spec.targetGroups(),
            spec.access()));
  }

  /** Empty for a target that the spec does not name. */
  Optional<Remedy> removeTarget() {
    return patient
        .target()
        .map(
            target ->
                group(
                    Remedy.Kind.REMOVE_TARGET,
                    old ->
                        with(
                            old,
                            old.healthCheck(),
                            old.targets().stream().filter(each -> !each.equals(target)).toList())));
  }

  /** Of the target alone: a group's own port cannot change without a new group. */
  Optional<Remedy> changePort(int port) {
    return patient
        .target()
        .flatMap(target -> withPort(target, port).map(changed -> replace(target, changed)));
  }

  private Remedy replace(TargetSpec target, TargetSpec changed) {
    return group(
        Remedy.Kind.CHANGE_PORT,
        old ->
            with(
                old,
                old.healthCheck(),
                old.targets().stream().map(each -> each.equals(target) ? changed : each).toList()));
  }

  private static Optional<TargetSpec> withPort(TargetSpec target, int port) {
    return switch (target) {
      case InstanceTarget instance ->
          Optional.of(new InstanceTarget(instance.instanceId(), OptionalInt.of(port)));
      case IpTarget address ->
          Optional.of(new IpTarget(address.address(), OptionalInt.of(port), address.zone()));
      case LambdaTarget function -> Optional.empty();
    };
  }

  /** The check goes where the requests go. */
  Remedy checkTrafficPort() {
    return check(
        Remedy.Kind.CHECK_TRAFFIC_PORT,
        old ->
            check(
                old,
                true,
                OptionalInt.empty(),
                old.path(),
                old.intervalSeconds(),
                old.timeoutSeconds(),
                old.matcher()));
  }

  Remedy changePath(String path) {
    return check(
        Remedy.Kind.CHANGE_PATH,
        old ->
            check(
                old,
                old.enabled(),
                old.port(),
                path,
                old.intervalSeconds(),
                old.timeoutSeconds(),
                old.matcher()));
  }

  /** The interval must be longer than the timeout (API_CreateTargetGroup). */
  Remedy waitLonger(int timeout) {
    return check(
        Remedy.Kind.WAIT_LONGER,
        old ->
            check(
                old,
                old.enabled(),
                old.port(),
                old.path(),
                Math.max(old.intervalSeconds(), timeout + 5),
                timeout,
                old.matcher()));
  }

  Remedy acceptCode(int code) {
    return check(
        Remedy.Kind.ACCEPT_CODE,
        old ->
            check(
                old,
                old.enabled(),
                old.port(),
                old.path(),
                old.intervalSeconds(),
                old.timeoutSeconds(),
                old.matcher() + "," + code));
  }

  Remedy turnChecksOn() {
    return check(
        Remedy.Kind.TURN_CHECKS_ON,
        old ->
            check(
                old,
                true,
                old.port(),
                old.path(),
                old.intervalSeconds(),
                old.timeoutSeconds(),
                old.matcher()));
  }

  private static HealthCheckSpec check(
      HealthCheckSpec old,
      boolean enabled,
      OptionalInt port,
      String path,
      int interval,
      int timeout,
      String matcher) {
    return new HealthCheckSpec(
        enabled,
        old.protocol(),
        port,
        path,
        interval,
        timeout,
        old.healthyThreshold(),
        old.unhealthyThreshold(),
        matcher);
  }

  private Remedy check(Remedy.Kind kind, UnaryOperator<HealthCheckSpec> change) {
    return group(kind, old -> with(old, change.apply(old.healthCheck()), old.targets()));
  }

  private Remedy group(Remedy.Kind kind, UnaryOperator<TargetGroupSpec> change) {
    List<TargetGroupSpec> groups =
        spec.targetGroups().stream()
            .map(each -> each.name().equals(patient.group().name()) ? change.apply(each) : each)
            .toList();
    return new Remedy.Fix(kind, with(spec.loadBalancer(), groups, spec.access()));
  }

  private static TargetGroupSpec with(
      TargetGroupSpec old, HealthCheckSpec check, List<TargetSpec> targets) {
    return new TargetGroupSpec(
        old.name(),
        old.targetType(),
        old.protocol(),
        old.protocolVersion(),
        old.port(),
        check,
        old.attributes(),
        targets,
        old.tags());
  }

  private EnvironmentSpec with(
      LoadBalancerSpec balancer, List<TargetGroupSpec> groups, AccessSpec access) {
    return new EnvironmentSpec(
        spec.region(), spec.service(), balancer, groups, spec.listeners(), access, spec.tags());
  }
}
