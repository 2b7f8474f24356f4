package portico.desktop.wizard.view;

import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** A box to search a list with. */
public final class SearchBox {
  private SearchBox() {}

  /** The box; Escape empties it. */
  public static TextField create(String id, String name, String prompt, StringProperty text) {
    TextField box = new TextField();
    box.setId(id);
    box.setPromptText(prompt);
    box.setAccessibleText(name);
    box.textProperty().bindBidirectional(text);
    box.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !box.getText().isEmpty()) {
            box.clear();
            event.consume();
          }
        });
    box.setPrefColumnCount(18);
    return box;
  }
}
