package portico.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/** The controls below a node that the Tab key reaches, and what a screen reader calls them. */
public final class FocusableControls {
  private final List<Control> controls = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

  /** Reads what is shown and enabled now. */
  public FocusableControls(Parent root) {
    collect(root);
  }

  public List<Control> all() {
    return List.copyOf(controls);
  }

  /** Its own accessible text, its own words, or those of the label that points at it. */
  public String nameOf(Control control) {
    if (control.getAccessibleText() != null && !control.getAccessibleText().isBlank()) {
      return control.getAccessibleText();
    }
    if (control instanceof Labeled labeled && hasWords(labeled.getText())) {
      return labeled.getText();
    }
    return labels.stream()
        .filter(label -> control.equals(label.getLabelFor()))
        .map(Label::getText)
        .filter(FocusableControls::hasWords)
        .findFirst()
        .orElse("");
  }

  private static boolean hasWords(String text) {
    return text != null && text.codePoints().anyMatch(Character::isLetter);
  }

  private void collect(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node instanceof Control control && control.isFocusTraversable()) {
      controls.add(control);
    }
    if (node instanceof Label label) {
      labels.add(label);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::collect);
    }
  }
}
