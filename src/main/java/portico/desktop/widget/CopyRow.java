package portico.desktop.widget;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

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
    HBox.setHgrow(value, Priority.ALWAYS);
    getStyleClass().add("copy-row");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(value, new CopyButton(id + "-copy", what, "", value::getText));
  }

  public CopyRow(String id, String what, String text) {
    this(id, what, new javafx.beans.property.ReadOnlyStringWrapper(text));
  }
}
