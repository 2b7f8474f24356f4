package portico.practice.provider;

import com.pulumi.Context;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.ListenerRuleArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.TargetGroupAttachment;
import com.pulumi.aws.lb.TargetGroupAttachmentArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionForwardArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionForwardTargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionPathPatternArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.aws.lb.inputs.TargetGroupStickinessArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An environment as Portico deploys it: one of each resource, nine with the stack itself. */
final class DemoProgram implements Consumer<Context> {
  private final String name;
  private final String vpc;
  private final List<String> subnets;
  private int idleTimeout = 300;
  private int servicePort = 8000;

  DemoProgram(String name, String vpc, List<String> subnets) {
    this.name = name;
    this.vpc = vpc;
    this.subnets = List.copyOf(subnets);
  }

  void idleTimeout(int seconds) {
    idleTimeout = seconds;
  }

  void servicePort(int port) {
    servicePort = port;
  }

  @Override
  public void accept(Context context) {
    Map<String, String> tags = Map.of("portico:environment", name, "portico:installation", "test");
    SecurityGroup access = access(tags);
    TargetGroup service = service(tags);
    LoadBalancer front =
        new LoadBalancer(
            "front",
            LoadBalancerArgs.builder()
                .name(name)
                .internal(false)
                .loadBalancerType("application")
                .subnets(subnets)
                .securityGroups(access.id().applyValue(List::of))
                .idleTimeout(idleTimeout)
                .dropInvalidHeaderFields(true)
                .tags(tags)
                .build());
    Listener listener =
        new Listener(
            "http",
            ListenerArgs.builder()
                .loadBalancerArn(front.arn())
                .port(80)
                .protocol("HTTP")
                .defaultActions(
                    ListenerDefaultActionArgs.builder()
                        .type("forward")
                        .forward(
                            ListenerDefaultActionForwardArgs.builder()
                                .targetGroups(
                                    ListenerDefaultActionForwardTargetGroupArgs.builder()
                                        .arn(service.arn())
                                        .weight(1)
                                        .build())
                                .build())
                        .build())
                .tags(tags)
                .build());
    rule(listener, tags);
    new TargetGroupAttachment(
        "target",
        TargetGroupAttachmentArgs.builder()
            .targetGroupArn(service.arn())
            .targetId("172.31.0.10")
            .port(8000)
            .build());
    context.export("dns", front.dnsName());
    context.export("arn", front.arn());
  }

  private SecurityGroup access(Map<String, String> tags) {
    SecurityGroup group =
        new SecurityGroup(
            "access",
            SecurityGroupArgs.builder().vpcId(vpc).description("who may call").tags(tags).build());
    new SecurityGroupIngressRule(
        "in",
        SecurityGroupIngressRuleArgs.builder()
            .securityGroupId(group.id())
            .cidrIpv4("203.0.113.7/32")
            .ipProtocol("tcp")
            .fromPort(80)
            .toPort(80)
            .description("one caller")
            .tags(tags)
            .build());
    new SecurityGroupEgressRule(
        "out",
        SecurityGroupEgressRuleArgs.builder()
            .securityGroupId(group.id())
            .cidrIpv4("0.0.0.0/0")
            .ipProtocol("-1")
            .tags(tags)
            .build());
    return group;
  }

  private TargetGroup service(Map<String, String> tags) {
    return new TargetGroup(
        "service",
        TargetGroupArgs.builder()
            .name(name)
            .vpcId(vpc)
            .port(servicePort)
            .protocol("HTTP")
            .targetType("ip")
            .deregistrationDelay(120)
            .healthCheck(
                TargetGroupHealthCheckArgs.builder()
                    .path("/health")
                    .interval(15)
                    .timeout(10)
                    .build())
            .stickiness(
                TargetGroupStickinessArgs.builder()
                    .type("lb_cookie")
                    .cookieDuration(3600)
                    .enabled(true)
                    .build())
            .tags(tags)
            .build());
  }

  private static void rule(Listener listener, Map<String, String> tags) {
    new ListenerRule(
        "admin",
        ListenerRuleArgs.builder()
            .listenerArn(listener.arn())
            .priority(10)
            .conditions(
                ListenerRuleConditionArgs.builder()
                    .pathPattern(
                        ListenerRuleConditionPathPatternArgs.builder().values("/admin/*").build())
                    .build())
            .actions(
                ListenerRuleActionArgs.builder()
                    .type("fixed-response")
                    .fixedResponse(
                        ListenerRuleActionFixedResponseArgs.builder()
                            .contentType("text/plain")
                            .messageBody("no")
                            .statusCode("403")
                            .build())
                    .build())
            .tags(tags)
            .build());
  }
}
