package portico.desktop.wizard.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.form.Problem;
import portico.model.ApiKeyGate;
import portico.model.ConditionRules;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.Shadowing;

/** What a listener does with requests: its rules, and the action for everything else. */
final class Routes {
  private final Forms forms;
  private final ActionForm defaultAction;
  private final RuleList rules;
  private final GateForm gate;
  private final ObjectBinding<Map<Integer, Integer>> hidden;

  Routes(Forms forms) {
    this.forms = forms;
    defaultAction = new ActionForm(forms);
    rules = new RuleList(forms);
    gate = new GateForm(forms);
    hidden = Bindings.createObjectBinding(this::currentHidden, forms.changes());
  }

  GateForm gate() {
    return gate;
  }

  /** By the priority of a rule that never applies, that of the rule which takes its requests. */
  ObservableValue<Map<Integer, Integer>> hidden() {
    return hidden;
  }

  /** Rules that are not complete yet hide nothing. */
  private Map<Integer, Integer> currentHidden() {
    ListenerSpec listener =
        gate.apply(
            new ListenerSpec(
                "",
                Protocol.HTTP,
                1,
                Optional.empty(),
                defaultAction.spec().orElse(ApiKeyGate.REFUSAL),
                rules.complete()));
    return Shadowing.of(listener).stream()
        .collect(
            Collectors.toMap(Shadowing.Hidden::priority, Shadowing.Hidden::hiddenBy, (a, b) -> a));
  }

  /** Takes over rules, default action and gate of an existing listener. */
  void prefill(ListenerSpec spec) {
    List<ListenerRuleSpec> sorted =
        spec.rules().stream().sorted(Comparator.comparingInt(ListenerRuleSpec::priority)).toList();
    ListenerSpec open =
        gate.prefill(
            new ListenerSpec(
                spec.name(),
                spec.protocol(),
                spec.port(),
                spec.tls(),
                spec.defaultAction(),
                sorted));
    defaultAction.prefill(open.defaultAction());
    rules.prefill(open.rules());
  }

  ActionForm defaultAction() {
    return defaultAction;
  }

  RuleList rules() {
    return rules;
  }

  void reveal() {
    defaultAction.reveal();
    gate.reveal();
    rules.rules().forEach(RuleForm::reveal);
    rules.rules().stream()
        .filter(each -> each.problem().isPresent())
        .findFirst()
        .ifPresent(each -> each.openProperty().set(true));
  }

  Optional<Problem> problem() {
    return defaultAction.problem().or(this::ruleProblem).or(gate::problem).or(this::noRoom);
  }

  private Optional<Problem> ruleProblem() {
    for (RuleForm rule : rules.rules()) {
      Optional<Problem> found = rule.problem();
      if (found.isPresent()) {
        return found.map(
            each ->
                new Problem(
                    each.control(),
                    forms
                        .texts()
                        .get("routing.problem.rule", rule.priority().text(), each.text())));
      }
    }
    return Optional.empty();
  }

  /** AWS counts the key among a rule's values. */
  private Optional<Problem> noRoom() {
    if (!gate.onProperty().get()) {
      return Optional.empty();
    }
    for (RuleForm rule : rules.rules()) {
      if (rule.action().kindProperty().get() == ActionKind.FORWARD
          && rule.valueCount() >= ConditionRules.VALUES_MAX) {
        return Optional.of(
            new Problem(
                rule.id() + "-edit",
                forms
                    .texts()
                    .get(
                        "routing.gate.no-room",
                        rule.priority().text(),
                        ConditionRules.VALUES_MAX)));
      }
    }
    return Optional.empty();
  }
}
