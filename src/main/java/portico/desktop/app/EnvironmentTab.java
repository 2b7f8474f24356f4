package portico.desktop.app;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import portico.environment.Environment;

/** One page of a deployed environment's screen. Called on the FX thread. */
public interface EnvironmentTab {
  /** Its id, such as {@code map}; its button is {@code result-tab-map}. */
  String id();

  String title();

  Feather icon();

  Node node();

  /** The page comes into view, or the environment was read again while it is in view. */
  void shown(Environment environment);

  /** The page goes out of view: stop timers, release connections. */
  void hidden();
}
