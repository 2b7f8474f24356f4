package portico.desktop.widget;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;

/**
 * A text that gives way in its middle where there is no room for it: of an ARN, the beginning says
 * what it is and the end which one.
 */
public final class ElidedLabel extends Label {
  /** An empty one; it takes the width that it is given and asks for none. */
  public ElidedLabel(String... styles) {
    setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    setEllipsisString("\u2026");
    setMinWidth(0);
    setPrefWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    getStyleClass().addAll(styles);
  }
}
