package portico.practice.provider;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * Makes our own listeners and rules let go of a target group that is to be deleted.
 *
 * <p>A target group with a name of its own can only be replaced by deleting it first, but AWS
 * deletes none that a listener forwards to, and the engine changes the listener only once the new
 * group is there (pulumi-aws#4220). Until then such a listener answers 503, as it would without any
 * target.
 */
final class Forwards {
  private static final Action UNAVAILABLE =
      Action.builder()
          .type(ActionTypeEnum.FIXED_RESPONSE)
          .fixedResponseConfig(
              response ->
                  response
                      .statusCode("503")
                      .contentType("text/plain")
                      .messageBody("being replaced"))
          .build();

  private Forwards() {}

  /**
   * @param balancers the load balancers that use the group
   * @param state the group's, for its tags: listeners and rules of anybody else are left alone
   */
  static void release(String group, List<String> balancers, PropertyMap state, Call call) {
    for (String balancer : balancers) {
      List<Listener> listeners =
          CallFailed.find(
                  "DescribeListeners",
                  ListenerType.ABSENT,
                  () ->
                      call
                          .elb()
                          .describeListenersPaginator(request -> request.loadBalancerArn(balancer))
                          .listeners()
                          .stream()
                          .toList())
              .orElse(List.of());
      listeners.forEach(listener -> release(group, listener, state, call));
    }
  }

  private static void release(String group, Listener listener, PropertyMap state, Call call) {
    String arn = listener.listenerArn();
    if (uses(listener.defaultActions(), group) && ElbTags.owned(arn, state, call)) {
      List<Action> actions = without(listener.defaultActions(), group);
      CallFailed.find(
          "ModifyListener",
          ListenerType.ABSENT,
          () ->
              call.elb()
                  .modifyListener(request -> request.listenerArn(arn).defaultActions(actions)));
    }
    List<Rule> rules =
        CallFailed.find(
                "DescribeRules", ListenerType.ABSENT, () -> ListenerRuleType.rules(arn, call))
            .orElse(List.of());
    for (Rule rule : rules) {
      boolean own = !Boolean.TRUE.equals(rule.isDefault()) && uses(rule.actions(), group);
      if (own && ElbTags.owned(rule.ruleArn(), state, call)) {
        List<Action> actions = without(rule.actions(), group);
        CallFailed.call(
            "ModifyRule",
            () ->
                call.elb().modifyRule(request -> request.ruleArn(rule.ruleArn()).actions(actions)));
      }
    }
  }

  private static boolean uses(List<Action> actions, String group) {
    return actions.stream().anyMatch(action -> uses(action, group));
  }

  private static boolean uses(Action action, String group) {
    return group.equals(action.targetGroupArn())
        || targets(action).stream().anyMatch(target -> group.equals(target.targetGroupArn()));
  }

  private static List<Action> without(List<Action> actions, String group) {
    return actions.stream()
        .map(action -> uses(action, group) ? without(action, group) : action)
        .toList();
  }

  private static Action without(Action action, String group) {
    List<TargetGroupTuple> others =
        targets(action).stream().filter(target -> !group.equals(target.targetGroupArn())).toList();
    if (others.isEmpty()) {
      return UNAVAILABLE;
    }
    return Action.builder()
        .type(ActionTypeEnum.FORWARD)
        .order(action.order())
        .forwardConfig(ForwardActionConfig.builder().targetGroups(others).build())
        .build();
  }

  private static List<TargetGroupTuple> targets(Action action) {
    return Optional.ofNullable(action.forwardConfig())
        .map(ForwardActionConfig::targetGroups)
        .orElse(List.of());
  }
}
