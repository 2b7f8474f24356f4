package portico.desktop.wizard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import portico.catalog.Instance;
import portico.desktop.wizard.draft.TargetsChoice;
import portico.desktop.wizard.form.Texts;
import portico.model.HealthCheckSpec;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.Stickiness;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;

/** Puts target groups into words; of what is as usual, nothing is said. */
final class TargetsSummary {
  /** More than these are only counted. */
  private static final int TARGETS_SHOWN = 10;

  private final Texts texts;

  TargetsSummary(Texts texts) {
    this.texts = texts;
  }

  List<SummarySection.Line> of(TargetsChoice choice) {
    List<SummarySection.Line> lines = new ArrayList<>();
    choice.groups().forEach(group -> lines.addAll(group(choice, group)));
    return lines;
  }

  private List<SummarySection.Line> group(TargetsChoice choice, TargetGroupSpec group) {
    List<SummarySection.Line> lines = new ArrayList<>();
    lines.add(line("summary.target-group", speaks(group)));
    lines.add(line("summary.targets", targets(choice, group)));
    lines.add(line("summary.health", health(group)));
    if (group.targetType() != TargetType.LAMBDA
        && !group.attributes().equals(TargetGroupAttributes.AWS)) {
      lines.add(line("summary.spread", spread(group.attributes())));
    }
    if (!group.tags().isEmpty()) {
      lines.add(
          line(
              "summary.tags",
              group.tags().entrySet().stream()
                  .map(tag -> texts.get("summary.tag", tag.getKey(), tag.getValue()))
                  .collect(Collectors.joining("\n"))));
    }
    return lines;
  }

  private SummarySection.Line line(String key, String value) {
    return new SummarySection.Line(texts.get(key), value);
  }

  private String speaks(TargetGroupSpec group) {
    if (group.targetType() == TargetType.LAMBDA) {
      return texts.get("summary.lambda", group.name());
    }
    String plain = texts.get("summary.named-port", group.name(), group.protocol(), group.port());
    return group.protocolVersion() == ProtocolVersion.HTTP1
        ? plain
        : texts.get(
            "summary.version",
            plain,
            texts.get("targets.version." + group.protocolVersion().name()));
  }

  private String targets(TargetsChoice choice, TargetGroupSpec group) {
    List<TargetSpec> all = group.targets();
    if (all.isEmpty()) {
      return texts.get("summary.no-targets");
    }
    if (all.size() > TARGETS_SHOWN) {
      return texts.get("targets.instances.chosen", all.size());
    }
    return all.stream()
        .map(target -> target(choice, group, target))
        .collect(Collectors.joining("\n"));
  }

  private String target(TargetsChoice choice, TargetGroupSpec group, TargetSpec target) {
    if (group.targetType() == TargetType.LAMBDA) {
      return target.id();
    }
    int port = group.portOf(target);
    Instance instance = choice.instances().get(target.id());
    return instance == null || instance.name().isBlank()
        ? texts.get("summary.target.unnamed", target.id(), port)
        : texts.get("summary.target", instance.name(), target.id(), port);
  }

  private String health(TargetGroupSpec group) {
    HealthCheckSpec health = group.healthCheck();
    if (!health.enabled()) {
      return texts.get("summary.health.off");
    }
    String when =
        texts.get(
            "summary.health.value",
            health.path(),
            health.intervalSeconds(),
            health.timeoutSeconds(),
            health.healthyThreshold(),
            health.unhealthyThreshold());
    boolean usual =
        health.port().isEmpty()
            && health.protocol() == Protocol.HTTP
            && health.matcher().equals("200");
    return usual ? when : texts.get("summary.health.asked", when, asked(health));
  }

  private String asked(HealthCheckSpec health) {
    String where =
        health.port().isPresent()
            ? texts.get(
                "targets.health.details.port",
                health.protocol(),
                String.valueOf(health.port().getAsInt()))
            : texts.get("targets.health.details.traffic", health.protocol());
    return texts.get("targets.health.details", where, health.matcher());
  }

  private String spread(TargetGroupAttributes attributes) {
    String text =
        texts.get(
            "targets.spread.summary",
            texts.get("targets.algorithm." + attributes.algorithm().name()),
            attributes.deregistrationDelaySeconds());
    if (attributes.slowStartSeconds() > 0) {
      text = texts.get("summary.spread.slow", text, attributes.slowStartSeconds());
    }
    return switch (attributes.stickiness()) {
      case Stickiness.Off() -> text;
      case Stickiness.LoadBalancerCookie(int seconds) ->
          texts.get("summary.spread.sticky", text, seconds);
      case Stickiness.ApplicationCookie(String name, int seconds) ->
          texts.get("summary.spread.sticky", text, seconds);
    };
  }
}
