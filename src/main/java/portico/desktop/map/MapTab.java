package portico.desktop.map;

import java.time.Duration;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.EnvironmentTab;
import portico.desktop.app.Navigation;
import portico.desktop.text.DesktopText;
import portico.desktop.widget.Ticking;
import portico.environment.Environment;

/** The resource map with live health; looks every five seconds while it is in view. */
public final class MapTab implements EnvironmentTab {
  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final MapViewModel model;
  private final MapTabView view;
  private final Ticking timer;

  public MapTab(MapViewModel model, Navigation navigation) {
    this.model = model;
    view = new MapTabView(model);
    timer = new Ticking(PERIOD, model::look);
    model.startedProperty().subscribe(started -> started.ifPresent(navigation::showOperation));
  }

  @Override
  public String id() {
    return "map";
  }

  @Override
  public String title() {
    return DesktopText.words().get("map.title");
  }

  @Override
  public Feather icon() {
    return Feather.SHARE_2;
  }

  @Override
  public Node node() {
    return view;
  }

  @Override
  public void shown(Environment environment) {
    model.open(environment);
    timer.start();
  }

  @Override
  public void hidden() {
    timer.stop();
    model.close();
  }
}
