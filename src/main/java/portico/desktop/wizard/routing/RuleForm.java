package portico.desktop.wizard.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.model.ConditionSpec;
import portico.model.ListenerRuleSpec;

/** A rule of a listener. */
final class RuleForm {
  private final Forms forms;
  private final String id;
  private final Field name;
  private final Field priority;
  private final ObservableList<ConditionForm> conditions = FXCollections.observableArrayList();
  private final ActionForm action;
  private final BooleanProperty open = new SimpleBooleanProperty();

  /**
   * @param taken whether another rule of the listener than the given one has that priority
   */
  RuleForm(Forms forms, Predicate<RuleForm> taken) {
    this.forms = forms;
    id = forms.id("rule");
    name =
        forms.field(id + "-name", forms.texts().get("routing.rule.name"), forms.faults()::ruleName);
    priority =
        forms.comparedField(
            id + "-priority",
            forms.texts().get("routing.rule.priority"),
            text ->
                forms
                    .faults()
                    .priority(text)
                    .or(
                        () ->
                            taken.test(this)
                                ? Optional.of(
                                    forms.texts().get("routing.rule.priority.taken", text))
                                : Optional.empty()));
    action = new ActionForm(forms);
    conditions.add(new ConditionForm(forms, ConditionKind.PATH));
  }

  /** Beginning of the intent ids of its controls. */
  String id() {
    return id;
  }

  Field name() {
    return name;
  }

  Field priority() {
    return priority;
  }

  OptionalInt priorityNow() {
    return priority.number();
  }

  /** At least one. */
  ObservableList<ConditionForm> conditions() {
    return conditions;
  }

  ActionForm action() {
    return action;
  }

  /** Whether it is being edited. */
  BooleanProperty openProperty() {
    return open;
  }

  /** Adds a condition of a kind that the rule does not look at yet. */
  void addCondition() {
    List<ConditionKind> used = conditions.stream().map(each -> each.kindProperty().get()).toList();
    ConditionKind next =
        Arrays.stream(ConditionKind.values())
            .filter(each -> !used.contains(each))
            .findFirst()
            .orElse(ConditionKind.HEADER);
    conditions.add(new ConditionForm(forms, next));
    forms.changed();
  }

  /** Removes a condition; the last one stays. */
  void remove(ConditionForm condition) {
    if (conditions.size() > 1) {
      conditions.remove(condition);
      forms.changed();
    }
  }

  void prefill(ListenerRuleSpec spec) {
    forms.atOnce(
        () -> {
          name.prefill(spec.name());
          priority.prefill(String.valueOf(spec.priority()));
          conditions.clear();
          for (ConditionSpec each : spec.conditions()) {
            ConditionForm form = new ConditionForm(forms, ConditionKind.PATH);
            form.prefill(each);
            conditions.add(form);
          }
          action.prefill(spec.action());
        });
  }

  /** How many values AWS counts in it. */
  int valueCount() {
    return conditions.stream()
        .mapToInt(
            each -> each.kindProperty().get() == ConditionKind.API_KEY ? 1 : each.values().size())
        .sum();
  }

  void reveal() {
    name.reveal();
    priority.reveal();
    conditions.forEach(ConditionForm::reveal);
    action.reveal();
  }

  Optional<Problem> problem() {
    return conditions.stream()
        .flatMap(each -> each.problem().stream())
        .findFirst()
        .or(action::problem)
        .or(name::problem)
        .or(priority::problem);
  }

  Optional<ListenerRuleSpec> spec() {
    List<ConditionSpec> found = new ArrayList<>();
    conditions.forEach(each -> each.spec().ifPresent(found::add));
    if (found.size() != conditions.size() || !name.isValid() || !priority.isValid()) {
      return Optional.empty();
    }
    return action
        .spec()
        .map(
            done ->
                new ListenerRuleSpec(
                    Forms.value(name), priority.number().orElseThrow(), found, done));
  }
}
