package portico.program;

import com.pulumi.Context;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.TargetGroupAttachment;
import com.pulumi.aws.lb.TargetGroupAttachmentArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.ListenerSpec;
import portico.model.Scheme;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;

/**
 * The Pulumi program of an environment: an Application Load Balancer with a security group of its
 * own, its target groups and listeners.
 *
 * <p>Names are explicit, without Pulumi's random suffix: AWS then refuses a second resource of the
 * same name, so an interrupted run cannot leave a twin behind.
 */
public final class LoadBalancerProgram implements Consumer<Context> {
  public static final String DNS_NAME = "load_balancer_dns_name";
  public static final String LOAD_BALANCER_ARN = "load_balancer_arn";
  public static final String SECURITY_GROUP_ID = "security_group_id";
  public static final String TARGET_GROUP_ARN = "target_group_arn";
  public static final String LISTENER_ARN = "listener_arn";
  public static final String URL = "url";

  private final EnvironmentSpec spec;
  private final Ownership ownership;

  public LoadBalancerProgram(EnvironmentSpec spec, Ownership ownership) {
    this.spec = spec;
    this.ownership = ownership;
  }

  @Override
  public void accept(Context context) {
    AccessProgram access = new AccessProgram(spec, ownership);
    LoadBalancer loadBalancer = loadBalancer(access.securityGroupId());
    Map<String, TargetGroup> groups = new LinkedHashMap<>();
    for (TargetGroupSpec group : spec.targetGroups()) {
      groups.put(group.name(), targetGroup(group));
    }
    Map<String, Listener> listeners = new LinkedHashMap<>();
    for (ListenerSpec listener : spec.listeners()) {
      TargetGroup group = groups.get(listener.targetGroups().getFirst());
      if (group == null) {
        throw new IllegalArgumentException("no target group " + listener.targetGroups().getFirst());
      }
      listeners.put(listener.name(), listener(listener, loadBalancer, group));
    }
    context.export(DNS_NAME, loadBalancer.dnsName());
    context.export(LOAD_BALANCER_ARN, loadBalancer.arn());
    context.export(SECURITY_GROUP_ID, access.securityGroupId());
    context.export(URL, loadBalancer.dnsName().applyValue(this::url));
    exportEach(context, TARGET_GROUP_ARN, groups, TargetGroup::arn);
    exportEach(context, LISTENER_ARN, listeners, Listener::arn);
  }

  /** The first one by the plain name, all further ones with their own name behind it. */
  private static <T> void exportEach(
      Context context, String name, Map<String, T> resources, Function<T, Output<String>> output) {
    boolean first = true;
    for (Map.Entry<String, T> entry : resources.entrySet()) {
      context.export(first ? name : name + "_" + entry.getKey(), output.apply(entry.getValue()));
      first = false;
    }
  }

  private String url(String dnsName) {
    ListenerSpec listener = spec.listeners().getFirst();
    return "http://" + dnsName + (listener.port() == 80 ? "" : ":" + listener.port()) + "/";
  }

  private LoadBalancer loadBalancer(Output<String> securityGroupId) {
    String name = spec.loadBalancer().name();
    return new LoadBalancer(
        name,
        LoadBalancerArgs.builder()
            .name(name)
            .loadBalancerType("application")
            .internal(spec.loadBalancer().scheme() == Scheme.INTERNAL)
            .subnets(spec.loadBalancer().subnetIds())
            .securityGroups(securityGroupId.applyValue(List::of))
            .tags(ownership.tags())
            .build());
  }

  private TargetGroup targetGroup(TargetGroupSpec group) {
    TargetGroup made =
        new TargetGroup(
            group.name(),
            TargetGroupArgs.builder()
                .name(group.name())
                .targetType("instance")
                .protocol(group.protocol().name())
                .port(group.port())
                .vpcId(spec.loadBalancer().vpcId())
                .healthCheck(healthCheck(group))
                .tags(ownership.tags())
                .build(),
            // The name is taken until the old one is gone.
            CustomResourceOptions.builder().deleteBeforeReplace(true).build());
    for (TargetSpec target : group.targets()) {
      attach(group, made, target);
    }
    return made;
  }

  private static TargetGroupHealthCheckArgs healthCheck(TargetGroupSpec group) {
    HealthCheckSpec check = group.healthCheck();
    return TargetGroupHealthCheckArgs.builder()
        .protocol(group.protocol().name())
        .path(check.path())
        .port("traffic-port")
        .interval(check.intervalSeconds())
        .timeout(check.timeoutSeconds())
        .healthyThreshold(check.healthyThreshold())
        .unhealthyThreshold(check.unhealthyThreshold())
        .build();
  }

  private static void attach(TargetGroupSpec group, TargetGroup made, TargetSpec target) {
    int port = target.port().orElse(group.port());
    new TargetGroupAttachment(
        group.name() + "-" + target.id() + "-" + port,
        TargetGroupAttachmentArgs.builder()
            .targetGroupArn(made.arn())
            .targetId(target.id())
            .port(port)
            .build(),
        CustomResourceOptions.builder().parent(made).build());
  }

  private Listener listener(ListenerSpec listener, LoadBalancer loadBalancer, TargetGroup group) {
    return new Listener(
        listener.name(),
        ListenerArgs.builder()
            .loadBalancerArn(loadBalancer.arn())
            .port(listener.port())
            .protocol(listener.protocol().name())
            .defaultActions(
                ListenerDefaultActionArgs.builder()
                    .type("forward")
                    .targetGroupArn(group.arn())
                    .build())
            .tags(ownership.tagsNamed(listener.name()))
            .build());
  }
}
