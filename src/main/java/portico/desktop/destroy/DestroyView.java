package portico.desktop.destroy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.Navigation;
import portico.desktop.text.AccountText;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.ConfirmByName;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.LongList;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Page;
import portico.desktop.widget.PageHeader;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.operation.ResourceRef;

/** What would go, and the question whether it shall. */
public final class DestroyView extends StackPane {
  private final DestroyModel model;
  private final DestroyText text;
  private final Navigation navigation;
  private final PageHeader header;
  private final VBox body;

  public DestroyView(DestroyModel model, DestroyText text, Navigation navigation) {
    this.model = model;
    this.text = text;
    this.navigation = navigation;
    header = new PageHeader(text.get("destroy.title", model.name()), "");
    header.setActions(
        Nodes.button(
            "destroy-back",
            text.get("destroy.back"),
            Feather.ARROW_LEFT,
            () -> navigation.showEnvironment(model.name())));
    Page page = new Page(header);
    body = page.body();
    getChildren().add(page);
    model.stateProperty().subscribe(this::show);
  }

  private void show(DestroyModel.State state) {
    model
        .environment()
        .ifPresent(
            found -> {
              header.setSubtitle(text.subtitle(found));
              header.showPractice(found.account().filter(AccountText::isPractice).isPresent());
            });
    switch (state) {
      case DestroyModel.State.Looking() ->
          body.getChildren().setAll(new BusyRow(text.get("destroy.looking")));
      case DestroyModel.State.Starting() ->
          body.getChildren().setAll(new BusyRow(text.get("destroy.starting")));
      case DestroyModel.State.Impossible(var message) ->
          body.getChildren().setAll(new FailureCard("destroy-failure", message, Optional.empty()));
      case DestroyModel.State.Asking asking -> show(asking);
    }
  }

  private void show(DestroyModel.State.Asking asking) {
    List<Node> cards = new ArrayList<>();
    asking
        .problem()
        .ifPresent(
            message ->
                cards.add(new FailureCard("destroy-failure", message, Optional.of(model::open))));
    model.protectedBalancer().ifPresent(name -> cards.add(protection(name)));
    cards.add(new TitledCard(text.get("destroy.goes", asking.goes().size()), list(asking.goes())));
    cards.add(question());
    body.getChildren().setAll(cards);
  }

  private Node protection(String balancer) {
    FailureCard card =
        new FailureCard("destroy-protected", text.protectedBalancer(balancer), Optional.empty());
    card.getStyleClass().remove(Tone.DANGER.styleClass());
    card.getStyleClass().add(Tone.WARNING.styleClass());
    card.addActions(
        Nodes.button(
            "destroy-protected-wizard",
            text.get("destroy.protected.wizard"),
            Feather.EDIT_2,
            () -> model.openWizard(navigation)));
    return card;
  }

  private Node list(List<ResourceRef> goes) {
    VBox list = new VBox();
    list.setId("destroy-list");
    list.getChildren()
        .add(
            goes.isEmpty()
                ? Nodes.paragraph(text.get("destroy.nothing"), "text-muted")
                : new LongList<>(
                    text.get("destroy.goes", goes.size()),
                    FXCollections.observableList(goes),
                    () -> new DoomedLine(text)));
    return list;
  }

  /** A resource that would go. */
  private static final class DoomedLine extends LongList.Line<ResourceRef> {
    private final DestroyText text;
    private final Label type = Nodes.label("");
    private final Label name = Nodes.label("", "mono", "text-muted", "small-text");

    DoomedLine(DestroyText text) {
      this.text = text;
      type.setMinWidth(USE_PREF_SIZE);
      HBox line = new HBox(10, Nodes.icon(Feather.MINUS_CIRCLE), type, name);
      line.setAlignment(Pos.CENTER_LEFT);
      getStyleClass().add("resource-item");
      getChildren().add(line);
    }

    @Override
    protected void show(ResourceRef resource) {
      type.setText(text.type(resource));
      name.setText(resource.name());
    }
  }

  private Node question() {
    ConfirmByName confirm = new ConfirmByName("destroy-name", model.name().value());
    Button destroy =
        Nodes.button(
            "destroy-confirm",
            text.get("destroy.confirm"),
            Feather.TRASH_2,
            () -> model.destroy(confirm.field().getText(), navigation::showOperation));
    destroy.getStyleClass().add("danger");
    destroy.disableProperty().bind(confirm.confirmedBinding().not());
    confirm.field().setOnAction(event -> destroy.fire());
    Button keep =
        Nodes.button(
            "destroy-keep",
            text.get("destroy.keep"),
            Feather.X,
            () -> navigation.showEnvironment(model.name()));
    keep.setCancelButton(true);
    HBox actions = new HBox(destroy, keep);
    actions.getStyleClass().add("card-actions");
    VBox card = new VBox(confirm, actions);
    card.getStyleClass().addAll("titled-card", "danger-card", Tone.DANGER.styleClass());
    return card;
  }
}
