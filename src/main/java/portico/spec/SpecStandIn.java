package portico.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.LoadBalancerSpec;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.spec.SpecDraft.IngressChoice;
import portico.spec.SpecDraft.SubnetChoice;
import portico.spec.SpecDraft.TargetChoice;
import portico.spec.SpecDraft.TargetGroupDraft;
import portico.spec.SpecDraft.VpcChoice;

/** A spec with stand-ins for what only the account knows, so that the rules can see the rest. */
final class SpecStandIn {
  /** No one means this network, which holds no usable address. */
  private static final String NETWORK = "0.0.0.0/32";

  private SpecStandIn() {}

  static EnvironmentSpec of(SpecDraft draft) {
    return new EnvironmentSpec(
        draft.region().orElse(SpecDefaults.REGION),
        new LoadBalancerSpec(
            draft.loadBalancerName(), draft.scheme(), vpc(draft.vpc()), subnets(draft.subnets())),
        draft.targetGroups().stream().map(SpecStandIn::group).toList(),
        draft.listeners(),
        new AccessSpec(draft.ingress().stream().map(SpecStandIn::network).toList()));
  }

  private static String vpc(VpcChoice choice) {
    return switch (choice) {
      case VpcChoice.ById(String id) -> id;
      case VpcChoice.ByName(String name) -> "vpc-00000000";
      case VpcChoice.Default() -> "vpc-00000000";
    };
  }

  private static List<String> subnets(SubnetChoice choice) {
    return switch (choice) {
      case SubnetChoice.ByIds(List<String> ids) -> ids;
      case SubnetChoice.ByNames(List<String> names) -> numbered(names.size());
      case SubnetChoice.Auto() -> numbered(2);
    };
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(index -> "subnet-%08x".formatted(index)).toList();
  }

  private static TargetGroupSpec group(TargetGroupDraft draft) {
    List<InstanceTarget> targets = new ArrayList<>();
    for (TargetChoice choice : draft.targets()) {
      targets.add(
          switch (choice) {
            case TargetChoice.ById(String id, var port) -> new InstanceTarget(id, port);
            case TargetChoice.ByName(String name, var port) ->
                new InstanceTarget("i-%08x".formatted(targets.size()), port);
          });
    }
    return new TargetGroupSpec(
        draft.name(), draft.protocol(), draft.port(), draft.healthCheck(), targets);
  }

  private static String network(IngressChoice choice) {
    return switch (choice) {
      case IngressChoice.Network(String cidr) -> cidr;
      case IngressChoice.MyAddress() -> NETWORK;
    };
  }
}
