package portico.desktop.widget;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/** Asks in a dialog of its own over a window. Escape always means the last choice. */
public final class Dialogs {
  /**
   * One button of a dialog.
   *
   * @param id its intent id
   * @param data JavaFX's word for its role and place; exactly one choice has CANCEL_CLOSE
   * @param action what it does after the dialog has closed
   */
  public record Choice(String id, String text, ButtonData data, Runnable action) {}

  private Dialogs() {}

  /**
   * Shows a dialog and returns at once.
   *
   * @return the buttons in the order of {@code choices}
   */
  public static List<Button> ask(Window owner, String title, Node content, List<Choice> choices) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(title);
    DialogPane pane = dialog.getDialogPane();
    pane.getStylesheets().setAll(owner.getScene().getStylesheets());
    pane.getStyleClass().add("portico-dialog");
    pane.setHeader(Nodes.paragraph(title, "dialog-title"));
    pane.setContent(content);
    List<ButtonType> types =
        choices.stream().map(each -> new ButtonType(each.text(), each.data())).toList();
    pane.getButtonTypes().setAll(types);
    List<Button> buttons =
        IntStream.range(0, choices.size())
            .mapToObj(
                index -> {
                  Button button = (Button) pane.lookupButton(types.get(index));
                  button.setId(choices.get(index).id());
                  return button;
                })
            .collect(Collectors.toList());
    dialog.setOnHidden(
        event -> {
          ButtonType result = dialog.getResult();
          int index = result == null ? -1 : types.indexOf(result);
          if (index >= 0) {
            choices.get(index).action().run();
          }
        });
    dialog.show();
    return buttons;
  }
}
