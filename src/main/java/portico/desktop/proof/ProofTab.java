package portico.desktop.proof;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.EnvironmentTab;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.environment.Environment;

/** The page "Proof" of a deployed environment. */
public final class ProofTab implements EnvironmentTab {
  private final ProofViewModel model;
  private final ProofView view;

  public ProofTab(ProofViewModel model, TimeText times) {
    this.model = model;
    this.view = new ProofView(model, times);
  }

  @Override
  public String id() {
    return "proof";
  }

  @Override
  public String title() {
    return DesktopText.words().get("proof.tab");
  }

  @Override
  public Feather icon() {
    return Feather.CHECK_SQUARE;
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void shown(Environment environment) {
    model.show(environment);
    view.follow(true);
  }

  /** A proof in work goes on: it has an end, and its report is kept. */
  @Override
  public void hidden() {
    view.follow(false);
  }
}
