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
import portico.desktop.wizard.draft.ServiceChoice;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.routing.RoutingText;
import portico.model.HealthCheckSpec;
import portico.model.ListenerSpec;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;

/** Puts a draft into words, step by step. */
final class SummaryText {
  private final Texts texts;
  private final RoutingText routes;

  SummaryText(Texts texts) {
    this.texts = texts;
    routes = new RoutingText(texts);
  }

  List<SummarySection> of(Draft draft) {
    List<SummarySection.Line> access = new ArrayList<>(access(draft.access()));
    if (draft.carriedOver() > 0) {
      access.add(line("summary.further", texts.get("summary.further.value", draft.carriedOver())));
    }
    return List.of(
        section(StepId.ACCOUNT, account(draft.account())),
        section(StepId.NETWORK, network(draft.network())),
        section(StepId.SERVICE, service(draft.service())),
        section(StepId.ROUTING, routing(draft.routing())),
        section(StepId.ACCESS, access));
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
    return List.of(
        line("summary.vpc", vpc(choice.vpc())),
        line(
            "summary.subnets",
            choice.subnets().stream().map(this::subnet).collect(Collectors.joining("\n"))),
        line("summary.scheme", texts.get("network.scheme." + choice.scheme().name())));
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

  private List<SummarySection.Line> service(ServiceChoice choice) {
    TargetGroupSpec group = choice.targetGroup();
    HealthCheckSpec health = group.healthCheck();
    String targets =
        group.targets().isEmpty()
            ? texts.get("summary.no-targets")
            : group.targets().stream()
                .map(target -> target(choice, target))
                .collect(Collectors.joining("\n"));
    return List.of(
        line(
            "summary.target-group",
            texts.get("summary.named-port", group.name(), group.protocol(), group.port())),
        line("summary.targets", targets),
        line(
            "summary.health",
            texts.get(
                "summary.health.value",
                health.path(),
                health.intervalSeconds(),
                health.timeoutSeconds(),
                health.healthyThreshold(),
                health.unhealthyThreshold())));
  }

  private String target(ServiceChoice choice, TargetSpec target) {
    int port = target.port().orElse(choice.targetGroup().port());
    String name = choice.instanceNames().getOrDefault(target.id(), target.id());
    return name.equals(target.id())
        ? texts.get("summary.target.unnamed", name, port)
        : texts.get("summary.target", name, target.id(), port);
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
