package portico.desktop.proof;

import java.util.Optional;
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
  private final TimeText times;

  public ProofTab(ProofViewModel model, TimeText times) {
    this.model = model;
    this.times = times;
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
  public Optional<Node> card(Runnable open) {
    return Optional.of(new ProofCard(model, times, open));
  }

  @Override
  public void read(Environment environment) {
    model.show(environment);
  }

  @Override
  public void answering() {
    model.answering();
  }

  @Override
  public void shown(Environment environment) {
    view.follow(true);
  }

  /** A proof in work goes on: it has an end, and its report is kept. */
  @Override
  public void hidden() {
    view.follow(false);
  }
}
