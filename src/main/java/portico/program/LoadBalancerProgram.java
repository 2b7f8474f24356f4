package portico.program;

import com.pulumi.Context;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import portico.catalog.Ownership;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.TargetGroupSpec;

/**
 * The Pulumi program of an environment: an Application Load Balancer with a security group of its
 * own, its target groups with their targets, and its listeners with their rules.
 *
 * <p>Names are explicit, without Pulumi's random suffix: AWS then refuses a second resource of the
 * same name, so an interrupted run cannot leave a twin behind.
 */
public final class LoadBalancerProgram implements Consumer<Context> {
  public static final String DNS_NAME = "load_balancer_dns_name";

  /** The user's own name, if there is one. */
  public static final String DOMAIN_NAME = "domain_name";

  public static final String LOAD_BALANCER_ARN = "load_balancer_arn";
  public static final String SECURITY_GROUP_ID = "security_group_id";
  public static final String LOG_BUCKET = "log_bucket";
  public static final String TARGET_GROUP_ARN = "target_group_arn";
  public static final String LISTENER_ARN = "listener_arn";
  public static final String LISTENER_RULE_ARN = "listener_rule_arn";
  public static final String URL = "url";

  private final EnvironmentSpec spec;
  private final ResourceTags tags;
  private final RuleConditions conditions;

  /**
   * @param keys the API key of a name, for the rules that ask for one
   */
  public LoadBalancerProgram(
      EnvironmentSpec spec, Ownership ownership, UnaryOperator<String> keys) {
    this.spec = spec;
    this.tags = new ResourceTags(spec.tags(), ownership);
    this.conditions = new RuleConditions(keys);
  }

  @Override
  public void accept(Context context) {
    SecurityGroup ownGroup = AccessProgram.of(spec, tags);
    Optional<LogBucketProgram> logs = LogBucketProgram.of(spec.loadBalancer(), ownGroup, tags);
    LoadBalancer balancer = BalancerProgram.of(spec.loadBalancer(), ownGroup.id(), logs, tags);
    SequencedMap<String, Output<String>> names = DnsProgram.of(spec.loadBalancer(), balancer);
    SequencedMap<String, TargetGroup> groups = targetGroups();
    SequencedMap<String, Listener> listeners = new LinkedHashMap<>();
    SequencedMap<String, ListenerRule> rules = new LinkedHashMap<>();
    ListenerProgram program =
        new ListenerProgram(balancer, new TargetGroupArns(groups), conditions, tags);
    SequencedMap<String, Output<String>> urls = new LinkedHashMap<>();
    for (ListenerSpec listener : spec.listeners()) {
      listeners.put(listener.name(), program.of(listener, rules));
      urls.put(listener.name(), balancer.dnsName().applyValue(name -> url(listener, name)));
    }
    exportEach(context, DOMAIN_NAME, names, Function.identity());
    context.export(DNS_NAME, balancer.dnsName());
    context.export(LOAD_BALANCER_ARN, balancer.arn());
    context.export(SECURITY_GROUP_ID, ownGroup.id());
    logs.ifPresent(made -> context.export(LOG_BUCKET, made.name()));
    exportEach(context, URL, urls, Function.identity());
    exportEach(context, TARGET_GROUP_ARN, groups, TargetGroup::arn);
    exportEach(context, LISTENER_ARN, listeners, Listener::arn);
    exportEach(context, LISTENER_RULE_ARN, rules, ListenerRule::arn);
  }

  private SequencedMap<String, TargetGroup> targetGroups() {
    SequencedMap<String, TargetGroup> groups = new LinkedHashMap<>();
    for (TargetGroupSpec group : spec.targetGroups()) {
      TargetGroup made = TargetGroupProgram.of(group, spec.loadBalancer().vpcId(), tags);
      new TargetProgram(group, made).registerAll();
      groups.put(group.name(), made);
    }
    return groups;
  }

  /** The first one by the plain name, all further ones with their own name behind it. */
  private static <T> void exportEach(
      Context context,
      String name,
      SequencedMap<String, T> resources,
      Function<T, Output<String>> output) {
    boolean first = true;
    for (var entry : resources.entrySet()) {
      context.export(first ? name : name + "_" + entry.getKey(), output.apply(entry.getValue()));
      first = false;
    }
  }

  private static String url(ListenerSpec listener, String dnsName) {
    boolean tls = listener.protocol() == Protocol.HTTPS;
    return (tls ? "https://" : "http://")
        + dnsName
        + (listener.port() == (tls ? 443 : 80) ? "" : ":" + listener.port())
        + "/";
  }
}
