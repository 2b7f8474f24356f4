package portico.desktop.wizard.routing;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import portico.desktop.wizard.form.Problem;
import portico.model.ActionSpec;

/** What is done with requests. Whatever was entered for another kind is kept. */
final class ActionForm {
  private final String id;
  private final Forms forms;
  private final ObjectProperty<ActionKind> kind;
  private final ForwardForm forward;
  private final RedirectForm redirect;
  private final ResponseForm response;

  ActionForm(Forms forms) {
    this.forms = forms;
    id = forms.id("action");
    kind = forms.heard(new SimpleObjectProperty<>(ActionKind.FORWARD));
    forward = new ForwardForm(forms);
    redirect = new RedirectForm(forms);
    response = new ResponseForm(forms);
  }

  String id() {
    return id;
  }

  ObjectProperty<ActionKind> kindProperty() {
    return kind;
  }

  ForwardForm forward() {
    return forward;
  }

  RedirectForm redirect() {
    return redirect;
  }

  ResponseForm response() {
    return response;
  }

  void prefill(ActionSpec spec) {
    forms.atOnce(
        () -> {
          switch (spec) {
            case ActionSpec.Forward given -> {
              kind.set(ActionKind.FORWARD);
              forward.prefill(given);
            }
            case ActionSpec.Redirect given -> {
              kind.set(ActionKind.REDIRECT);
              redirect.prefill(given);
            }
            case ActionSpec.FixedResponse given -> {
              kind.set(ActionKind.FIXED_RESPONSE);
              response.prefill(given);
            }
          }
        });
  }

  void reveal() {
    forward.reveal();
    redirect.reveal();
    response.reveal();
  }

  Optional<Problem> problem() {
    return switch (kind.get()) {
      case FORWARD -> forward.problem();
      case REDIRECT -> redirect.problem();
      case FIXED_RESPONSE -> response.problem();
    };
  }

  /** The action, if it is complete; a group that is gone is its problem, not its gap. */
  Optional<ActionSpec> spec() {
    return switch (kind.get()) {
      case FORWARD -> forward.spec();
      case REDIRECT -> redirect.spec();
      case FIXED_RESPONSE -> response.spec();
    };
  }
}
