package portico.desktop.wizard;

import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.Node;
import portico.desktop.app.LinkOpener;
import portico.desktop.app.Navigation;
import portico.desktop.app.Screen;
import portico.desktop.app.WizardStart;
import portico.desktop.fx.Background;
import portico.desktop.wizard.form.Texts;
import portico.service.Services;

/** The wizard as a screen of the desktop. */
public final class WizardScreen implements Screen {
  private final WizardViewModel model;
  private final WizardView view;

  /**
   * Fits {@link portico.desktop.app.WizardFactory}.
   *
   * @param start the environment to change; empty to set a new one up
   */
  public WizardScreen(
      Services services,
      Background background,
      Navigation navigation,
      LinkOpener links,
      Optional<WizardStart> start) {
    model =
        new WizardViewModel(
            services, background, Texts.load(), navigation, links, InstantSource.system(), start);
    view = new WizardView(model);
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void shown() {
    model.enter();
  }
}
