package portico.desktop.wizard.routing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import portico.desktop.wizard.form.Texts;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.WeightedTargetGroup;

/** Listeners and rules as sentences. */
public final class RoutingText {
  private final Texts texts;

  public RoutingText(Texts texts) {
    this.texts = texts;
  }

  /** Such as "HTTPS on port 443". */
  public String listener(ListenerSpec listener) {
    return texts.get("routing.listener.title", listener.protocol(), listener.port());
  }

  /** What a listener does, in one line. */
  public String summary(ListenerSpec listener) {
    String rest = action(listener.defaultAction());
    return listener.rules().isEmpty()
        ? texts.get("summary.listener.all", rest)
        : texts.get("routing.listener.summary", listener.rules().size(), rest);
  }

  /** Such as "Path /v1/* and host api.example.com → vllm (90 %), vllm-new (10 %)". */
  public String rule(ListenerRuleSpec rule) {
    return texts.get("routing.sentence", conditions(rule.conditions()), action(rule.action()));
  }

  /** All conditions, the first letter large. */
  public String conditions(List<ConditionSpec> conditions) {
    String all =
        conditions.stream()
            .map(this::condition)
            .collect(Collectors.joining(texts.get("routing.sentence.and")));
    return all.isEmpty() ? "" : Character.toUpperCase(all.charAt(0)) + all.substring(1);
  }

  private String condition(ConditionSpec condition) {
    return switch (condition) {
      case ConditionSpec.PathPattern(var values) -> texts.get("routing.sentence.PATH", or(values));
      case ConditionSpec.HostHeader(var values) -> texts.get("routing.sentence.HOST", or(values));
      case ConditionSpec.HttpHeader(var name, var values) ->
          texts.get("routing.sentence.HEADER", name, or(values));
      case ConditionSpec.RequestMethod(var values) ->
          texts.get("routing.sentence.METHOD", or(values));
      case ConditionSpec.SourceIp(var values) -> texts.get("routing.sentence.source", or(values));
      case ConditionSpec.QueryString(var values) ->
          texts.get("routing.sentence.QUERY", or(values.stream().map(RoutingText::query).toList()));
      case ConditionSpec.ApiKey(var header, var prefix, var key) ->
          texts.get("routing.sentence.key", header);
    };
  }

  private static String query(ConditionSpec.QueryValue value) {
    return value.key().map(key -> key + "=" + value.value()).orElse(value.value());
  }

  private String or(List<String> values) {
    return String.join(texts.get("routing.sentence.or"), values);
  }

  /** Such as "vllm (90 %), vllm-new (10 %)". */
  public String action(ActionSpec action) {
    return switch (action) {
      case ActionSpec.Forward forward -> forward(forward);
      case ActionSpec.Redirect redirect ->
          texts.get(
              redirect.permanent()
                  ? "routing.sentence.redirect.permanent"
                  : "routing.sentence.redirect.temporary",
              address(redirect));
      case ActionSpec.FixedResponse(var status, var type, var body) ->
          body.isEmpty()
              ? texts.get("routing.sentence.response", status)
              : texts.get("routing.sentence.response.body", status, shortened(body));
    };
  }

  private String forward(ActionSpec.Forward forward) {
    List<WeightedTargetGroup> groups = forward.targetGroups();
    int sum = groups.stream().mapToInt(WeightedTargetGroup::weight).sum();
    String names =
        groups.size() == 1
            ? groups.getFirst().targetGroup()
            : groups.stream()
                .map(
                    each ->
                        texts.get(
                            "routing.sentence.share",
                            each.targetGroup(),
                            ForwardForm.percent(each.weight(), sum)))
                .collect(Collectors.joining(", "));
    return forward.stickinessSeconds().isPresent()
        ? texts.get("routing.sentence.sticky", names, forward.stickinessSeconds().getAsInt())
        : names;
  }

  private static String address(ActionSpec.Redirect to) {
    String protocol =
        to.protocol().map(each -> each.name().toLowerCase(Locale.ROOT) + "://").orElse("");
    String port = port(to);
    String query = to.query().map(text -> text.isEmpty() ? "" : "?" + text).orElse("");
    return protocol + to.host().orElse("…") + port + to.path().orElse("/…") + query;
  }

  /** The usual port goes without saying. */
  private static String port(ActionSpec.Redirect to) {
    OptionalInt port = to.port();
    Optional<Integer> usual =
        to.protocol()
            .map(
                each ->
                    switch (each) {
                      case HTTP -> 80;
                      case HTTPS -> 443;
                    });
    return port.isEmpty() || usual.equals(Optional.of(port.getAsInt()))
        ? ""
        : ":" + port.getAsInt();
  }

  private static String shortened(String body) {
    String line = body.lines().findFirst().orElse("").strip();
    return line.length() > 40 ? line.substring(0, 40) + "…" : line;
  }
}
