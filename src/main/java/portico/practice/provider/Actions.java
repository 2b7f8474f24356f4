package portico.practice.provider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.FixedResponseActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupStickinessConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** Actions of listeners and rules: forward, redirect and fixed response. */
final class Actions {
  private static final String GROUP = "targetGroupArn";
  private static final String FORWARD = "forward";
  private static final String REDIRECT = "redirect";
  private static final String FIXED = "fixedResponse";
  private static final String STICKINESS = "stickiness";

  private static final Schema STICKY =
      Schema.of(
          Property.whole("duration").required().rule(ValueRule.range(1, 604800)),
          Property.yesNo("enabled").orElse(false));

  private static final Schema WEIGHTED =
      Schema.of(
          Property.text("arn").required().rule(ValueRule.arn()),
          Property.whole("weight").orElse(1).rule(ValueRule.range(0, 999)));

  /** Defaults and limits: API_RedirectActionConfig. */
  private static final Schema REDIRECTION =
      Schema.of(
          Property.text("host").orElse("#{host}").rule(ValueRule.length(1, 128)),
          Property.text("path")
              .orElse("/#{path}")
              .rule(
                  ValueRule.matches(
                      "/.{0,127}", "must begin with / and have at most 128 characters")),
          Property.text("port").orElse("#{port}"),
          Property.text("protocol")
              .orElse("#{protocol}")
              .rule(ValueRule.oneOf("#{protocol}", "HTTP", "HTTPS")),
          Property.text("query").orElse("#{query}").rule(ValueRule.length(0, 128)),
          Property.text("statusCode").required().rule(ValueRule.oneOf("HTTP_301", "HTTP_302")));

  /** Limits: API_FixedResponseActionConfig. */
  private static final Schema RESPONSE =
      Schema.of(
          Property.text("contentType")
              .required()
              .rule(
                  ValueRule.oneOf(
                      "text/plain",
                      "text/css",
                      "text/html",
                      "application/javascript",
                      "application/json")),
          Property.text("messageBody").rule(ValueRule.length(0, 1024)),
          Property.text("statusCode")
              .required()
              .rule(ValueRule.matches("[245]\\d\\d", "must be a code 2xx, 4xx or 5xx")));

  private static final Schema SCHEMA =
      Schema.of(
          Property.text("type")
              .required()
              .rule(ValueRule.oneOf(FORWARD, REDIRECT, "fixed-response")),
          Property.whole("order").rule(ValueRule.range(1, 50000)),
          Property.text(GROUP).rule(ValueRule.arn()),
          Property.block(
              FORWARD,
              Schema.of(
                  Property.blocks("targetGroups", WEIGHTED).required(),
                  Property.block(STICKINESS, STICKY))),
          Property.block(REDIRECT, REDIRECTION),
          Property.block(FIXED, RESPONSE));

  private Actions() {}

  static Property property(String name) {
    return Property.blocks(name, SCHEMA).required().normal(Actions::normal);
  }

  /** Each type of action has its own object, and needs it. */
  static void check(String property, PropertyMap inputs, Checker checker) {
    List<PropertyMap> actions = inputs.maps(property);
    for (int index = 0; index < actions.size(); index++) {
      PropertyMap action = actions.get(index);
      String path = property + "[" + index + "]";
      switch (action.text("type").orElse("")) {
        case FORWARD -> {
          if (action.get(GROUP).isPresent() == action.get(FORWARD).isPresent()) {
            checker.fail(path, "needs either targetGroupArn or forward for the type forward");
          }
          action
              .map(FORWARD)
              .map(forward -> forward.maps("targetGroups").size())
              .filter(size -> size > 5)
              .ifPresent(
                  size ->
                      checker.fail(
                          path + ".forward.targetGroups",
                          "can name at most 5 target groups, not " + size));
        }
        case REDIRECT -> requireObject(action, REDIRECT, path, checker);
        case "fixed-response" -> requireObject(action, FIXED, path, checker);
        default -> {}
      }
    }
  }

  static List<Action> request(String property, PropertyMap inputs) {
    List<Action> actions = new ArrayList<>();
    for (PropertyMap each : inputs.maps(property)) {
      Action.Builder action = Action.builder().type(each.text("type").orElseThrow());
      each.integer("order").ifPresent(action::order);
      each.text(GROUP).ifPresent(action::targetGroupArn);
      each.map(FORWARD).ifPresent(forward -> action.forwardConfig(forward(forward)));
      each.map(REDIRECT).ifPresent(redirect -> action.redirectConfig(redirect(redirect)));
      each.map(FIXED).ifPresent(fixed -> action.fixedResponseConfig(fixed(fixed)));
      actions.add(action.build());
    }
    return actions;
  }

  static PropertyValue state(List<Action> actions) {
    return new PropertyValue.Items(
        actions.stream()
            .sorted(Comparator.comparing(action -> Optional.ofNullable(action.order()).orElse(1)))
            .map(Actions::state)
            .map(PropertyValue.class::cast)
            .toList());
  }

  private static void requireObject(PropertyMap action, String name, String path, Checker checker) {
    if (action.get(name).isEmpty()) {
      checker.fail(path + "." + name, "is required for this type of action");
    }
  }

  private static ForwardActionConfig forward(PropertyMap forward) {
    ForwardActionConfig.Builder config =
        ForwardActionConfig.builder()
            .targetGroups(
                forward.maps("targetGroups").stream()
                    .map(
                        group ->
                            TargetGroupTuple.builder()
                                .targetGroupArn(group.text("arn").orElseThrow())
                                .weight(group.integer("weight").orElse(1))
                                .build())
                    .toList());
    forward
        .map(STICKINESS)
        .ifPresent(
            sticky ->
                config.targetGroupStickinessConfig(
                    TargetGroupStickinessConfig.builder()
                        .enabled(sticky.flag("enabled").orElse(false))
                        .durationSeconds(sticky.integer("duration").orElseThrow())
                        .build()));
    return config.build();
  }

  private static RedirectActionConfig redirect(PropertyMap redirect) {
    RedirectActionConfig.Builder config = RedirectActionConfig.builder();
    redirect.text("host").ifPresent(config::host);
    redirect.text("path").ifPresent(config::path);
    redirect.text("port").ifPresent(config::port);
    redirect.text("protocol").ifPresent(config::protocol);
    redirect.text("query").ifPresent(config::query);
    redirect.text("statusCode").ifPresent(config::statusCode);
    return config.build();
  }

  private static FixedResponseActionConfig fixed(PropertyMap fixed) {
    FixedResponseActionConfig.Builder config = FixedResponseActionConfig.builder();
    fixed.text("contentType").ifPresent(config::contentType);
    fixed.text("messageBody").ifPresent(config::messageBody);
    fixed.text("statusCode").ifPresent(config::statusCode);
    return config.build();
  }

  private static PropertyMap state(Action action) {
    PropertyMap state = PropertyMap.EMPTY.with("type", PropertyValue.of(action.typeAsString()));
    if (action.type() == ActionTypeEnum.FORWARD) {
      return forwardState(state, action);
    }
    Optional<RedirectActionConfig> redirect = Optional.ofNullable(action.redirectConfig());
    if (redirect.isPresent()) {
      return state.with(REDIRECT, redirectState(redirect.get()));
    }
    return Optional.ofNullable(action.fixedResponseConfig())
        .map(fixed -> state.with(FIXED, fixedState(fixed)))
        .orElse(state);
  }

  /**
   * A forward to one target group without stickiness is told by its ARN alone, as programs write
   * it.
   */
  private static PropertyMap forwardState(PropertyMap state, Action action) {
    Optional<ForwardActionConfig> config = Optional.ofNullable(action.forwardConfig());
    List<TargetGroupTuple> groups = config.map(ForwardActionConfig::targetGroups).orElse(List.of());
    Optional<TargetGroupStickinessConfig> sticky =
        config
            .flatMap(forward -> Optional.ofNullable(forward.targetGroupStickinessConfig()))
            .filter(stickiness -> Boolean.TRUE.equals(stickiness.enabled()));
    if (groups.size() <= 1 && sticky.isEmpty()) {
      Optional<String> arn =
          groups.stream()
              .findFirst()
              .map(TargetGroupTuple::targetGroupArn)
              .or(() -> Optional.ofNullable(action.targetGroupArn()));
      return arn.map(known -> state.with(GROUP, PropertyValue.of(known))).orElse(state);
    }
    PropertyMap forward = PropertyMap.EMPTY.with("targetGroups", groupsState(groups));
    return state.with(
        FORWARD,
        sticky
            .map(
                stickiness ->
                    forward.with(
                        STICKINESS,
                        PropertyMap.EMPTY
                            .with("duration", PropertyValue.of(stickiness.durationSeconds()))
                            .with("enabled", PropertyValue.of(true))))
            .orElse(forward));
  }

  private static PropertyValue groupsState(List<TargetGroupTuple> groups) {
    List<PropertyValue> items = new ArrayList<>();
    for (TargetGroupTuple group : groups) {
      int weight = Optional.ofNullable(group.weight()).orElse(1);
      items.add(
          PropertyMap.EMPTY
              .with("arn", PropertyValue.of(group.targetGroupArn()))
              .with("weight", PropertyValue.of(weight)));
    }
    return new PropertyValue.Items(items);
  }

  private static PropertyMap redirectState(RedirectActionConfig redirect) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("host", Optional.ofNullable(redirect.host()).orElse("#{host}"));
    texts.put("path", Optional.ofNullable(redirect.path()).orElse("/#{path}"));
    texts.put("port", Optional.ofNullable(redirect.port()).orElse("#{port}"));
    texts.put("protocol", Optional.ofNullable(redirect.protocol()).orElse("#{protocol}"));
    texts.put("query", Optional.ofNullable(redirect.query()).orElse("#{query}"));
    texts.put("statusCode", redirect.statusCodeAsString());
    return PropertyMap.ofTexts(texts);
  }

  private static PropertyMap fixedState(FixedResponseActionConfig fixed) {
    Map<String, String> texts = new LinkedHashMap<>();
    Optional.ofNullable(fixed.contentType()).ifPresent(type -> texts.put("contentType", type));
    Optional.ofNullable(fixed.messageBody())
        .filter(body -> !body.isEmpty())
        .ifPresent(body -> texts.put("messageBody", body));
    Optional.ofNullable(fixed.statusCode()).ifPresent(code -> texts.put("statusCode", code));
    return PropertyMap.ofTexts(texts);
  }

  /** Through AWS's own form and back: both ways to write a forward become one. */
  private static PropertyValue normal(PropertyValue actions) {
    if (!(actions instanceof PropertyValue.Items) || actions.hasUnknown()) {
      return actions;
    }
    PropertyMap holder = PropertyMap.EMPTY.with("actions", actions);
    boolean typed =
        holder.maps("actions").stream().allMatch(action -> action.text("type").isPresent());
    if (!typed) {
      return actions;
    }
    return state(request("actions", holder).stream().map(Actions::withSortedGroups).toList());
  }

  private static Action withSortedGroups(Action action) {
    if (action.forwardConfig() == null) {
      return action;
    }
    return action.toBuilder()
        .forwardConfig(
            action.forwardConfig().toBuilder()
                .targetGroups(
                    action.forwardConfig().targetGroups().stream()
                        .sorted(Comparator.comparing(TargetGroupTuple::targetGroupArn))
                        .toList())
                .build())
        .build();
  }
}
