package portico.spec;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import portico.model.Rule;
import portico.model.ServiceSpec;
import portico.model.SpecRules;
import portico.model.Violation;
import portico.spec.SpecDraft.IngressChoice;
import portico.spec.SpecDraft.TargetAccessChoice;

/** Reads one text. Used once. */
final class SpecReader {
  private static final int MOST_CHARACTERS = 256 * 1024;

  /** Deeper than any spec; the YAML library recurses. */
  private static final int DEEPEST = 30;

  private final SpecFindings findings = new SpecFindings();

  SpecAnswer<SpecDraft> read(String text) {
    Optional<SpecDraft> draft = draft(text);
    draft.ifPresent(read -> findings.broken(violations(read)));
    return findings.none()
        ? new SpecAnswer.Read<>(draft.orElseThrow())
        : new SpecAnswer.Wrong<>(findings.problems());
  }

  /** What is written, whatever the rules say of it; empty when it is no mapping at all. */
  Optional<SpecDraft> draft(String text) {
    Optional<Node> root = parse(text);
    if (root.isEmpty() && findings.none()) {
      findings.wrong(Optional.empty(), "", new SpecFault.Empty());
    }
    return root.map(node -> SpecSection.of(findings, "", SpecPart.ROOT, node))
        .filter(SpecSection::isReadable)
        .map(this::draft);
  }

  private Optional<Node> parse(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("spec")
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(MOST_CHARACTERS)
            .build();
    try {
      int depth = 0;
      for (Event event : new Parse(settings).parseString(text)) {
        depth +=
            event instanceof CollectionStartEvent
                ? 1
                : event instanceof CollectionEndEvent ? -1 : 0;
        if (depth > DEEPEST) {
          throw new YamlEngineException("nested deeper than " + DEEPEST + " levels");
        }
      }
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      findings.wrong(
          SpecFindings.position(e.getProblemMark()), "", new SpecFault.Syntax(e.getProblem()));
    } catch (YamlEngineException e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      findings.wrong(Optional.empty(), "", new SpecFault.Syntax(message));
    }
    return Optional.empty();
  }

  private SpecDraft draft(SpecSection root) {
    TargetGroupReader groupReader = new TargetGroupReader(findings);
    List<TargetGroupDraft> groups =
        root.sections("targetGroups", SpecPart.TARGET_GROUP)
            .map(sections -> sections.stream().map(groupReader::read).toList())
            .orElseGet(() -> List.of(TargetGroupDraft.smallest()));
    Optional<SpecSection> access = root.section("access", SpecPart.ACCESS);
    return new SpecDraft(
        root.text("region"),
        root.section("service", SpecPart.SERVICE)
            .map(SpecReader::service)
            .orElse(ServiceSpec.OTHER),
        root.section("loadBalancer", SpecPart.LOAD_BALANCER)
            .map(LoadBalancerReader::read)
            .orElseGet(LoadBalancerDraft::smallest),
        groups,
        listeners(root, groups),
        access
            .flatMap(section -> section.texts("ingressCidrs"))
            .map(texts -> texts.stream().map(SpecReader::ingress).toList())
            .orElseGet(() -> List.of(new IngressChoice.MyAddress())),
        access
            .flatMap(section -> section.texts("targetSecurityGroupIds"))
            .map(SpecReader::targetAccess)
            .orElseGet(() -> new TargetAccessChoice.ByIds(List.of())),
        root.map("tags"),
        findings.positions());
  }

  private static ServiceSpec service(SpecSection section) {
    return new ServiceSpec(
        section.text("server").orElse(ServiceSpec.OTHER.server()),
        section.number("keepAliveSeconds"),
        section.number("requestLimitSeconds"),
        section.number("longestSilenceSeconds"),
        section.number("clientTimeoutSeconds"));
  }

  private static IngressChoice ingress(String word) {
    return word.equals(SpecWords.MY_ADDRESS)
        ? new IngressChoice.MyAddress()
        : new IngressChoice.Network(word);
  }

  private static TargetAccessChoice targetAccess(List<String> words) {
    return words.equals(List.of(SpecWords.AUTO))
        ? new TargetAccessChoice.Auto()
        : new TargetAccessChoice.ByIds(words);
  }

  private List<ListenerDraft> listeners(SpecSection root, List<TargetGroupDraft> groups) {
    ListenerReader reader = new ListenerReader(findings, groups);
    return root.sections("listeners", SpecPart.LISTENER)
        .map(sections -> sections.stream().map(reader::read).toList())
        .orElseGet(() -> onlyListener(groups));
  }

  private List<ListenerDraft> onlyListener(List<TargetGroupDraft> groups) {
    if (groups.size() != 1) {
      if (!findings.unreadWithin("targetGroups") && !groups.isEmpty()) {
        findings.missing("listeners");
      }
      return List.of();
    }
    return List.of(ListenerDraft.smallest(groups.getFirst().name()));
  }

  /** What the rules say about the draft, as far as it does not depend on the account. */
  private List<Violation> violations(SpecDraft draft) {
    boolean groupsRead = !findings.unreadWithin("targetGroups");
    return SpecRules.check(SpecStandIn.of(draft)).stream()
        .filter(each -> groupsRead || each.rule() != Rule.LISTENER_TARGET_GROUP_UNKNOWN)
        .filter(each -> !draft.targetGroups().isEmpty() || each.rule() != Rule.LISTENER_REQUIRED)
        .toList();
  }
}
