package portico.desktop.app;

import java.util.Optional;
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

  /**
   * A card about this page for the overview, made once.
   *
   * @param open turns to this page
   */
  default Optional<Node> card(Runnable open) {
    return Optional.empty();
  }

  /** The environment was read, whichever of its pages is in view. */
  default void read(Environment environment) {}

  /** A target is healthy and the load balancer's name resolves: requests can be answered. */
  default void answering() {}

  /** The page comes into view, or the environment was read again while it is in view. */
  void shown(Environment environment);

  /** The page goes out of view: stop timers, release connections. */
  void hidden();
}
