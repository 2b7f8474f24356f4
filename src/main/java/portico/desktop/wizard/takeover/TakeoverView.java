package portico.desktop.wizard.takeover;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.LoadBalancerSummary;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.ChoiceTable;
import portico.desktop.wizard.view.Loaded;

/** Offers the load balancers that are there already, to begin with one of them. */
public final class TakeoverView extends VBox {
  private static final double ROW_HEIGHT = 52;
  private static final int ROWS_SHOWN = 5;

  private final TakeoverModel model;
  private final Texts texts;

  public TakeoverView(TakeoverModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    Button list =
        Nodes.button(
            "wizard-existing", texts.get("takeover.button"), Feather.DOWNLOAD_CLOUD, model::list);
    list.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .add(
            new TitledCard(
                texts.get("takeover.title"),
                Nodes.paragraph(texts.get("takeover.text"), "text-muted"),
                list,
                Loaded.of(
                    "wizard-existing-failure",
                    model.listProperty(),
                    texts,
                    texts.get("takeover.listing"),
                    model::list,
                    this::found)));
    model
        .account()
        .subscribe(account -> Nodes.show(this, model.isOffered() && account.isPresent()));
  }

  private List<Node> found(List<LoadBalancerSummary> balancers) {
    if (balancers.isEmpty()) {
      return List.of(Nodes.paragraph(texts.get("takeover.none"), "text-muted"));
    }
    ListView<LoadBalancerSummary> list = new ListView<>();
    list.setId("wizard-existing-list");
    list.setAccessibleText(texts.get("takeover.title"));
    list.getItems().setAll(balancers);
    list.getSelectionModel().selectFirst();
    list.setCellFactory(view -> new Cell());
    list.setPrefHeight(ROW_HEIGHT * Math.clamp(balancers.size(), 1, ROWS_SHOWN) + 4);
    list.setMinHeight(USE_PREF_SIZE);
    Button begin =
        Nodes.button(
            "wizard-existing-begin",
            texts.get("takeover.begin"),
            Feather.ARROW_RIGHT,
            () -> model.begin(list.getSelectionModel().getSelectedItem()));
    var selected = list.getSelectionModel().selectedItemProperty();
    begin
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> selected.get() == null || model.readingProperty().get().isBusy(),
                selected,
                model.readingProperty()));
    VBox box =
        new VBox(
            list,
            begin,
            Loaded.of(
                "wizard-existing-read-failure",
                model.readingProperty(),
                texts,
                texts.get("takeover.reading"),
                model::again,
                read -> List.of()));
    box.getStyleClass().add("form-field");
    return List.of(box);
  }

  /** Name and DNS name of a load balancer, with what it is. */
  private final class Cell extends ListCell<LoadBalancerSummary> {
    @Override
    protected void updateItem(LoadBalancerSummary item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      String detail = texts.get("takeover.row", item.scheme(), item.vpcId(), item.state());
      String whose =
          item.environment().map(name -> texts.get("takeover.row.environment", name)).orElse("");
      setGraphic(ChoiceTable.twoLines(item.name(), detail + whose));
      setAccessibleText(item.name() + ", " + detail + whose);
    }
  }
}
