package portico.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import portico.model.HealthCheckSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.Scheme;
import portico.model.SpecDefaults;

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
    String loadBalancerName,
    Scheme scheme,
    VpcChoice vpc,
    SubnetChoice subnets,
    List<TargetGroupDraft> targetGroups,
    List<ListenerSpec> listeners,
    List<IngressChoice> ingress,
    SpecPositions positions) {

  public SpecDraft {
    targetGroups = List.copyOf(targetGroups);
    listeners = List.copyOf(listeners);
    ingress = List.copyOf(ingress);
  }

  /** The smallest environment: every field omitted. */
  public static SpecDraft smallest() {
    return new SpecDraft(
        Optional.empty(),
        SpecDefaults.LOAD_BALANCER_NAME,
        Scheme.INTERNET_FACING,
        new VpcChoice.Default(),
        new SubnetChoice.Auto(),
        List.of(TargetGroupDraft.smallest()),
        List.of(
            new ListenerSpec(
                SpecDefaults.LISTENER_NAME,
                Protocol.HTTP,
                SpecDefaults.PORT,
                SpecDefaults.TARGET_GROUP_NAME)),
        List.of(new IngressChoice.MyAddress()),
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

  /** Which instance. */
  public sealed interface TargetChoice {
    /** The port on this instance, or empty for the target group's own. */
    OptionalInt port();

    record ById(String instanceId, OptionalInt port) implements TargetChoice {}

    /** By Name tag. */
    record ByName(String name, OptionalInt port) implements TargetChoice {}
  }

  /** Who may reach the listeners. */
  public sealed interface IngressChoice {
    record Network(String cidr) implements IngressChoice {}

    /** The address that the internet sees this machine under, as a /32. */
    record MyAddress() implements IngressChoice {}
  }

  /** A target group whose targets are not looked up yet. */
  public record TargetGroupDraft(
      String name,
      Protocol protocol,
      int port,
      HealthCheckSpec healthCheck,
      List<TargetChoice> targets) {
    public TargetGroupDraft {
      targets = List.copyOf(targets);
    }

    static TargetGroupDraft smallest() {
      return new TargetGroupDraft(
          SpecDefaults.TARGET_GROUP_NAME,
          Protocol.HTTP,
          SpecDefaults.PORT,
          SpecDefaults.HEALTH_CHECK,
          List.of());
    }
  }
}
