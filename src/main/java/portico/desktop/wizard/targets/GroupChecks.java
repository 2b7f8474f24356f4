package portico.desktop.wizard.targets;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.LoadBalancerSpec;
import portico.model.Rule;
import portico.model.Scheme;
import portico.model.SpecRules;
import portico.model.TargetGroupSpec;
import portico.model.Violation;

/**
 * The rules on a target group as a whole, asked with what its form would make now. So a field knows
 * of the rules on it alone and of those on it together with others.
 */
final class GroupChecks {
  private static final String GROUP = "targetGroups[0].";
  private static final Pattern INDEX = Pattern.compile("targets\\[(\\d+)].*");

  private final Texts texts;
  private final ReadOnlyObjectWrapper<List<Violation>> found =
      new ReadOnlyObjectWrapper<>(List.of());

  GroupChecks(Texts texts) {
    this.texts = texts;
  }

  /** What faults that ask here depend on. */
  Observable found() {
    return found;
  }

  /** Asks the rules; some of them look at the region. */
  void check(TargetGroupSpec group, String region) {
    found.set(
        SpecRules.check(alone(group, region)).stream()
            .filter(each -> each.field().startsWith(GROUP))
            .map(GroupChecks::ofTheGroup)
            .toList());
  }

  /** What is wrong at a field of the group, such as {@code attributes.slowStartSeconds}. */
  Optional<String> at(String field) {
    return texts.first(found.get().stream().filter(each -> each.field().equals(field)).toList());
  }

  /** What is wrong at a field of the group or inside it. */
  Optional<String> within(String field) {
    return texts.first(
        found.get().stream().filter(each -> each.field().startsWith(field)).toList());
  }

  /** What is wrong first of all. */
  Optional<String> first() {
    return texts.first(found.get());
  }

  /** The number of the first target that is wrong, from 0 on. */
  Optional<Integer> wrongTarget() {
    return found.get().stream()
        .map(each -> INDEX.matcher(each.field()))
        .filter(matcher -> matcher.matches())
        .map(matcher -> Integer.valueOf(matcher.group(1)))
        .findFirst();
  }

  /** What is wrong with a text that must not be empty. */
  static Optional<String> requiredFault(Texts texts, String text) {
    return text.isEmpty()
        ? texts.first(List.of(Violation.of("", Rule.REQUIRED)))
        : Optional.empty();
  }

  /** What is wrong with a text as a whole number. */
  static Optional<String> numberFault(Texts texts, String text) {
    return requiredFault(texts, text)
        .or(
            () ->
                Field.number(text).isPresent()
                    ? Optional.empty()
                    : Optional.of(texts.get("targets.number", text)));
  }

  private static Violation ofTheGroup(Violation each) {
    return new Violation(each.field().substring(GROUP.length()), each.rule(), each.facts());
  }

  /** An environment of which only the group matters. */
  private static EnvironmentSpec alone(TargetGroupSpec group, String region) {
    return new EnvironmentSpec(
        region,
        new LoadBalancerSpec("", Scheme.INTERNET_FACING, "", List.of()),
        List.of(group),
        List.of(),
        new AccessSpec(List.of()));
  }
}
