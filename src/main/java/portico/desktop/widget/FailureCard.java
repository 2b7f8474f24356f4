package portico.desktop.widget;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.text.DesktopText;
import portico.text.Message;
import portico.text.Words;

/**
 * What did not work: what happened, whether resources may exist, what to do next. The details can
 * be copied, and where it makes sense the user can try again from here.
 */
public final class FailureCard extends VBox {
  private final HBox actions;

  /**
   * @param id intent id; its buttons end in {@code -copy} and {@code -retry}
   */
  public FailureCard(String id, Message message, Optional<Runnable> retry) {
    this(id, message, message.inOneLine(), retry);
  }

  /** With more to copy than is shown, such as the log. */
  public FailureCard(String id, Message message, String details, Optional<Runnable> retry) {
    Words words = DesktopText.words();
    setId(id);
    getStyleClass().addAll("failure-card", Tone.DANGER.styleClass());
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(words.get("failure.error") + ": " + message.inOneLine());
    Label what = Nodes.paragraph(message.what(), "failure-what");
    what.setId(id + "-what");
    what.setGraphic(Nodes.icon(Feather.ALERT_OCTAGON));
    getChildren().add(what);
    addSentence(message.resources(), id + "-resources", "failure-resources");
    addSentence(message.next(), id + "-next", "failure-next");
    actions = new HBox();
    actions.getStyleClass().add("card-actions");
    actions.setAlignment(Pos.CENTER_LEFT);
    retry.ifPresent(
        action ->
            actions
                .getChildren()
                .add(
                    Nodes.button(
                        id + "-retry", words.get("failure.retry"), Feather.ROTATE_CW, action)));
    String copy = words.get("failure.copy");
    actions.getChildren().add(new CopyButton(id + "-copy", copy, copy, () -> details));
    getChildren().add(actions);
  }

  /** Puts further buttons before "Copy details". */
  public void addActions(Node... nodes) {
    actions.getChildren().addAll(actions.getChildren().size() - 1, java.util.List.of(nodes));
  }

  private void addSentence(String text, String id, String styleClass) {
    if (!text.isEmpty()) {
      Label label = Nodes.paragraph(text, styleClass);
      label.setId(id);
      getChildren().add(label);
    }
  }
}
