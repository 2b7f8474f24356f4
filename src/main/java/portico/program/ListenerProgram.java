package portico.program;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.ListenerCertificate;
import com.pulumi.aws.lb.ListenerCertificateArgs;
import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.ListenerRuleArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.resources.CustomResourceOptions;
import java.util.SequencedMap;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.TlsSpec;

/** Listeners with their certificates and rules. */
final class ListenerProgram {
  private final LoadBalancer balancer;
  private final TargetGroupArns groups;
  private final RuleConditions conditions;
  private final ResourceTags tags;

  ListenerProgram(
      LoadBalancer balancer, TargetGroupArns groups, RuleConditions conditions, ResourceTags tags) {
    this.balancer = balancer;
    this.groups = groups;
    this.conditions = conditions;
    this.tags = tags;
  }

  /** Makes a listener, and adds its rules to {@code rules}, by resource name. */
  Listener of(ListenerSpec spec, SequencedMap<String, ListenerRule> rules) {
    ListenerArgs.Builder arguments =
        ListenerArgs.builder()
            .loadBalancerArn(balancer.arn())
            .port(spec.port())
            .protocol(spec.protocol().name())
            .defaultActions(ListenerActions.of(spec.defaultAction(), groups))
            .tags(tags.named(spec.name()));
    spec.tls()
        .ifPresent(tls -> arguments.sslPolicy(tls.policy()).certificateArn(tls.certificateArn()));
    Listener made = new Listener(spec.name(), arguments.build());
    spec.tls().ifPresent(tls -> certificates(spec, made, tls));
    for (ListenerRuleSpec rule : spec.rules()) {
      rules.put(name(spec, rule), rule(spec, made, rule));
    }
    return made;
  }

  private static void certificates(ListenerSpec spec, Listener listener, TlsSpec tls) {
    for (String arn : tls.furtherCertificateArns()) {
      new ListenerCertificate(
          spec.name() + "-" + arn.replace(':', '-').replace('/', '-'),
          ListenerCertificateArgs.builder().listenerArn(listener.arn()).certificateArn(arn).build(),
          CustomResourceOptions.builder().parent(listener).build());
    }
  }

  /**
   * A rule is known by its priority, not by its own name: AWS changes conditions and actions of a
   * rule in place, but takes each priority once. When rules change places, those known by name
   * would each want a priority that another still holds; those known by priority get each other's
   * conditions and actions.
   */
  private static String name(ListenerSpec listener, ListenerRuleSpec rule) {
    return listener.name() + "-rule-" + rule.priority();
  }

  private ListenerRule rule(ListenerSpec spec, Listener listener, ListenerRuleSpec rule) {
    String name = name(spec, rule);
    return new ListenerRule(
        name,
        ListenerRuleArgs.builder()
            .listenerArn(listener.arn())
            .priority(rule.priority())
            .conditions(rule.conditions().stream().map(conditions::of).toList())
            .actions(RuleActions.of(rule.action(), groups))
            .tags(tags.named(name, rule.name()))
            .build(),
        CustomResourceOptions.builder().parent(listener).build());
  }
}
