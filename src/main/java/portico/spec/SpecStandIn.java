package portico.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.ListenerSpec;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TlsSpec;
import portico.spec.SpecDraft.CertificateChoice;
import portico.spec.SpecDraft.IngressChoice;
import portico.spec.SpecDraft.SubnetChoice;
import portico.spec.SpecDraft.TargetAccessChoice;
import portico.spec.SpecDraft.TargetChoice;
import portico.spec.SpecDraft.VpcChoice;

/** A spec with stand-ins for what only the account knows, so that the rules can see the rest. */
final class SpecStandIn {
  /** No one means this network, which holds no usable address. */
  private static final String NETWORK = "0.0.0.0/32";

  private static final String ZONE = "Z00000000";

  private SpecStandIn() {}

  static EnvironmentSpec of(SpecDraft draft) {
    LoadBalancerDraft loadBalancer = draft.loadBalancer();
    return new EnvironmentSpec(
        draft.region().orElse(SpecDefaults.REGION),
        draft.service(),
        loadBalancer.in(
            vpc(loadBalancer.vpc()),
            subnets(loadBalancer.subnets()),
            loadBalancer.dnsRecords().stream()
                .map(each -> each.in(each.hostedZoneId().orElse(ZONE)))
                .toList()),
        draft.targetGroups().stream().map(SpecStandIn::group).toList(),
        draft.listeners().stream().map(SpecStandIn::listener).toList(),
        new AccessSpec(
            draft.ingress().stream().map(SpecStandIn::network).toList(),
            securityGroups(draft.targetAccess())),
        draft.tags());
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
    List<TargetSpec> targets = new ArrayList<>();
    for (TargetChoice choice : draft.targets()) {
      targets.add(
          switch (choice) {
            case TargetChoice.ById(String id, var port) -> new InstanceTarget(id, port);
            case TargetChoice.ByName(String name, var port) ->
                new InstanceTarget("i-%08x".formatted(targets.size()), port);
            case TargetChoice.Given(TargetSpec given) -> given;
          });
    }
    return draft.of(targets);
  }

  private static ListenerSpec listener(ListenerDraft draft) {
    return draft.by(
        draft
            .tls()
            .map(
                tls ->
                    new TlsSpec(
                        tls.policy(),
                        certificate(tls.certificate()),
                        tls.further().stream().map(SpecStandIn::certificate).toList())));
  }

  /** Another one for each domain. */
  private static String certificate(CertificateChoice choice) {
    return switch (choice) {
      case CertificateChoice.ByArn(String arn) -> arn;
      case CertificateChoice.ByDomain(String domain) ->
          "arn:aws:acm:us-west-2:000000000000:certificate/%08x-0000-4000-8000-000000000000"
              .formatted(domain.toLowerCase(Locale.ROOT).hashCode());
    };
  }

  private static String network(IngressChoice choice) {
    return switch (choice) {
      case IngressChoice.Network(String cidr) -> cidr;
      case IngressChoice.MyAddress() -> NETWORK;
    };
  }

  private static List<String> securityGroups(TargetAccessChoice choice) {
    return switch (choice) {
      case TargetAccessChoice.ByIds(List<String> ids) -> ids;
      case TargetAccessChoice.Auto() -> List.of();
    };
  }
}
