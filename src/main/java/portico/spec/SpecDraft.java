package portico.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import portico.model.ServiceSpec;
import portico.model.TargetSpec;

/**
 * A spec file as read: every rule that needs no account holds, every omission has its default, and
 * choices that only the account can close are still open.
 *
 * @param region empty when the file leaves it to whoever uses it
 * @param ingress at least one
 * @param positions where the fields stand in the file
 */
public record SpecDraft(
    Optional<String> region,
    ServiceSpec service,
    LoadBalancerDraft loadBalancer,
    List<TargetGroupDraft> targetGroups,
    List<ListenerDraft> listeners,
    List<IngressChoice> ingress,
    TargetAccessChoice targetAccess,
    Map<String, String> tags,
    SpecPositions positions) {

  public SpecDraft {
    targetGroups = List.copyOf(targetGroups);
    listeners = List.copyOf(listeners);
    ingress = List.copyOf(ingress);
  }

  /** The smallest environment: every field omitted. */
  public static SpecDraft smallest() {
    TargetGroupDraft group = TargetGroupDraft.smallest();
    return new SpecDraft(
        Optional.empty(),
        ServiceSpec.OTHER,
        LoadBalancerDraft.smallest(),
        List.of(group),
        List.of(ListenerDraft.smallest(group.name())),
        List.of(new IngressChoice.MyAddress()),
        new TargetAccessChoice.ByIds(List.of()),
        Map.of(),
        SpecPositions.NONE);
  }

  /** Which VPC. */
  public sealed interface VpcChoice {
    record ById(String id) implements VpcChoice {}

    /** By Name tag. */
    record ByName(String name) implements VpcChoice {}

    /** The region's default VPC. */
    record Default() implements VpcChoice {}
  }

  /** Which subnets. */
  public sealed interface SubnetChoice {
    record ByIds(List<String> ids) implements SubnetChoice {
      public ByIds {
        ids = List.copyOf(ids);
      }
    }

    /** By Name tags. */
    record ByNames(List<String> names) implements SubnetChoice {
      public ByNames {
        names = List.copyOf(names);
      }
    }

    /** The two that {@link portico.model.NetworkRules#sensiblePair} chooses. */
    record Auto() implements SubnetChoice {}
  }

  /** Which target. */
  public sealed interface TargetChoice {
    /** An instance by its id. */
    record ById(String instanceId, OptionalInt port) implements TargetChoice {}

    /** An instance by its Name tag. */
    record ByName(String name, OptionalInt port) implements TargetChoice {}

    /** An address or a function, which are not looked up. */
    record Given(TargetSpec target) implements TargetChoice {}
  }

  /** Which certificate. */
  public sealed interface CertificateChoice {
    record ByArn(String arn) implements CertificateChoice {}

    /** The issued one that covers the domain. */
    record ByDomain(String domain) implements CertificateChoice {}
  }

  /** Who may reach the listeners. */
  public sealed interface IngressChoice {
    record Network(String cidr) implements IngressChoice {}

    /** The address that the internet sees this machine under, as a /32. */
    record MyAddress() implements IngressChoice {}
  }

  /** Which security groups of the targets let the load balancer in. */
  public sealed interface TargetAccessChoice {
    record ByIds(List<String> groupIds) implements TargetAccessChoice {
      public ByIds {
        groupIds = List.copyOf(groupIds);
      }
    }

    /** Those of the chosen instances. */
    record Auto() implements TargetAccessChoice {}
  }
}
