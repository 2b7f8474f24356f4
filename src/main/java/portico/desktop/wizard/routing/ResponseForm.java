package portico.desktop.wizard.routing;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.model.ActionRules;
import portico.model.ActionSpec;

/** An answer that the load balancer gives by itself. */
final class ResponseForm {
  private final String id;
  private final Field status;
  private final ObjectProperty<String> contentType;
  private final Field body;

  ResponseForm(Forms forms) {
    id = forms.id("response");
    status =
        forms.field(
            id + "-status", forms.texts().get("routing.response.status"), forms.faults()::status);
    contentType = forms.heard(new SimpleObjectProperty<>(ActionRules.CONTENT_TYPES.getFirst()));
    body =
        forms.field(id + "-body", forms.texts().get("routing.response.body"), forms.faults()::body);
    status.prefill("404");
  }

  String id() {
    return id;
  }

  Field status() {
    return status;
  }

  ObjectProperty<String> contentTypeProperty() {
    return contentType;
  }

  Field body() {
    return body;
  }

  void prefill(ActionSpec.FixedResponse spec) {
    status.prefill(String.valueOf(spec.status()));
    contentType.set(spec.contentType());
    body.prefill(spec.body());
  }

  void reveal() {
    status.reveal();
    body.reveal();
  }

  Optional<Problem> problem() {
    return status.problem().or(body::problem);
  }

  /** The body counts as it was typed, with its blanks. */
  Optional<ActionSpec> spec() {
    String text = body.textProperty().get();
    return status.isValid() && body.isValid()
        ? Optional.of(
            new ActionSpec.FixedResponse(
                status.number().orElseThrow(), contentType.get(), text == null ? "" : text))
        : Optional.empty();
  }
}
