package portico.desktop.wizard.review;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import portico.desktop.widget.FormField;
import portico.desktop.widget.ValueText;
import portico.desktop.wizard.form.Texts;

/** The choice when the environment shall end by itself. */
final class EndingField extends VBox {
  EndingField(EndingChoice choice, Texts texts) {
    ComboBox<EndingChoice.Option> box = new ComboBox<>();
    box.setMinWidth(180);
    box.setConverter(new ValueText<>(choice::words));
    choice
        .options()
        .subscribe(
            options -> {
              box.getItems().setAll(options);
              box.setValue(choice.pick().get());
            });
    choice.pick().property().subscribe(box::setValue);
    box.valueProperty()
        .subscribe(
            value -> {
              if (value != null) {
                choice.pick().choose(value);
              }
            });
    getChildren()
        .add(
            new FormField(
                "wizard-ends",
                texts.get("review.ends"),
                box,
                texts.get("review.ends.help"),
                new SimpleStringProperty("")));
  }
}
