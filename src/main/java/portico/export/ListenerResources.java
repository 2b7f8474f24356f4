package portico.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import portico.export.Value.Fields;
import portico.export.Value.Items;
import portico.export.Value.Parts;
import portico.export.Value.Reference;
import portico.model.ActionSpec;
import portico.model.ActionSpec.FixedResponse;
import portico.model.ActionSpec.Forward;
import portico.model.ActionSpec.Redirect;
import portico.model.ConditionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.WeightedTargetGroup;

/** Listeners with their certificates and rules. */
final class ListenerResources {
  private final StackBuilder stack;
  private final Map<String, String> groups;

  /** {@code groups} says what code calls each target group, by name. */
  ListenerResources(StackBuilder stack, Map<String, String> groups) {
    this.stack = stack;
    this.groups = groups;
  }

  void add(ListenerSpec listener) {
    Fields inputs =
        Fields.empty()
            .put("load_balancer_arn", new Reference(StackBuilder.LOAD_BALANCER, "arn"))
            .put("port", listener.port())
            .put("protocol", listener.protocol().name());
    listener
        .tls()
        .ifPresent(
            tls ->
                inputs
                    .put("ssl_policy", tls.policy())
                    .put("certificate_arn", tls.certificateArn()));
    inputs.put("default_action", new Parts(List.of(action(listener.defaultAction()))));
    inputs.put("tags", new Value.Entries(Map.of("Name", listener.name())));
    String id =
        stack.add("listener_" + listener.name(), ResourceType.LISTENER, listener.name(), inputs);
    listener
        .tls()
        .ifPresent(
            tls -> tls.furtherCertificateArns().forEach(arn -> certificate(listener, id, arn)));
    listener.rules().forEach(rule -> rule(listener, id, rule));
  }

  private void certificate(ListenerSpec listener, String id, String arn) {
    stack.add(
        "certificate_" + listener.name(),
        ResourceType.LISTENER_CERTIFICATE,
        listener.name() + "-" + arn.replace(':', '-').replace('/', '-'),
        Fields.empty().put("listener_arn", new Reference(id, "arn")).put("certificate_arn", arn));
  }

  /** A rule is known by its priority, which AWS takes once. */
  private void rule(ListenerSpec listener, String id, ListenerRuleSpec rule) {
    String name = listener.name() + "-rule-" + rule.priority();
    stack.add(
        "rule_" + listener.name() + "_" + rule.priority(),
        ResourceType.LISTENER_RULE,
        name,
        Fields.empty()
            .put("listener_arn", new Reference(id, "arn"))
            .put("priority", rule.priority())
            .put("condition", new Parts(rule.conditions().stream().map(this::condition).toList()))
            .put("action", new Parts(List.of(action(rule.action()))))
            .put(
                "tags",
                new Value.Entries(Map.of("Name", rule.name().isEmpty() ? name : rule.name()))));
  }

  private Fields condition(ConditionSpec condition) {
    Fields fields = Fields.empty();
    return switch (condition) {
      case ConditionSpec.HostHeader(List<String> values) ->
          fields.part("host_header", values(values));
      case ConditionSpec.PathPattern(List<String> values) ->
          fields.part("path_pattern", values(values));
      case ConditionSpec.HttpHeader(String name, List<String> values) ->
          fields.part(
              "http_header",
              Fields.empty().put("http_header_name", name).put("values", Items.ofTexts(values)));
      case ConditionSpec.ApiKey(String header, String prefix, String keyName) ->
          fields.part(
              "http_header",
              Fields.empty()
                  .put("http_header_name", header)
                  .put(
                      "values",
                      new Items(List.of(new Value.Secret(prefix, stack.secret(keyName))))));
      case ConditionSpec.RequestMethod(List<String> values) ->
          fields.part("http_request_method", values(values));
      case ConditionSpec.QueryString(List<ConditionSpec.QueryValue> values) ->
          fields.put(
              "query_string", new Parts(values.stream().map(ListenerResources::query).toList()));
      case ConditionSpec.SourceIp(List<String> values) -> fields.part("source_ip", values(values));
    };
  }

  private static Fields values(List<String> values) {
    return Fields.empty().put("values", Items.ofTexts(values));
  }

  private static Fields query(ConditionSpec.QueryValue value) {
    Fields fields = Fields.empty();
    value.key().ifPresent(key -> fields.put("key", key));
    return fields.put("value", value.value());
  }

  private Fields action(ActionSpec action) {
    return switch (action) {
      case Forward forward -> forward(forward);
      case Redirect redirect ->
          Fields.empty().put("type", "redirect").part("redirect", redirect(redirect));
      case FixedResponse(int status, String contentType, String body) -> {
        Fields response = Fields.empty().put("status_code", String.valueOf(status));
        response.put("content_type", contentType);
        if (!body.isEmpty()) {
          response.put("message_body", body);
        }
        yield Fields.empty().put("type", "fixed-response").part("fixed_response", response);
      }
    };
  }

  private Fields forward(Forward forward) {
    Fields action = Fields.empty().put("type", "forward");
    List<WeightedTargetGroup> weighted = forward.targetGroups();
    if (weighted.size() == 1 && forward.stickinessSeconds().isEmpty()) {
      return action.put("target_group_arn", arn(weighted.getFirst()));
    }
    List<Fields> parts = new ArrayList<>();
    for (WeightedTargetGroup group : weighted) {
      parts.add(Fields.empty().put("arn", arn(group)).put("weight", group.weight()));
    }
    Fields inner = Fields.empty().put("target_group", new Parts(parts));
    forward
        .stickinessSeconds()
        .ifPresent(
            seconds ->
                inner.part(
                    "stickiness", Fields.empty().put("enabled", true).put("duration", seconds)));
    return action.part("forward", inner);
  }

  private Value arn(WeightedTargetGroup group) {
    String id = groups.get(group.targetGroup());
    if (id == null) {
      throw new IllegalArgumentException("no target group " + group.targetGroup());
    }
    return new Reference(id, "arn");
  }

  /** What is not said stays as in the request. */
  private static Fields redirect(Redirect redirect) {
    Fields fields =
        Fields.empty().put("status_code", redirect.permanent() ? "HTTP_301" : "HTTP_302");
    redirect.protocol().ifPresent(protocol -> fields.put("protocol", protocol.name()));
    redirect.port().ifPresent(port -> fields.put("port", String.valueOf(port)));
    redirect.host().ifPresent(host -> fields.put("host", host));
    redirect.path().ifPresent(path -> fields.put("path", path));
    redirect.query().ifPresent(query -> fields.put("query", query));
    return fields;
  }
}
