package portico.desktop.environments;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.Navigation;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.PageHeader;
import portico.environment.Environment;

/** The list at the left, the chosen environment at the right. */
public final class EnvironmentsView extends VBox {
  private final EnvironmentsModel model;
  private final EnvironmentsText text;
  private final Navigation navigation;
  private final ListView<Environment> list = new ListView<>();
  private final EnvironmentDetail detail;
  private boolean selecting;

  public EnvironmentsView(EnvironmentsModel model, EnvironmentsText text, Navigation navigation) {
    this.model = model;
    this.text = text;
    this.navigation = navigation;
    detail = new EnvironmentDetail(model, text, navigation);
    getStyleClass().add("page");
    PageHeader header =
        new PageHeader(text.get("environments.title"), text.get("environments.subtitle"));
    header.setActions(
        Nodes.button(
            "environments-leftovers",
            text.get("environments.leftovers"),
            Feather.SEARCH,
            navigation::showLeftovers),
        Nodes.iconButton(
            "environments-refresh",
            text.get("environments.refresh"),
            Feather.REFRESH_CW,
            model::refresh));
    BusyRow busy = new BusyRow(text.get("environments.loading"));
    busy.getStyleClass().add("page-body");
    HBox columns = new HBox(listColumn(), detail);
    columns.getStyleClass().add("environments-columns");
    HBox.setHgrow(detail, Priority.ALWAYS);
    StackPane content = new StackPane(columns, emptyState(), busy);
    content.setAlignment(Pos.TOP_LEFT);
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(header, content);
    Runnable update =
        () -> {
          boolean loaded = model.loadedProperty().get();
          boolean none = model.noneProperty().get();
          Nodes.show(busy, !loaded);
          Nodes.show(columns, loaded && !none);
          Nodes.show(content.getChildren().get(1), loaded && none);
        };
    model.loadedProperty().subscribe(update);
    model.noneProperty().subscribe(update);
    update.run();
  }

  /** Lets "5 min ago" grow. */
  public void tick() {
    detail.tick();
  }

  private Node listColumn() {
    TextField search = new TextField();
    search.setId("environments-search");
    search.setPromptText(text.get("environments.search"));
    search.setAccessibleText(text.get("environments.search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    list.setId("environments-list");
    list.setAccessibleText(text.get("environments.title"));
    list.setItems(model.shown());
    list.setCellFactory(view -> new EnvironmentCell(text));
    list.setPlaceholder(Nodes.paragraph(text.get("environments.no-match"), "text-muted"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            item -> {
              if (item != null && !selecting) {
                model.choose(item.name());
              }
            });
    model.chosenProperty().subscribe(now -> select());
    model.revisionProperty().subscribe(now -> select());
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox column = new VBox(10, search, list);
    column.getStyleClass().add("environments-list-column");
    return column;
  }

  /** Marks the chosen one in the list; the model's choice leads. */
  private void select() {
    selecting = true;
    Optional<Environment> now = model.chosenProperty().get();
    int index =
        now.map(
                chosen ->
                    model.shown().stream().map(Environment::name).toList().indexOf(chosen.name()))
            .orElse(-1);
    if (index < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().clearAndSelect(index);
    }
    selecting = false;
  }

  private Node emptyState() {
    Button start =
        Nodes.button(
            "environments-new",
            text.get("environments.new"),
            Feather.PLUS_CIRCLE,
            navigation::startWizard);
    start.getStyleClass().add("accent");
    VBox empty =
        new VBox(
            12,
            Nodes.icon(Feather.LAYERS),
            Nodes.label(text.get("environments.none"), "progress-phase"),
            Nodes.paragraph(text.get("environments.none.text"), "text-muted"),
            start);
    empty.setAlignment(Pos.CENTER);
    empty.getStyleClass().add("empty-state");
    return empty;
  }
}
