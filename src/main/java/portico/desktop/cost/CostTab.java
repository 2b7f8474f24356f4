package portico.desktop.cost;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.EnvironmentTab;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.environment.Environment;

/** What the environment costs. */
public final class CostTab implements EnvironmentTab {
  private final CostModel model;
  private final CostView view;

  public CostTab(CostModel model, TimeText times) {
    this.model = model;
    view = new CostView(model, times);
  }

  @Override
  public String id() {
    return "cost";
  }

  @Override
  public String title() {
    return DesktopText.words().get("cost.title");
  }

  @Override
  public Feather icon() {
    return Feather.DOLLAR_SIGN;
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void shown(Environment environment) {
    model.open(environment);
  }

  @Override
  public void hidden() {
    model.close();
  }
}
