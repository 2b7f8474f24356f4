package portico.desktop.result;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import portico.desktop.app.EnvironmentTab;
import portico.desktop.app.LinkOpener;
import portico.desktop.app.Navigation;
import portico.desktop.app.Screen;
import portico.desktop.widget.Ticking;

/** The result page; asks for the targets' health every five seconds while it is in view. */
public final class ResultScreen implements Screen {
  private static final Duration HEALTH_PERIOD = Duration.ofSeconds(5);

  private final ResultModel model;
  private final ResultView view;
  private final Ticking healthTimer;

  /**
   * @param tabs further pages beside the overview
   */
  public ResultScreen(
      ResultModel model,
      ResultText text,
      Navigation navigation,
      LinkOpener links,
      List<EnvironmentTab> tabs) {
    this.model = model;
    view = new ResultView(model, text, navigation, links, tabs);
    healthTimer = new Ticking(HEALTH_PERIOD, model::refreshHealth);
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void shown() {
    model.open();
    view.setInView(true);
    healthTimer.start();
  }

  @Override
  public void hidden() {
    healthTimer.stop();
    view.setInView(false);
    model.close();
  }

  @Override
  public void refresh() {
    model.check();
    model.refreshHealth();
  }
}
