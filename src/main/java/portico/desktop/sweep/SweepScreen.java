package portico.desktop.sweep;

import javafx.scene.Node;
import portico.desktop.app.Navigation;
import portico.desktop.app.Screen;

/** Looks for leftovers. Leaving it stops what is being removed, after the request under way. */
public final class SweepScreen implements Screen {
  private final SweepViewModel model;
  private final SweepView view;

  public SweepScreen(SweepViewModel model, SweepText text, Navigation navigation) {
    this.model = model;
    view = new SweepView(model, text, navigation);
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void shown() {
    model.open();
  }

  @Override
  public void hidden() {
    model.stop();
  }
}
