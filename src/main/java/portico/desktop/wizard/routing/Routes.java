package portico.desktop.wizard.routing;

import java.util.Optional;
import portico.desktop.wizard.form.Problem;

/** What a listener does with requests: its rules, and the action for everything else. */
final class Routes {
  private final Forms forms;
  private final ActionForm defaultAction;
  private final RuleList rules;

  Routes(Forms forms) {
    this.forms = forms;
    defaultAction = new ActionForm(forms);
    rules = new RuleList(forms);
  }

  ActionForm defaultAction() {
    return defaultAction;
  }

  RuleList rules() {
    return rules;
  }

  void reveal() {
    defaultAction.reveal();
    rules.rules().forEach(RuleForm::reveal);
    rules.rules().stream()
        .filter(each -> each.problem().isPresent())
        .findFirst()
        .ifPresent(each -> each.openProperty().set(true));
  }

  Optional<Problem> problem() {
    return defaultAction.problem().or(this::ruleProblem);
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
}
