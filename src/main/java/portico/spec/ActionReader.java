package portico.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import portico.model.ActionSpec;
import portico.model.ActionSpec.FixedResponse;
import portico.model.ActionSpec.Forward;
import portico.model.ActionSpec.Redirect;
import portico.model.WeightedTargetGroup;

/** Reads what is done with requests, in all of its forms. */
final class ActionReader {
  /** The forms of an action; one of them says what is done. */
  static final List<String> FORMS =
      List.of("forward", "redirectToHttps", "redirect", "fixedResponse");

  private final SpecFindings findings;

  ActionReader(SpecFindings findings) {
    this.findings = findings;
  }

  /**
   * The action in one of a section's fields.
   *
   * @param holder the field that may hold the action as a part of its own
   * @param modelField the action's path in the model
   * @return empty when there is none
   */
  Optional<ActionSpec> read(SpecSection section, String holder, String modelField) {
    List<String> names = new ArrayList<>(List.of(holder));
    names.addAll(FORMS);
    Optional<String> form = section.only(names);
    if (form.equals(Optional.of(holder))) {
      return section.section(holder, SpecPart.ACTION).map(inner -> held(inner, modelField));
    }
    return form.flatMap(section::value).map(value -> action(value, form.get(), modelField));
  }

  private ActionSpec held(SpecSection section, String modelField) {
    Optional<String> form = section.only(FORMS);
    if (form.isEmpty()) {
      section.need("forward");
    }
    return form.flatMap(section::value)
        .map(value -> action(value, form.get(), modelField))
        .orElseGet(this::substitute);
  }

  /** In place of an action that could not be read. */
  ActionSpec substitute() {
    return Forward.to(findings.substituteText());
  }

  private ActionSpec action(SpecValue value, String form, String modelField) {
    findings.shortForm(modelField, value.field());
    return switch (form) {
      case "redirectToHttps" -> {
        findings.shortForm(modelField + ".port", value.field());
        yield Redirect.toHttps(value.number());
      }
      case "redirect" -> redirect(value.section(SpecPart.REDIRECT));
      case "fixedResponse" -> fixedResponse(value.section(SpecPart.FIXED_RESPONSE));
      default -> forward(value, modelField);
    };
  }

  private Forward forward(SpecValue value, String modelField) {
    String groups = modelField + ".targetGroups";
    if (value.isText()) {
      findings.shortForm(groups, value.field());
      findings.shortForm(groups + "[0]", value.field());
      only(modelField, value.field());
      return Forward.to(value.text());
    }
    if (value.isList()) {
      findings.shortForm(groups, value.field());
      only(modelField, value.field() + "[0]");
      return new Forward(weighted(value), OptionalInt.empty());
    }
    SpecSection section = value.section(SpecPart.FORWARD);
    section.need("targetGroups");
    only(modelField, section.field("targetGroups[0].targetGroup"));
    return new Forward(
        section
            .value("targetGroups")
            .map(this::weighted)
            .orElseGet(() -> Forward.to(findings.substituteText()).targetGroups()),
        section.number("stickinessSeconds"));
  }

  /** The rules say of the only group of an action that it is its owner's. */
  void only(String modelField, String field) {
    String owner = modelField.substring(0, modelField.lastIndexOf('.'));
    findings.shortForm(owner + ".targetGroup", field);
    findings.shortForm(modelField + ".targetGroups[0].targetGroup", field);
  }

  private List<WeightedTargetGroup> weighted(SpecValue list) {
    return list.items().stream().map(this::weightedGroup).toList();
  }

  /** A name alone has weight 1. */
  private WeightedTargetGroup weightedGroup(SpecValue value) {
    if (value.isText()) {
      findings.shortForm(value.field() + ".targetGroup", value.field());
      return new WeightedTargetGroup(value.text(), 1);
    }
    SpecSection section = value.section(SpecPart.WEIGHTED_TARGET_GROUP);
    return new WeightedTargetGroup(
        section.requiredText("targetGroup"), section.number("weight").orElse(1));
  }

  private static Redirect redirect(SpecSection section) {
    return new Redirect(
        section.flag("permanent", true),
        section.choice("protocol", TargetGroupReader.protocols()),
        section.number("port"),
        section.text("host"),
        section.text("path"),
        section.text("query"));
  }

  private static FixedResponse fixedResponse(SpecSection section) {
    return new FixedResponse(
        section.requiredNumber("status"),
        section.text("contentType").orElse("text/plain"),
        section.text("body").orElse(""));
  }
}
