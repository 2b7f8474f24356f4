package portico.desktop.export;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.EnvironmentTab;
import portico.desktop.text.DesktopText;
import portico.environment.Environment;

/** The environment as code of another tool. */
public final class ExportTab implements EnvironmentTab {
  private final ExportModel model;
  private final ExportView view;

  public ExportTab(ExportModel model) {
    this.model = model;
    view = new ExportView(model);
  }

  @Override
  public String id() {
    return "export";
  }

  @Override
  public String title() {
    return DesktopText.words().get("export.tab");
  }

  @Override
  public Feather icon() {
    return Feather.PACKAGE;
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
  public void hidden() {}
}
