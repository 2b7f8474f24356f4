package portico.desktop.widget.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import portico.desktop.text.DesktopText;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.Protocol;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;
import portico.model.WeightedTargetGroup;
import portico.text.Words;

/** The words in the map's boxes. */
public final class MapText {
  private final Words words = DesktopText.words();

  String get(String key, Object... facts) {
    return words.get(key, facts);
  }

  /** The column's heading. */
  String of(MapColumn column) {
    return words.get(
        switch (column) {
          case BALANCER -> "map.column.balancer";
          case LISTENER -> "map.column.listener";
          case RULE -> "map.column.rule";
          case GROUP -> "map.column.group";
          case TARGET -> "map.column.target";
        });
  }

  public String of(MapHealth health) {
    return words.get(
        switch (health) {
          case PLANNED -> "map.health.planned";
          case HEALTHY -> "map.health.healthy";
          case UNUSED -> "map.health.unused";
          case UNKNOWN -> "map.health.unknown";
          case DRAINING -> "map.health.draining";
          case INITIAL -> "map.health.initial";
          case MIXED -> "map.health.mixed";
          case UNHEALTHY -> "map.health.unhealthy";
        });
  }

  /** The first line of a box. */
  public String title(MapSubject subject) {
    return switch (subject) {
      case MapSubject.Balancer(var spec) -> spec.loadBalancer().name();
      case MapSubject.Listener(var listener) ->
          words.get("map.listener", listener.protocol(), listener.port());
      case MapSubject.Rule(var listener, var rule) ->
          rule.map(this::titleOf).orElseGet(() -> words.get("map.rule.default"));
      case MapSubject.Group(var group) -> group.name();
      case MapSubject.Targets(var group, boolean open) ->
          words.get(open ? "map.targets.open" : "map.targets.closed");
      case MapSubject.Target(var group, String id, var port, var health) ->
          port.isPresent() ? id + ":" + port.getAsInt() : functionName(id);
    };
  }

  private String titleOf(ListenerRuleSpec rule) {
    return rule.name().isEmpty()
        ? words.get("map.rule", rule.priority())
        : words.get("map.rule.named", rule.priority(), rule.name());
  }

  private static String functionName(String arn) {
    return arn.contains(":function:")
        ? arn.substring(arn.indexOf(":function:") + ":function:".length())
        : arn;
  }

  /** The second line of a box. */
  String detail(MapNode node) {
    return switch (node.subject()) {
      case MapSubject.Balancer(var spec) -> spec.loadBalancer().scheme().awsName();
      case MapSubject.Listener(var listener) -> listener.name();
      case MapSubject.Rule(var listener, var rule) ->
          rule.map(each -> conditions(each.conditions()) + action(each.action()))
              .orElseGet(() -> plainAction(listener.defaultAction()));
      case MapSubject.Group(var group) -> group(group);
      case MapSubject.Targets targets -> counts(node.counts());
      case MapSubject.Target target -> of(node.health());
    };
  }

  private static String group(TargetGroupSpec group) {
    if (group.targetType() == TargetType.LAMBDA) {
      return group.targetType().awsName();
    }
    return group.protocol() + ":" + group.port() + " " + group.healthCheck().path();
  }

  /** The worst first, such as {@code 2 unhealthy, 48 healthy}. */
  public String counts(HealthCounts counts) {
    if (counts.total() == 0) {
      return words.get("map.targets.none");
    }
    List<Map.Entry<MapHealth, Integer>> worstFirst =
        new ArrayList<>(counts.counts().entrySet()).reversed();
    return worstFirst.stream()
        .map(each -> words.get("map.count", each.getValue(), of(each.getKey())))
        .collect(Collectors.joining(", "));
  }

  private String action(ActionSpec action) {
    return action instanceof ActionSpec.Forward ? "" : " → " + plainAction(action);
  }

  private String plainAction(ActionSpec action) {
    return switch (action) {
      case ActionSpec.Forward forward -> words.get("map.action.rest");
      case ActionSpec.Redirect redirect -> words.get("map.action.redirect", target(redirect));
      case ActionSpec.FixedResponse(int status, var type, var body) ->
          words.get("map.action.fixed", status);
    };
  }

  private static String target(ActionSpec.Redirect redirect) {
    String protocol = redirect.protocol().map(Protocol::name).orElse("");
    String host = redirect.host().orElse("");
    String port = redirect.port().isPresent() ? ":" + redirect.port().getAsInt() : "";
    return (protocol + " " + host + port + redirect.path().orElse("")).strip();
  }

  /** What an action does, in one sentence. */
  String sentence(ActionSpec action) {
    return switch (action) {
      case ActionSpec.Forward(var groups, var stickiness) ->
          words.get(
              "map.action.forward",
              groups.stream().map(each -> share(each, groups)).collect(Collectors.joining(", ")));
      case ActionSpec.Redirect redirect ->
          words.get(
              redirect.permanent() ? "map.action.redirect.301" : "map.action.redirect.302",
              target(redirect));
      case ActionSpec.FixedResponse(int status, String type, String body) ->
          words.get("map.action.fixed.body", status, type, body);
    };
  }

  private static String share(WeightedTargetGroup group, List<WeightedTargetGroup> all) {
    int sum = all.stream().mapToInt(WeightedTargetGroup::weight).sum();
    return all.size() == 1 || sum == 0
        ? group.targetGroup()
        : group.targetGroup() + " " + Math.round(100.0 * group.weight() / sum) + " %";
  }

  /** All conditions in a line. */
  String conditions(List<ConditionSpec> conditions) {
    return conditions.stream().map(this::condition).collect(Collectors.joining(" · "));
  }

  private String condition(ConditionSpec condition) {
    return switch (condition) {
      case ConditionSpec.HostHeader(var values) -> String.join(", ", values);
      case ConditionSpec.PathPattern(var values) -> String.join(", ", values);
      case ConditionSpec.HttpHeader(var name, var values) ->
          name + ": " + String.join(", ", values);
      case ConditionSpec.ApiKey(var header, var prefix, var key) ->
          words.get("map.condition.key", header, key);
      case ConditionSpec.RequestMethod(var values) -> String.join(", ", values);
      case ConditionSpec.QueryString(var values) ->
          values.stream()
              .map(each -> each.key().map(key -> key + "=").orElse("") + each.value())
              .collect(Collectors.joining(", ", "?", ""));
      case ConditionSpec.SourceIp(var values) ->
          words.get("map.condition.source", String.join(", ", values));
    };
  }

  /** What a screen reader says of a box. */
  public String spoken(MapNode node) {
    List<String> parts = new ArrayList<>();
    parts.add(of(node.column()));
    parts.add(title(node.subject()));
    parts.add(detail(node));
    boolean target = node.subject() instanceof MapSubject.Target;
    if (!target && node.counts().total() > 0) {
      parts.add(words.get("map.spoken.targets", node.counts().total(), counts(node.counts())));
    }
    reason(node).ifPresent(parts::add);
    return String.join(", ", parts);
  }

  /** Why AWS thinks so of a target, in AWS's words; empty for healthy ones and other boxes. */
  public Optional<String> reason(MapNode node) {
    return node.subject() instanceof MapSubject.Target target
        ? target
            .health()
            .map(each -> (each.reason() + " " + each.description()).strip())
            .filter(each -> !each.isEmpty())
        : Optional.empty();
  }
}
