package portico.program;

import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionForwardArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionForwardStickinessArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionForwardTargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionRedirectArgs;
import portico.model.ActionSpec;

/**
 * What a listener does with a request that no rule takes. {@link RuleActions} says the same with
 * the classes that Pulumi has for rules.
 */
final class ListenerActions {
  private ListenerActions() {}

  static ListenerDefaultActionArgs of(ActionSpec action, TargetGroupArns groups) {
    return switch (action) {
      case ActionSpec.Forward forward -> forward(forward, groups);
      case ActionSpec.Redirect redirect -> redirect(redirect);
      case ActionSpec.FixedResponse(int status, String contentType, String body) ->
          ListenerDefaultActionArgs.builder()
              .type("fixed-response")
              .fixedResponse(
                  ListenerDefaultActionFixedResponseArgs.builder()
                      .statusCode(Integer.toString(status))
                      .contentType(contentType)
                      .messageBody(body)
                      .build())
              .build();
    };
  }

  private static ListenerDefaultActionArgs forward(
      ActionSpec.Forward forward, TargetGroupArns groups) {
    ListenerDefaultActionArgs.Builder action = ListenerDefaultActionArgs.builder().type("forward");
    if (TargetGroupArns.isPlain(forward)) {
      return action.targetGroupArn(groups.only(forward)).build();
    }
    ListenerDefaultActionForwardArgs.Builder weighted =
        ListenerDefaultActionForwardArgs.builder()
            .targetGroups(
                forward.targetGroups().stream()
                    .map(
                        group ->
                            ListenerDefaultActionForwardTargetGroupArgs.builder()
                                .arn(groups.of(group.targetGroup()))
                                .weight(group.weight())
                                .build())
                    .toList());
    forward
        .stickinessSeconds()
        .ifPresent(
            seconds ->
                weighted.stickiness(
                    ListenerDefaultActionForwardStickinessArgs.builder()
                        .enabled(true)
                        .duration(seconds)
                        .build()));
    return action.forward(weighted.build()).build();
  }

  private static ListenerDefaultActionArgs redirect(ActionSpec.Redirect redirect) {
    ListenerDefaultActionRedirectArgs.Builder target =
        ListenerDefaultActionRedirectArgs.builder()
            .statusCode(redirect.permanent() ? "HTTP_301" : "HTTP_302");
    redirect.protocol().ifPresent(protocol -> target.protocol(protocol.name()));
    redirect.port().ifPresent(port -> target.port(Integer.toString(port)));
    redirect.host().ifPresent(target::host);
    redirect.path().ifPresent(target::path);
    redirect.query().ifPresent(target::query);
    return ListenerDefaultActionArgs.builder().type("redirect").redirect(target.build()).build();
  }
}
