package portico.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import portico.model.ActionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.Protocol;
import portico.model.SpecDefaults;
import portico.spec.ListenerDraft.TlsDraft;
import portico.spec.SpecDraft.CertificateChoice;

/** Reads listeners with their rules. */
final class ListenerReader {
  private static final int PRIORITY_STEP = 10;

  private final SpecFindings findings;
  private final ActionReader actions;
  private final ConditionReader conditions;
  private final List<TargetGroupDraft> groups;

  ListenerReader(SpecFindings findings, List<TargetGroupDraft> groups) {
    this.findings = findings;
    this.actions = new ActionReader(findings);
    this.conditions = new ConditionReader(findings);
    this.groups = groups;
  }

  ListenerDraft read(SpecSection section) {
    Optional<TlsDraft> tls = tls(section);
    return new ListenerDraft(
        section.text("name").orElseGet(() -> name(section)),
        section
            .choice("protocol", TargetGroupReader.protocols())
            .orElse(tls.isPresent() ? Protocol.HTTPS : Protocol.HTTP),
        section.requiredNumber("port"),
        tls,
        defaultAction(section),
        section.sections("rules", SpecPart.RULE).map(this::rules).orElseGet(List::of));
  }

  /** The default name, unless the part could not be read: then nothing is to be said about it. */
  private String name(SpecSection section) {
    return section.isReadable() ? SpecDefaults.LISTENER_NAME : findings.substituteText();
  }

  private Optional<TlsDraft> tls(SpecSection section) {
    section.exclusive("tls", "certificate");
    if (section.has("tls")) {
      return section.section("tls", SpecPart.TLS).map(this::tlsPart);
    }
    if (section.has("certificate")) {
      findings.shortForm(section.field("tls"), section.field("certificate"));
    }
    findings.shortForm(section.field("tls.certificateArn"), section.field("certificate"));
    return section
        .text("certificate")
        .map(word -> new TlsDraft(TlsDraft.POLICY, certificate(word), List.of()));
  }

  private TlsDraft tlsPart(SpecSection section) {
    section.exclusive("certificateArn", "certificate");
    section.exclusive("furtherCertificateArns", "furtherCertificates");
    if (!section.has("certificateArn")) {
      section.need("certificate");
      findings.shortForm(section.field("certificateArn"), section.field("certificate"));
    }
    if (!section.has("furtherCertificateArns")) {
      findings.shortForm(
          section.field("furtherCertificateArns"), section.field("furtherCertificates"));
    }
    return new TlsDraft(
        section.text("policy").orElse(TlsDraft.POLICY),
        section
            .text("certificateArn")
            .<CertificateChoice>map(CertificateChoice.ByArn::new)
            .or(() -> section.text("certificate").map(ListenerReader::certificate))
            .orElseGet(() -> new CertificateChoice.ByArn(findings.substituteText())),
        section
            .texts("furtherCertificateArns")
            .<List<CertificateChoice>>map(
                arns -> arns.stream().<CertificateChoice>map(CertificateChoice.ByArn::new).toList())
            .or(
                () ->
                    section
                        .texts("furtherCertificates")
                        .map(words -> words.stream().map(ListenerReader::certificate).toList()))
            .orElseGet(List::of));
  }

  private static CertificateChoice certificate(String word) {
    return word.startsWith("arn:")
        ? new CertificateChoice.ByArn(word)
        : new CertificateChoice.ByDomain(word);
  }

  private ActionSpec defaultAction(SpecSection section) {
    String modelField = section.field("defaultAction");
    ActionReader.FORMS.forEach(form -> section.exclusive("targetGroup", form));
    section.exclusive("targetGroup", "defaultAction");
    if (section.has("targetGroup")) {
      String field = section.field("targetGroup");
      findings.shortForm(modelField, field);
      findings.shortForm(modelField + ".targetGroups", field);
      actions.only(modelField, field);
      return ActionSpec.Forward.to(section.text("targetGroup").orElseGet(findings::substituteText));
    }
    return actions.read(section, "defaultAction", modelField).orElseGet(() -> toOnlyGroup(section));
  }

  private ActionSpec toOnlyGroup(SpecSection section) {
    if (groups.size() == 1 && !section.has("defaultAction")) {
      return ActionSpec.Forward.to(groups.getFirst().name());
    }
    if (ActionReader.FORMS.stream().noneMatch(section::has) && !section.has("defaultAction")) {
      section.need("targetGroup");
    }
    return actions.substitute();
  }

  private List<ListenerRuleSpec> rules(List<SpecSection> sections) {
    List<OptionalInt> given = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (SpecSection section : sections) {
      OptionalInt priority = section.number("priority");
      priority.ifPresent(taken::add);
      given.add(priority);
    }
    List<ListenerRuleSpec> rules = new ArrayList<>();
    int last = 0;
    for (int index = 0; index < sections.size(); index++) {
      int priority = given.get(index).orElse(next(last, taken));
      last = Math.max(0, priority);
      rules.add(rule(sections.get(index), priority));
    }
    return rules;
  }

  /** The next round number behind the rule before, which no rule of the file has. */
  private static int next(int last, Set<Integer> taken) {
    int next = (last / PRIORITY_STEP + 1) * PRIORITY_STEP;
    while (taken.contains(next)) {
      next += PRIORITY_STEP;
    }
    return next;
  }

  private ListenerRuleSpec rule(SpecSection section, int priority) {
    if (section.isReadable()) {
      section.need("conditions");
    }
    return new ListenerRuleSpec(
        section.text("name").orElse(""),
        priority,
        section
            .sections("conditions", SpecPart.CONDITION)
            .map(each -> each.stream().map(conditions::read).toList())
            .orElseGet(List::of),
        actions
            .read(section, "action", section.field("action"))
            .orElseGet(
                () -> {
                  if (ActionReader.FORMS.stream().noneMatch(section::has)) {
                    section.need("action");
                  }
                  return actions.substitute();
                }));
  }
}
