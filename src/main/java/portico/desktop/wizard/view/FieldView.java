package portico.desktop.wizard.view;

import javafx.scene.control.TextField;
import portico.desktop.widget.FormField;
import portico.desktop.widget.IntegerField;
import portico.desktop.wizard.form.Field;

/** Puts a field of a view model on the screen. */
public final class FieldView {
  private FieldView() {}

  /** A line of text. */
  public static FormField text(Field field, String help) {
    return of(field, new TextField(), help);
  }

  /** A whole number. */
  public static FormField number(Field field, String help) {
    return of(field, new IntegerField(), help);
  }

  /** Any text field, bound in both directions. An underscore in the label is no mnemonic. */
  public static FormField of(Field field, TextField control, String help) {
    control.textProperty().bindBidirectional(field.textProperty());
    return new FormField(
        field.id(), field.label().replace("_", "__"), control, help, field.message());
  }
}
