package portico.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import portico.catalog.Instance;
import portico.catalog.TargetHealth;
import portico.model.EnvironmentSpec;
import portico.model.IpTarget;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;

/** A target that is not well, and everything known around it. */
record Patient(
    EnvironmentSpec spec,
    TargetGroupSpec group,
    TargetHealth health,
    DoctorFacts facts,
    ServerFacts server) {

  /** The port that takes requests. */
  int trafficPort() {
    return target().map(group::portOf).orElse(health.port());
  }

  int checkedPort() {
    return group.healthCheck().port().orElse(trafficPort());
  }

  /** Both ports, the checked one first. */
  List<Integer> ports() {
    return checkedPort() == trafficPort()
        ? List.of(checkedPort())
        : List.of(checkedPort(), trafficPort());
  }

  /** The target in the spec; empty for one that was registered by others. */
  Optional<TargetSpec> target() {
    return group.targets().stream()
        .filter(each -> each.id().equals(health.targetId()))
        .filter(
            each ->
                each.port().equals(OptionalInt.of(health.port()))
                    || group.portOf(each) == health.port())
        .findFirst()
        .or(
            () ->
                group.targets().stream()
                    .filter(each -> each.id().equals(health.targetId()))
                    .findFirst());
  }

  Optional<Instance> instance() {
    return facts.instance(health.targetId());
  }

  /** The target's zone, as far as it is known. */
  Optional<String> zone() {
    Optional<String> written =
        target()
            .filter(IpTarget.class::isInstance)
            .map(IpTarget.class::cast)
            .flatMap(IpTarget::zone)
            .filter(zone -> !zone.equals("all"));
    return written.or(() -> instance().map(Instance::zone));
  }

  /** The load balancer's groups; empty when its own is not known. */
  Optional<List<String>> balancerGroups() {
    return facts
        .ownGroupId()
        .map(
            own -> {
              List<String> ids = new ArrayList<>(List.of(own));
              ids.addAll(spec.loadBalancer().securityGroupIds());
              return ids;
            });
  }
}
