package portico.practice.aws;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.WeightedTargetGroup;

/**
 * The parts of requests that make listeners and rules of a spec.
 *
 * @param groupArn the ARN of a target group by its name
 */
record RuleRequests(UnaryOperator<String> groupArn) {
  /** As long as Portico's own keys. */
  private static final String KEY = "k".repeat(43);

  List<ListenerRuleSpec> byPriority(List<ListenerRuleSpec> rules) {
    return rules.stream().sorted(Comparator.comparingInt(ListenerRuleSpec::priority)).toList();
  }

  Request rule(ListenerRuleSpec rule) {
    Request request = new Request().with("Priority", rule.priority());
    int number = 0;
    for (ConditionSpec condition : rule.conditions()) {
      condition("Conditions.member." + ++number, condition, request);
    }
    action("Actions.member.1", rule.action(), request);
    return request;
  }

  void action(String at, ActionSpec action, Request request) {
    switch (action) {
      case ActionSpec.Forward forward -> forward(at, forward, request);
      case ActionSpec.Redirect redirect -> redirect(at, redirect, request);
      case ActionSpec.FixedResponse(int status, String contentType, String body) ->
          request
              .with(at + ".Type", "fixed-response")
              .with(at + ".FixedResponseConfig.StatusCode", status)
              .with(at + ".FixedResponseConfig.ContentType", contentType)
              .with(at + ".FixedResponseConfig.MessageBody", body);
    }
  }

  private void forward(String at, ActionSpec.Forward forward, Request request) {
    request.with(at + ".Type", "forward");
    String config = at + ".ForwardConfig.";
    int number = 0;
    for (WeightedTargetGroup group : forward.targetGroups()) {
      String each = config + "TargetGroups.member." + ++number;
      request
          .with(each + ".TargetGroupArn", groupArn.apply(group.targetGroup()))
          .with(each + ".Weight", group.weight());
    }
    forward
        .stickinessSeconds()
        .ifPresent(
            seconds ->
                request
                    .with(config + "TargetGroupStickinessConfig.Enabled", true)
                    .with(config + "TargetGroupStickinessConfig.DurationSeconds", seconds));
  }

  private static void redirect(String at, ActionSpec.Redirect redirect, Request request) {
    String config = at + ".RedirectConfig.";
    request
        .with(at + ".Type", "redirect")
        .with(config + "StatusCode", redirect.permanent() ? "HTTP_301" : "HTTP_302");
    redirect.protocol().ifPresent(each -> request.with(config + "Protocol", each));
    redirect.port().ifPresent(each -> request.with(config + "Port", each));
    redirect.host().ifPresent(each -> request.with(config + "Host", each));
    redirect.path().ifPresent(each -> request.with(config + "Path", each));
    redirect.query().ifPresent(each -> request.with(config + "Query", each));
  }

  private static void condition(String at, ConditionSpec condition, Request request) {
    switch (condition) {
      case ConditionSpec.HostHeader(List<String> values) ->
          request
              .with(at + ".Field", "host-header")
              .with(at + ".HostHeaderConfig.Values.member", values);
      case ConditionSpec.PathPattern(List<String> values) ->
          request
              .with(at + ".Field", "path-pattern")
              .with(at + ".PathPatternConfig.Values.member", values);
      case ConditionSpec.HttpHeader(String name, List<String> values) ->
          header(at, name, values, request);
      case ConditionSpec.ApiKey(String header, String prefix, String _) ->
          header(at, header, List.of(prefix + KEY), request);
      case ConditionSpec.RequestMethod(List<String> values) ->
          request
              .with(at + ".Field", "http-request-method")
              .with(at + ".HttpRequestMethodConfig.Values.member", values);
      case ConditionSpec.SourceIp(List<String> values) ->
          request
              .with(at + ".Field", "source-ip")
              .with(at + ".SourceIpConfig.Values.member", values);
      case ConditionSpec.QueryString(List<ConditionSpec.QueryValue> values) -> {
        request.with(at + ".Field", "query-string");
        int number = 0;
        for (ConditionSpec.QueryValue value : values) {
          String each = at + ".QueryStringConfig.Values.member." + ++number;
          value.key().ifPresent(key -> request.with(each + ".Key", key));
          request.with(each + ".Value", value.value());
        }
      }
    }
  }

  private static void header(String at, String name, List<String> values, Request request) {
    request
        .with(at + ".Field", "http-header")
        .with(at + ".HttpHeaderConfig.HttpHeaderName", name)
        .with(at + ".HttpHeaderConfig.Values.member", values);
  }
}
