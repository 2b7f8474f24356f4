package portico.desktop.wizard.view;

import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import portico.desktop.widget.FormField;
import portico.desktop.widget.IntegerField;
import portico.desktop.widget.ValueText;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Pick;

/** Puts the fields and picks of a view model on the screen. */
public final class FieldView {
  private FieldView() {}

  /** A line of text. */
  public static FormField text(Field field, String help) {
    return of(field, new TextField(), help);
  }

  /** Several lines of text. */
  public static FormField area(Field field, int rows, String help) {
    TextArea control = new TextArea();
    control.setPrefRowCount(rows);
    control.getStyleClass().add("mono");
    return of(field, control, help);
  }

  /** A whole number. */
  public static FormField number(Field field, String help) {
    return of(field, new IntegerField(), help);
  }

  /** A whole number whose help changes with what else is chosen. */
  public static FormField number(Field field, ObservableValue<String> help) {
    return of(field, new IntegerField(), help);
  }

  /** A whole number that may be left out; the prompt says what counts then. */
  public static FormField number(Field field, String help, String prompt) {
    IntegerField control = new IntegerField();
    control.setPromptText(prompt);
    return of(field, control, help);
  }

  /** Any text field, bound in both directions. An underscore in the label is no mnemonic. */
  public static FormField of(Field field, TextInputControl control, String help) {
    return of(field, control, new SimpleStringProperty(help));
  }

  private static FormField of(Field field, TextInputControl control, ObservableValue<String> help) {
    control.textProperty().bindBidirectional(field.textProperty());
    return new FormField(
        field.id(), field.label().replace("_", "__"), control, help, field.message());
  }

  /** One of a few values, in a combo box. */
  public static <E> FormField combo(
      String id, String label, Pick<E> pick, E[] values, Function<E, String> words) {
    ComboBox<E> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setMinWidth(110);
    box.setConverter(new ValueText<>(words));
    pick.property().subscribe(box::setValue);
    box.valueProperty().subscribe(pick::choose);
    return new FormField(id, label, box, "", new SimpleStringProperty(""));
  }

  /** Yes or no. */
  public static CheckBox check(String id, String label, Pick<Boolean> pick) {
    CheckBox box = new CheckBox(label);
    box.setId(id);
    pick.property().subscribe(box::setSelected);
    box.selectedProperty().subscribe(pick::choose);
    return box;
  }
}
