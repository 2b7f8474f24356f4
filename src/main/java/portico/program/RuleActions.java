package portico.program;

import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionForwardArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionForwardStickinessArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionForwardTargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionRedirectArgs;
import portico.model.ActionSpec;

/**
 * What a rule does with a request that it takes. {@link ListenerActions} says the same with the
 * classes that Pulumi has for listeners.
 */
final class RuleActions {
  private RuleActions() {}

  static ListenerRuleActionArgs of(ActionSpec action, TargetGroupArns groups) {
    return switch (action) {
      case ActionSpec.Forward forward -> forward(forward, groups);
      case ActionSpec.Redirect redirect -> redirect(redirect);
      case ActionSpec.FixedResponse(int status, String contentType, String body) ->
          ListenerRuleActionArgs.builder()
              .type("fixed-response")
              .fixedResponse(
                  ListenerRuleActionFixedResponseArgs.builder()
                      .statusCode(Integer.toString(status))
                      .contentType(contentType)
                      .messageBody(body)
                      .build())
              .build();
    };
  }

  private static ListenerRuleActionArgs forward(
      ActionSpec.Forward forward, TargetGroupArns groups) {
    ListenerRuleActionArgs.Builder action = ListenerRuleActionArgs.builder().type("forward");
    if (TargetGroupArns.isPlain(forward)) {
      return action.targetGroupArn(groups.only(forward)).build();
    }
    ListenerRuleActionForwardArgs.Builder weighted =
        ListenerRuleActionForwardArgs.builder()
            .targetGroups(
                forward.targetGroups().stream()
                    .map(
                        group ->
                            ListenerRuleActionForwardTargetGroupArgs.builder()
                                .arn(groups.of(group.targetGroup()))
                                .weight(group.weight())
                                .build())
                    .toList());
    forward
        .stickinessSeconds()
        .ifPresent(
            seconds ->
                weighted.stickiness(
                    ListenerRuleActionForwardStickinessArgs.builder()
                        .enabled(true)
                        .duration(seconds)
                        .build()));
    return action.forward(weighted.build()).build();
  }

  private static ListenerRuleActionArgs redirect(ActionSpec.Redirect redirect) {
    ListenerRuleActionRedirectArgs.Builder target =
        ListenerRuleActionRedirectArgs.builder()
            .statusCode(redirect.permanent() ? "HTTP_301" : "HTTP_302");
    redirect.protocol().ifPresent(protocol -> target.protocol(protocol.name()));
    redirect.port().ifPresent(port -> target.port(Integer.toString(port)));
    redirect.host().ifPresent(target::host);
    redirect.path().ifPresent(target::path);
    redirect.query().ifPresent(target::query);
    return ListenerRuleActionArgs.builder().type("redirect").redirect(target.build()).build();
  }
}
