package portico.desktop.environments;

import java.time.Duration;
import javafx.scene.Node;
import portico.desktop.app.Navigation;
import portico.desktop.app.Screen;
import portico.desktop.widget.Ticking;

/** The environments, read again every three seconds while they are in view. */
public final class EnvironmentsScreen implements Screen {
  private static final Duration PERIOD = Duration.ofSeconds(3);

  private final EnvironmentsModel model;
  private final EnvironmentsView view;
  private final Ticking timer;

  public EnvironmentsScreen(EnvironmentsModel model, EnvironmentsText text, Navigation navigation) {
    this.model = model;
    view = new EnvironmentsView(model, text, navigation);
    timer =
        new Ticking(
            PERIOD,
            () -> {
              model.refresh();
              view.tick();
            });
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void shown() {
    model.refresh();
    timer.start();
  }

  @Override
  public void hidden() {
    timer.stop();
  }

  @Override
  public void refresh() {
    model.refresh();
  }
}
