package portico.desktop.widget;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the plain nodes that screens share: icons, labels, buttons, spacers. */
public final class Nodes {
  private Nodes() {}

  public static FontIcon icon(Feather feather) {
    return new FontIcon(feather);
  }

  /** One line of text that ends in an ellipsis where there is no room. */
  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** Text that wraps, and takes the height it needs. */
  public static Label paragraph(String text, String... styleClasses) {
    Label label = label(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /**
   * A button with its intent id.
   *
   * @param text may contain an underscore before its mnemonic
   */
  public static Button button(String id, String text, Feather feather, Runnable action) {
    Button button = new Button(text, icon(feather));
    button.setId(id);
    button.setMnemonicParsing(true);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** A button without text; its name is its tooltip, and what a screen reader says. */
  public static Button iconButton(String id, String name, Feather feather, Runnable action) {
    Button button = new Button("", icon(feather));
    button.setId(id);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.getStyleClass().addAll("button-icon", "flat");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Empty space that pushes what follows to the other end of a row. */
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** Shows or hides a node together with the room that it takes. */
  public static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
