package portico.desktop.widget;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** A value in the monospaced font that can be selected, with a button that copies it whole. */
public final class CopyRow extends HBox {
  private final TextField value;

  /**
   * A row; its button has an icon alone, to leave the room to the value.
   *
   * @param id intent id of the value; the button's ends in {@code -copy}
   * @param what names the value for screen readers, such as "DNS name"
   */
  public CopyRow(String id, String what, ObservableValue<String> text) {
    value = new TextField();
    value.setId(id);
    value.setEditable(false);
    value.setAccessibleText(what);
    value.getStyleClass().addAll("copy-value", "mono");
    value.textProperty().bind(text);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(text);
    value.setTooltip(whole);
    StackPane room = new StackPane(value, elided(text));
    room.setMinWidth(0);
    HBox.setHgrow(room, Priority.ALWAYS);
    getStyleClass().add("copy-row");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(room, new CopyButton(id + "-copy", what, "", value::getText));
  }

  /**
   * A field cuts what is too long at its edge, as if that were all. So a label stands for it, and
   * gives way in its middle, until someone wants to select in the field.
   */
  private Label elided(ObservableValue<String> text) {
    Label elided = new ElidedLabel("copy-elided", "mono");
    elided.textProperty().bind(text);
    elided.setMouseTransparent(true);
    elided.setAccessibleRole(AccessibleRole.NODE);
    elided.visibleProperty().bind(value.focusedProperty().not());
    value.opacityProperty().bind(Bindings.when(value.focusedProperty()).then(1.0).otherwise(0.0));
    return elided;
  }

  public CopyRow(String id, String what, String text) {
    this(id, what, new javafx.beans.property.ReadOnlyStringWrapper(text));
  }
}
