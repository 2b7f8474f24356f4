package portico.desktop.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.EnvironmentTab;
import portico.desktop.text.DesktopText;
import portico.desktop.widget.Nodes;
import portico.environment.Environment;

/** A button for each page of an environment; the overview comes first and is no tab. */
final class ResultTabs extends HBox {
  /** In no toggle group: there the Tab key would reach only the chosen one. */
  private final List<ToggleButton> buttons = new ArrayList<>();

  private final ReadOnlyObjectWrapper<Optional<EnvironmentTab>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final List<EnvironmentTab> tabs;
  private final List<Node> cards;
  private Optional<Environment> environment = Optional.empty();
  private boolean inView;

  ResultTabs(List<EnvironmentTab> tabs) {
    this.tabs = List.copyOf(tabs);
    setId("result-tabs");
    getStyleClass().add("result-tabs");
    add("overview", DesktopText.words().get("result.overview"), Feather.HOME, Optional.empty());
    tabs.forEach(tab -> add(tab.id(), tab.title(), tab.icon(), Optional.of(tab)));
    cards =
        tabs.stream().flatMap(tab -> tab.card(() -> turnTo(Optional.of(tab))).stream()).toList();
    buttons.getFirst().setSelected(true);
    Nodes.show(this, !tabs.isEmpty());
  }

  private void add(String id, String title, Feather icon, Optional<EnvironmentTab> tab) {
    ToggleButton button = new ToggleButton(title, Nodes.icon(icon));
    button.setId("result-tab-" + id);
    button.setMnemonicParsing(false);
    buttons.add(button);
    button.getStyleClass().addAll("flat", "result-tab");
    button.setOnAction(event -> turnTo(tab));
    getChildren().add(button);
  }

  private void turnTo(Optional<EnvironmentTab> tab) {
    int chosenButton = tab.map(each -> tabs.indexOf(each) + 1).orElse(0);
    buttons.forEach(each -> each.setSelected(buttons.indexOf(each) == chosenButton));
    choose(tab);
  }

  private void choose(Optional<EnvironmentTab> tab) {
    if (!chosen.get().equals(tab)) {
      leave();
      chosen.set(tab);
      enter();
    }
  }

  /** The tab in view; empty for the overview. */
  ReadOnlyObjectProperty<Optional<EnvironmentTab>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** What the pages say on the overview. */
  List<Node> cards() {
    return cards;
  }

  /** Requests to the environment can be answered now. */
  void answering() {
    tabs.forEach(EnvironmentTab::answering);
  }

  /** The environment was read, or read again. */
  void show(Environment read) {
    environment = Optional.of(read);
    tabs.forEach(tab -> tab.read(read));
    enter();
  }

  /** The page comes into view, or leaves it. */
  void setInView(boolean now) {
    if (now) {
      inView = true;
      enter();
    } else {
      leave();
      inView = false;
    }
  }

  private void enter() {
    if (inView) {
      environment.ifPresent(shown -> chosen.get().ifPresent(tab -> tab.shown(shown)));
    }
  }

  private void leave() {
    if (inView && environment.isPresent()) {
      chosen.get().ifPresent(EnvironmentTab::hidden);
    }
  }
}
