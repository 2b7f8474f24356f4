package portico.desktop.app;

import javafx.scene.Node;

/** One screen in the frame. All methods are called on the FX thread. */
public interface Screen {
  /** Its nodes, always the same ones. */
  Node node();

  /** It came into view: begin to follow and refresh. */
  default void shown() {}

  /** It left the view, perhaps to come back: stop following. */
  default void hidden() {}

  /** The user asked for what is there now (F5). */
  default void refresh() {}
}
