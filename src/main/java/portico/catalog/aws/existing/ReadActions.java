package portico.catalog.aws.existing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import portico.catalog.TakeoverRemark.Kind;
import portico.model.ActionSpec;
import portico.model.TargetGroupSpec;
import portico.model.WeightedTargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * Actions. What checks a caller and cannot be said closes the way: the new load balancer answers
 * 503 where the old one asks for a sign-in, since a door without its lock would be worse than none.
 */
final class ReadActions {
  /** Stands where requests cannot be let through as they are now. */
  static final ActionSpec.FixedResponse CLOSED =
      new ActionSpec.FixedResponse(
          503, "text/plain", "Closed: what was checked here could not be taken over.");

  private static final Set<String> FIELDS =
      Set.of(
          "Type",
          "TargetGroupArn",
          "Order",
          "RedirectConfig",
          "FixedResponseConfig",
          "ForwardConfig");

  private final Map<String, TargetGroupSpec> groups;
  private final Remarks remarks;

  ReadActions(Map<String, TargetGroupSpec> groups, Remarks remarks) {
    this.groups = groups;
    this.remarks = remarks;
  }

  /** What the actions of a listener or rule come to. */
  ActionSpec of(Where where, List<Action> actions) {
    Where now = where;
    for (Action each : actions) {
      switch (each.typeAsString()) {
        case "forward", "redirect", "fixed-response" -> remarks.rest(where.text(), each, FIELDS);
        case "authenticate-oidc", "authenticate-cognito", "jwt-validation" -> {
          remarks.add(Kind.SIGN_IN, where.text(), each.typeAsString());
          now = now.close();
        }
        default -> {
          remarks.add(Kind.ACTION_UNKNOWN, where.text(), each.typeAsString());
          now = now.close();
        }
      }
    }
    Where last = now;
    return actions.stream().flatMap(each -> read(last, each).stream()).findFirst().orElse(CLOSED);
  }

  private Optional<ActionSpec> read(Where where, Action action) {
    return switch (action.typeAsString()) {
      case "forward" -> Optional.of(where.closed() ? CLOSED : forward(where, action));
      case "redirect" -> Optional.of(redirect(where, action.redirectConfig()));
      case "fixed-response" -> Optional.of(fixed(where, action.fixedResponseConfig()));
      default -> Optional.empty();
    };
  }

  private ActionSpec forward(Where where, Action action) {
    ForwardActionConfig config =
        Optional.ofNullable(action.forwardConfig())
            .orElseGet(() -> ForwardActionConfig.builder().build());
    remarks.rest(where.text(), config, Set.of("TargetGroups", "TargetGroupStickinessConfig"));
    List<WeightedTargetGroup> to = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (TargetGroupTuple each : config.targetGroups()) {
      remarks.rest(where.text(), each, Set.of("TargetGroupArn", "Weight"));
      add(each.targetGroupArn(), Optional.ofNullable(each.weight()).orElse(1), to, missing);
    }
    if (config.targetGroups().isEmpty() && action.targetGroupArn() != null) {
      add(action.targetGroupArn(), 1, to, missing);
    }
    if (!missing.isEmpty() || to.isEmpty()) {
      remarks.add(Kind.FORWARD_INCOMPLETE, where.text(), String.join(", ", missing));
      return CLOSED;
    }
    return new ActionSpec.Forward(to, stickiness(config));
  }

  private void add(String arn, int weight, List<WeightedTargetGroup> to, List<String> missing) {
    TargetGroupSpec group = groups.get(arn);
    if (group == null) {
      missing.add(arn);
    } else {
      to.add(new WeightedTargetGroup(group.name(), weight));
    }
  }

  private static OptionalInt stickiness(ForwardActionConfig config) {
    var sticky = config.targetGroupStickinessConfig();
    return sticky != null
            && Boolean.TRUE.equals(sticky.enabled())
            && sticky.durationSeconds() != null
        ? OptionalInt.of(sticky.durationSeconds())
        : OptionalInt.empty();
  }

  private ActionSpec redirect(Where where, RedirectActionConfig to) {
    remarks.rest(
        where.text(), to, Set.of("Protocol", "Port", "Host", "Path", "Query", "StatusCode"));
    return new ActionSpec.Redirect(
        "HTTP_301".equals(to.statusCodeAsString()),
        ReadGroups.protocol(to.protocol()),
        changed(to.port(), "#{port}")
            .map(port -> OptionalInt.of(Integer.parseInt(port)))
            .orElse(OptionalInt.empty()),
        changed(to.host(), "#{host}"),
        changed(to.path(), "/#{path}"),
        changed(to.query(), "#{query}"));
  }

  /** Empty when it stays as in the request, which AWS says by a placeholder. */
  private static Optional<String> changed(@Nullable String value, String same) {
    return Optional.ofNullable(value).filter(each -> !each.equals(same));
  }

  private ActionSpec fixed(Where where, FixedResponseActionConfig answer) {
    remarks.rest(where.text(), answer, Set.of("MessageBody", "StatusCode", "ContentType"));
    return new ActionSpec.FixedResponse(
        Integer.parseInt(answer.statusCode()),
        Optional.ofNullable(answer.contentType())
            .filter(type -> !type.isEmpty())
            .orElse("text/plain"),
        Optional.ofNullable(answer.messageBody()).orElse(""));
  }
}
