package portico.desktop.wizard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import portico.catalog.CloudAccount;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.desktop.wizard.draft.AccessChoice;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.Draft;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.RoutingChoice;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.routing.RoutingText;
import portico.model.ListenerSpec;
import portico.model.LoadBalancerAttributes;
import portico.model.LogBucket;

/** Puts a draft into words, step by step. */
final class SummaryText {
  private final Texts texts;
  private final RoutingText routes;

  SummaryText(Texts texts) {
    this.texts = texts;
    routes = new RoutingText(texts);
  }

  List<SummarySection> of(Draft draft) {
    List<SummarySection> sections =
        new ArrayList<>(
            List.of(
                section(StepId.ACCOUNT, account(draft.account())),
                section(StepId.NETWORK, network(draft.network())),
                section(StepId.TARGETS, new TargetsSummary(texts).of(draft.targets())),
                section(StepId.ROUTING, routing(draft.routing())),
                section(StepId.ACCESS, access(draft.access()))));
    List<SummarySection.Line> logs = logs(draft.settings().attributes());
    if (!logs.isEmpty()) {
      sections.add(section(StepId.SETTINGS, logs));
    }
    return List.copyOf(sections);
  }

  /** Only what goes into a bucket: everything else at this step has sensible values. */
  private List<SummarySection.Line> logs(LoadBalancerAttributes attributes) {
    List<SummarySection.Line> lines = new ArrayList<>();
    attributes.accessLogs().ifPresent(to -> lines.add(line("summary.access-logs", place(to))));
    attributes
        .connectionLogs()
        .ifPresent(to -> lines.add(line("summary.connection-logs", place(to))));
    return lines;
  }

  private String place(LogBucket logs) {
    return switch (logs) {
      case LogBucket.Existing(String bucket, String prefix) ->
          prefix.isEmpty() ? bucket : bucket + "/" + prefix;
      case LogBucket.Made(String _, int days) -> texts.get("summary.logs.made", days);
    };
  }

  private SummarySection section(StepId step, List<SummarySection.Line> lines) {
    return new SummarySection(step, texts.get("step." + step.name()), lines);
  }

  private SummarySection.Line line(String key, Object value) {
    return new SummarySection.Line(texts.get(key), String.valueOf(value));
  }

  private List<SummarySection.Line> account(AccountChoice choice) {
    String where =
        switch (choice.place().account()) {
          case CloudAccount.Practice() -> texts.get("summary.practice");
          case CloudAccount.Profile(var name) ->
              name.map(known -> texts.get("summary.profile", known, choice.identity().account()))
                  .orElseGet(() -> texts.get("summary.default-chain", choice.identity().account()));
          case CloudAccount.Endpoint(var uri, var name) -> texts.get("summary.endpoint", uri);
        };
    return List.of(
        line("summary.account", where),
        line("summary.region", choice.place().region()),
        line("summary.provider", texts.get("account.provider." + choice.provider().name())));
  }

  private List<SummarySection.Line> network(NetworkChoice choice) {
    List<SummarySection.Line> lines = new ArrayList<>();
    lines.add(line("summary.vpc", vpc(choice.vpc())));
    lines.add(
        line(
            "summary.subnets",
            choice.subnets().stream().map(this::subnet).collect(Collectors.joining("\n"))));
    lines.add(line("summary.scheme", texts.get("network.scheme." + choice.scheme().name())));
    choice.ipamPool().ifPresent(id -> lines.add(line("summary.pool", id)));
    return List.copyOf(lines);
  }

  private String vpc(Vpc vpc) {
    return vpc.name().isBlank()
        ? texts.get("summary.unnamed", vpc.id(), vpc.cidr())
        : texts.get("summary.named", vpc.name(), vpc.id(), vpc.cidr());
  }

  private String subnet(Subnet subnet) {
    return texts.get(
        "summary.subnet",
        subnet.name().isBlank() ? subnet.id() : subnet.name(),
        subnet.zone(),
        subnet.cidr());
  }

  private List<SummarySection.Line> routing(RoutingChoice choice) {
    return choice.listeners().stream()
        .map(each -> new SummarySection.Line(routes.listener(each), listener(each)))
        .toList();
  }

  private String listener(ListenerSpec listener) {
    String rest = routes.action(listener.defaultAction());
    List<String> lines = new ArrayList<>();
    lines.add(listener.name());
    listener.rules().forEach(rule -> lines.add(rule.priority() + ": " + routes.rule(rule)));
    lines.add(
        listener.rules().isEmpty()
            ? texts.get("summary.listener.all", rest)
            : texts.get("summary.listener.rest", rest));
    return String.join("\n", lines);
  }

  private List<SummarySection.Line> access(AccessChoice choice) {
    List<String> cidrs = choice.access().ingressCidrs();
    String who =
        cidrs.contains("0.0.0.0/0") ? texts.get("summary.anyone") : String.join(", ", cidrs);
    return List.of(
        line("summary.load-balancer", choice.loadBalancerName()), line("summary.who", who));
  }
}
