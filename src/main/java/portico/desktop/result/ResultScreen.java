package portico.desktop.result;

import java.time.Duration;
import javafx.scene.Node;
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

  public ResultScreen(ResultModel model, ResultText text, Navigation navigation, LinkOpener links) {
    this.model = model;
    view = new ResultView(model, text, navigation, links);
    healthTimer = new Ticking(HEALTH_PERIOD, model::refreshHealth);
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void shown() {
    model.open();
    healthTimer.start();
  }

  @Override
  public void hidden() {
    healthTimer.stop();
    model.close();
  }

  @Override
  public void refresh() {
    model.check();
    model.refreshHealth();
  }
}
