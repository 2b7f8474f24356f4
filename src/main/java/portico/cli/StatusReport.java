package portico.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import portico.catalog.CatalogFailure;
import portico.catalog.TargetHealth;
import portico.environment.Environment;
import portico.environment.EnvironmentResource;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.TargetGroupSpec;
import portico.operation.OperationRecord;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.probe.ProbeResult;
import portico.proof.ProofStep;
import portico.service.CallerKeys;
import portico.service.EndpointCheck;
import portico.text.Message;

/** What is known of one environment, line by line for people and field by field for machines. */
final class StatusReport {
  private final CliText text;
  private final Environment environment;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<Map<String, Object>> targets = new ArrayList<>();
  private final List<Map<String, Object>> endpoints = new ArrayList<>();

  StatusReport(CliText text, Environment environment) {
    this.text = text;
    this.environment = environment;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The reply; an endpoint that was asked for and does not serve makes it a failure. */
  Reply reply(boolean serves) {
    Reply reply =
        Reply.of(serves ? Reply.SUCCEEDED : Reply.FAILED)
            .put("environment", environment.name().value());
    fields.forEach(reply::put);
    if (!serves) {
      reply.failure(
          "does_not_serve",
          new Message(
              text.get("does-not-serve.what"),
              text.failures.resourcesText(environment.resources().size()),
              text.get("does-not-serve.next")));
    }
    return reply;
  }

  /** What state and journals say; contacts nothing. */
  void known(List<OperationRecord> history) {
    line("name", environment.name().value());
    line("state", text.status.of(environment.state()));
    fields.put("state", StateName.of(environment.state()));
    environment
        .account()
        .ifPresent(
            account -> {
              line("account", text.of(account));
              fields.put("account", Reply.fields(account));
            });
    fields.put("provider", environment.provider().name().toLowerCase(Locale.ROOT));
    optional("region", "region", environment.region());
    optional("domain", "domain_name", environment.domainName());
    optional("dns", "load_balancer_dns_name", environment.dnsName());
    optional("changed", "last_change", environment.lastChange().map(StatusReport::second));
    operations(history);
    environment.spec().ifPresent(this::routes);
    keys();
    resources();
  }

  /** Whether and when it ends by itself. */
  void ending(Instant now) {
    EndingFields.of(environment.ending(), now)
        .ifPresent(
            ends -> {
              line("ends", text.deadlines.whole(environment.ending(), now));
              fields.put("ends", ends);
            });
    environment
        .ending()
        .deadline()
        .filter(each -> each.isDue(now))
        .ifPresent(each -> line("", text.get("ends-due")));
  }

  private void optional(String label, String field, Optional<?> value) {
    value.ifPresent(
        present -> {
          line(label, present.toString());
          fields.put(field, present.toString());
        });
  }

  private void operations(List<OperationRecord> history) {
    history.stream()
        .filter(each -> each.status() instanceof OperationStatus.Running)
        .findFirst()
        .ifPresent(each -> operation("running", "running_operation", each));
    history.stream()
        .filter(each -> !(each.status() instanceof OperationStatus.Running))
        .findFirst()
        .ifPresent(each -> operation("last", "last_operation", each));
  }

  private void operation(String label, String field, OperationRecord operation) {
    var request = operation.request();
    String kind = request.kind().name().toLowerCase(Locale.ROOT);
    String outcome = outcome(operation.status());
    line(
        label,
        text.get("operation-line", kind, outcome, second(request.requestedAt()), request.id()));
    fields.put(
        field,
        Reply.fields(
            "operation",
            kind,
            "operation_id",
            request.id().value(),
            "requested_at",
            second(request.requestedAt()).toString(),
            "outcome",
            outcome));
  }

  /** Nobody reads fractions of a second. */
  private static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  /** In one word. */
  static String outcome(OperationStatus status) {
    return switch (status) {
      case OperationStatus.Running _ -> "running";
      case OperationStatus.Interrupted _ -> "interrupted";
      case OperationStatus.Finished(var result) ->
          switch (result.outcome()) {
            case Outcome.Succeeded _ -> Reply.SUCCEEDED;
            case Outcome.Failed _ -> Reply.FAILED;
            case Outcome.Cancelled _ -> Reply.CANCELLED;
          };
    };
  }

  private void resources() {
    line("resources", String.valueOf(environment.resources().size()));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (EnvironmentResource each : environment.resources()) {
      lines.add(
          "  " + text.status.typeOf(each.ref()) + "  " + each.ref().name() + "  " + each.id());
      rows.add(Reply.fields("type", each.ref().type(), "name", each.ref().name(), "id", each.id()));
    }
    fields.put("resources", rows);
    fields.put("outputs", environment.outputs());
  }

  /** What requests meet: listeners with their rules, and target groups. */
  private void routes(EnvironmentSpec spec) {
    List<Map<String, Object>> listeners = new ArrayList<>();
    for (ListenerSpec listener : spec.listeners()) {
      line("listener", listener.name() + "  " + listener.protocol() + " " + listener.port());
      List<Map<String, Object>> rules =
          listener.rules().stream()
              .sorted(Comparator.comparingInt(ListenerRuleSpec::priority))
              .map(this::rule)
              .toList();
      String otherwise = Routes.of(listener.defaultAction());
      lines.add("  " + text.get("default-line", otherwise));
      listeners.add(
          Reply.fields(
              "name", listener.name(),
              "protocol", listener.protocol().name(),
              "port", listener.port(),
              "default_action", otherwise,
              "rules", rules));
    }
    fields.put("listeners", listeners);
    fields.put("target_groups", spec.targetGroups().stream().map(StatusReport::group).toList());
  }

  /** Where keys are asked for, and how to get at them; never the keys. */
  private void keys() {
    List<ConditionSpec.ApiKey> keys = CallerKeys.of(environment);
    for (ConditionSpec.ApiKey key : keys) {
      String name = environment.name().value();
      line(
          "key",
          keys.size() == 1
              ? text.get("key-line", key.header(), name)
              : text.get("key-line-named", key.header(), name, key.keyName()));
    }
    if (!keys.isEmpty()) {
      fields.put(
          "api_keys",
          keys.stream()
              .map(key -> Reply.fields("name", key.keyName(), "header", key.header()))
              .toList());
    }
  }

  private Map<String, Object> rule(ListenerRuleSpec rule) {
    String conditions = Routes.of(rule.conditions());
    String action = Routes.of(rule.action());
    lines.add("  " + text.get("rule-line", rule.priority() + "", conditions, action));
    return Reply.fields(
        "priority",
        rule.priority(),
        "name",
        rule.name(),
        "conditions",
        conditions,
        "action",
        action);
  }

  private static Map<String, Object> group(TargetGroupSpec group) {
    return Reply.fields(
        "name", group.name(),
        "target_type", group.targetType().awsName(),
        "protocol", group.protocol().name(),
        "port", group.port(),
        "wanted_targets", group.targets().size());
  }

  /** Health of the targets of one target group. */
  void targets(String group, List<TargetHealth> health) {
    fields.put("targets", targets);
    long healthy = health.stream().filter(each -> each.state().equals("healthy")).count();
    line(
        "targets",
        health.isEmpty()
            ? text.get("no-targets", group)
            : text.get("healthy-targets", group, healthy, health.size()));
    for (TargetHealth each : health) {
      String why = (each.reason() + " " + each.description()).strip();
      lines.add(
          "  "
              + text.get("target-line", each.targetId(), each.port() + "", each.state(), why)
                  .stripTrailing());
      targets.add(
          Reply.fields(
              "target_group", group,
              "id", each.targetId(),
              "port", each.port(),
              "state", each.state(),
              "reason", each.reason(),
              "description", each.description()));
    }
  }

  /** The account could not be asked for health; the rest is still true. */
  void targetsUnreadable(CatalogFailure failure) {
    Message message = text.failures.of(failure);
    line("targets", text.get("targets-unreadable", message.inOneLine()));
    fields.put("targets_failure", Reply.fields(FailureCode.of(failure), message));
  }

  /** How far a request to a listener came. */
  void endpoint(EndpointCheck.Endpoint endpoint, ProbeResult result) {
    fields.put("endpoints", endpoints);
    String url = result.target().url();
    line("endpoint", text.get("endpoint-line", url, text.probe.verdict(result)));
    for (ProofStep step : result.steps()) {
      lines.add("  " + step(step));
    }
    Map<String, Object> row =
        Reply.fields(
            "url", url,
            "listener", result.target().endpoint().listener(),
            "port", result.target().endpoint().port(),
            "verdict", result.verdict().name().toLowerCase(Locale.ROOT),
            "status", result.status().orElse(0),
            "milliseconds", result.total().toMillis());
    result.tls().ifPresent(tls -> row.put("certificate_names", tls.names()));
    text.probe
        .record(result)
        .ifPresent(
            message -> {
              lines.add("  " + message.what());
              lines.add("  " + message.next());
              row.put("certificate_fits_dns_name", false);
            });
    lines.add("  " + text.get(endpoint.grpc() ? "try-grpc-line" : "try-line", endpoint.command()));
    row.put(endpoint.grpc() ? "grpcurl" : "curl", endpoint.command());
    endpoints.add(row);
  }

  /** There is nothing to ask. */
  void noEndpoint() {
    line("endpoint", text.get("no-endpoint"));
  }

  private String step(ProofStep step) {
    return text.get(
        step instanceof ProofStep.Failed ? "probe-step-failed" : "probe-step",
        text.proof.of(step.stage()),
        text.proof.of(step, Instant.now()),
        text.proof.length(step.took()));
  }

  private void line(String label, String value) {
    lines.add("%-12s %s".formatted(label.isEmpty() ? "" : text.get("label." + label), value));
  }
}
