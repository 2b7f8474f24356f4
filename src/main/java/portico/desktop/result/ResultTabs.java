package portico.desktop.result;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.EnvironmentTab;
import portico.desktop.widget.Nodes;
import portico.environment.Environment;

/** The pages of an environment; only the one in view is told of the environment and works. */
final class ResultTabs extends StackPane {
  private final TabPane pane = new TabPane();
  private Optional<Environment> environment = Optional.empty();
  private Optional<EnvironmentTab> inView = Optional.empty();

  ResultTabs(String accessibleText, String firstTitle, Node first, List<EnvironmentTab> further) {
    pane.setId("result-tabs");
    pane.setAccessibleText(accessibleText);
    pane.getStyleClass().add("result-tabs");
    pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    pane.getTabs().add(tab("endpoint", firstTitle, Feather.LINK, first));
    for (EnvironmentTab each : further) {
      Tab tab = tab(each.id(), each.title(), each.icon(), new StackPane());
      tab.setUserData(each);
      pane.getTabs().add(tab);
    }
    pane.getSelectionModel().selectedItemProperty().subscribe(this::select);
    getChildren().add(pane);
  }

  private static Tab tab(String id, String title, Feather icon, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId("result-tab-" + id);
    tab.setGraphic(Nodes.icon(icon));
    return tab;
  }

  /** Tells the page in view. */
  void show(Environment found) {
    environment = Optional.of(found);
    inView.ifPresent(tab -> tab.shown(found));
  }

  void hidden() {
    inView.ifPresent(EnvironmentTab::hidden);
  }

  private void select(Tab tab) {
    hidden();
    inView =
        tab.getUserData() instanceof EnvironmentTab found ? Optional.of(found) : Optional.empty();
    inView.ifPresent(
        found -> {
          // Made when first looked at: most visits are for the address alone.
          if (tab.getContent() instanceof StackPane room && room.getChildren().isEmpty()) {
            room.getChildren().add(found.node());
          }
          environment.ifPresent(found::shown);
        });
  }
}
