package portico.desktop.widget;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import portico.desktop.text.DesktopText;
import portico.text.Words;

/** Asks for a name to be typed before something that cannot be undone. */
public final class ConfirmByName extends VBox {
  private final TextField field = new TextField();
  private final BooleanBinding confirmed;

  public ConfirmByName(String id, String name) {
    Words words = DesktopText.words();
    field.setId(id);
    field.getStyleClass().add("mono");
    Label label = Nodes.label(words.get("confirm.label", name), "form-label");
    label.setLabelFor(field);
    field.setAccessibleHelp(words.get("confirm.help"));
    confirmed =
        Bindings.createBooleanBinding(() -> field.getText().equals(name), field.textProperty());
    getStyleClass().add("form-field");
    getChildren().addAll(label, field, Nodes.paragraph(words.get("confirm.help"), "form-help"));
  }

  /** Whether the name stands in the field, exactly. */
  public BooleanBinding confirmedBinding() {
    return confirmed;
  }

  public TextField field() {
    return field;
  }
}
