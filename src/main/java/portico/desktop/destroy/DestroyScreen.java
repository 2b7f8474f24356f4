package portico.desktop.destroy;

import javafx.scene.Node;
import portico.desktop.app.Navigation;
import portico.desktop.app.Screen;

/** Asks before an environment is destroyed. */
public final class DestroyScreen implements Screen {
  private final DestroyModel model;
  private final DestroyView view;

  public DestroyScreen(DestroyModel model, DestroyText text, Navigation navigation) {
    this.model = model;
    view = new DestroyView(model, text, navigation);
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
    model.close();
  }
}
