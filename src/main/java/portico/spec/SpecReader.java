package portico.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import portico.model.HealthCheckSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.Rule;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.model.SpecRules;
import portico.model.Violation;
import portico.spec.SpecDraft.IngressChoice;
import portico.spec.SpecDraft.SubnetChoice;
import portico.spec.SpecDraft.TargetChoice;
import portico.spec.SpecDraft.TargetGroupDraft;
import portico.spec.SpecDraft.VpcChoice;

/** Reads one text. Used once. */
final class SpecReader {
  static final String DEFAULT_VPC = "default";
  static final String AUTO_SUBNETS = "auto";
  static final String MY_ADDRESS = "my-address";

  private static final int MOST_CHARACTERS = 256 * 1024;

  /** Deeper than any spec; the YAML library recurses. */
  private static final int DEEPEST = 30;

  private final SpecFindings findings = new SpecFindings();

  SpecAnswer<SpecDraft> read(String text) {
    Optional<Node> root = parse(text);
    if (root.isEmpty()) {
      if (findings.none()) {
        findings.wrong(Optional.empty(), "", new SpecFault.Empty());
      }
      return new SpecAnswer.Wrong<>(findings.problems());
    }
    SpecSection section = SpecSection.of(findings, "", SpecPart.ROOT, root.get());
    if (!section.isReadable()) {
      return new SpecAnswer.Wrong<>(findings.problems());
    }
    SpecDraft draft = draft(section);
    findings.broken(violations(draft));
    return findings.none()
        ? new SpecAnswer.Read<>(draft)
        : new SpecAnswer.Wrong<>(findings.problems());
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
    Optional<SpecSection> loadBalancer = root.section("loadBalancer", SpecPart.LOAD_BALANCER);
    List<TargetGroupDraft> groups =
        root.sections("targetGroups", SpecPart.TARGET_GROUP)
            .map(sections -> sections.stream().map(this::targetGroup).toList())
            .orElseGet(() -> List.of(TargetGroupDraft.smallest()));
    return new SpecDraft(
        root.text("region"),
        loadBalancer
            .flatMap(section -> section.text("name"))
            .orElse(SpecDefaults.LOAD_BALANCER_NAME),
        loadBalancer
            .flatMap(section -> section.choice("scheme", schemes()))
            .orElse(Scheme.INTERNET_FACING),
        loadBalancer.map(this::vpc).orElseGet(VpcChoice.Default::new),
        loadBalancer.map(this::subnets).orElseGet(SubnetChoice.Auto::new),
        groups,
        root.sections("listeners", SpecPart.LISTENER)
            .map(sections -> sections.stream().map(each -> listener(each, groups)).toList())
            .orElseGet(() -> onlyListener(groups)),
        root.section("access", SpecPart.ACCESS)
            .flatMap(section -> section.texts("ingressCidrs"))
            .map(texts -> texts.stream().map(SpecReader::ingress).toList())
            .orElseGet(() -> List.of(new IngressChoice.MyAddress())),
        findings.positions());
  }

  private static SequencedMap<String, Scheme> schemes() {
    SequencedMap<String, Scheme> schemes = new LinkedHashMap<>();
    for (Scheme scheme : Scheme.values()) {
      schemes.put(scheme.awsName(), scheme);
    }
    return schemes;
  }

  private static SequencedMap<String, Protocol> protocols() {
    SequencedMap<String, Protocol> protocols = new LinkedHashMap<>();
    for (Protocol protocol : Protocol.values()) {
      protocols.put(protocol.name(), protocol);
    }
    return protocols;
  }

  private VpcChoice vpc(SpecSection section) {
    section.exclusive("vpcId", "vpc");
    return section
        .text("vpcId")
        .<VpcChoice>map(VpcChoice.ById::new)
        .or(() -> section.text("vpc").map(SpecReader::vpcByWord))
        .orElseGet(VpcChoice.Default::new);
  }

  private static VpcChoice vpcByWord(String word) {
    return word.equals(DEFAULT_VPC) ? new VpcChoice.Default() : new VpcChoice.ByName(word);
  }

  private SubnetChoice subnets(SpecSection section) {
    section.exclusive("subnetIds", "subnets");
    return section
        .texts("subnetIds")
        .<SubnetChoice>map(SubnetChoice.ByIds::new)
        .or(() -> section.texts("subnets").map(SpecReader::subnetsByWord))
        .orElseGet(SubnetChoice.Auto::new);
  }

  private static SubnetChoice subnetsByWord(List<String> words) {
    return words.equals(List.of(AUTO_SUBNETS))
        ? new SubnetChoice.Auto()
        : new SubnetChoice.ByNames(words);
  }

  private static IngressChoice ingress(String word) {
    return word.equals(MY_ADDRESS)
        ? new IngressChoice.MyAddress()
        : new IngressChoice.Network(word);
  }

  private TargetGroupDraft targetGroup(SpecSection section) {
    return new TargetGroupDraft(
        section.text("name").orElseGet(() -> name(section, SpecDefaults.TARGET_GROUP_NAME)),
        section.choice("protocol", protocols()).orElse(Protocol.HTTP),
        section.requiredNumber("port"),
        section
            .section("healthCheck", SpecPart.HEALTH_CHECK)
            .map(this::healthCheck)
            .orElse(SpecDefaults.HEALTH_CHECK),
        section
            .sections("targets", SpecPart.TARGET)
            .map(sections -> sections.stream().map(this::target).toList())
            .orElseGet(List::of));
  }

  /** The default name, unless the part could not be read: then nothing is to be said about it. */
  private String name(SpecSection section, String defaultName) {
    return section.isReadable() ? defaultName : findings.substituteText();
  }

  private HealthCheckSpec healthCheck(SpecSection section) {
    HealthCheckSpec usual = SpecDefaults.HEALTH_CHECK;
    int interval = section.number("intervalSeconds").orElse(usual.intervalSeconds());
    boolean intervalRead = !findings.unreadWithin(section.field("intervalSeconds"));
    return new HealthCheckSpec(
        section.text("path").orElse(usual.path()),
        intervalRead ? interval : Integer.MAX_VALUE,
        section.number("timeoutSeconds").orElse(usual.timeoutSeconds()),
        section.number("healthyThreshold").orElse(usual.healthyThreshold()),
        section.number("unhealthyThreshold").orElse(usual.unhealthyThreshold()));
  }

  private TargetChoice target(SpecSection section) {
    section.exclusive("instanceId", "name");
    if (section.isReadable() && !section.has("instanceId") && !section.has("name")) {
      findings.missing(section.field("instanceId"));
    }
    var port = section.number("port");
    return section
        .text("instanceId")
        .<TargetChoice>map(id -> new TargetChoice.ById(id, port))
        .or(() -> section.text("name").map(name -> new TargetChoice.ByName(name, port)))
        .orElseGet(() -> new TargetChoice.ById(findings.substituteText(), port));
  }

  private ListenerSpec listener(SpecSection section, List<TargetGroupDraft> groups) {
    return new ListenerSpec(
        section.text("name").orElseGet(() -> name(section, SpecDefaults.LISTENER_NAME)),
        section.choice("protocol", protocols()).orElse(Protocol.HTTP),
        section.requiredNumber("port"),
        section.text("targetGroup").orElseGet(() -> onlyGroup(section, groups)));
  }

  private String onlyGroup(SpecSection section, List<TargetGroupDraft> groups) {
    if (groups.size() == 1) {
      return groups.getFirst().name();
    }
    if (section.isReadable() && !section.has("targetGroup")) {
      findings.missing(section.field("targetGroup"));
    }
    return findings.substituteText();
  }

  private List<ListenerSpec> onlyListener(List<TargetGroupDraft> groups) {
    if (groups.size() != 1) {
      if (!findings.unreadWithin("targetGroups") && !groups.isEmpty()) {
        findings.missing("listeners");
      }
      return List.of();
    }
    return List.of(
        new ListenerSpec(
            SpecDefaults.LISTENER_NAME,
            Protocol.HTTP,
            SpecDefaults.PORT,
            groups.getFirst().name()));
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
