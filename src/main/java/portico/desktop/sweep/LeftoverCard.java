package portico.desktop.sweep;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.OwnedResource;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.ConfirmByName;
import portico.desktop.widget.KeyValueGrid;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.service.Leftover;
import portico.service.Sweeping;

/** What one environment left: what it is, whose, how old, and the question whether it shall go. */
final class LeftoverCard extends VBox {
  private final LeftoverViewModel model;
  private final SweepText text;
  private final String id;
  private final VBox resources = new VBox();
  private final VBox below = new VBox();

  /**
   * @param id what the intent ids of its controls begin with
   */
  LeftoverCard(LeftoverViewModel model, SweepText text, String id) {
    this.model = model;
    this.text = text;
    this.id = id;
    Leftover leftover = model.leftover();
    resources.getStyleClass().add("resource-list");
    resources.setId(id + "-resources");
    below.setSpacing(10);
    KeyValueGrid facts =
        new KeyValueGrid()
            .add(text.get("sweep.installation"), text.installation(leftover))
            .add(text.get("sweep.age"), text.made(leftover))
            .add(text.get("sweep.targets"), text.healthy(leftover));
    TitledCard card = new TitledCard(leftover.environment(), facts, resources, below);
    card.setId(id);
    if (leftover.isProtected()) {
      card.withActions(new StatusBadge(Tone.WARNING, text.get("sweep.protected")));
    }
    getChildren().add(card);
    model.stepProperty().subscribe(this::show);
  }

  private void show(LeftoverViewModel.Step step) {
    switch (step) {
      case LeftoverViewModel.Step.Asking() -> {
        list(Set.of());
        below.getChildren().setAll(model.leftover().isProtected() ? refused() : question());
      }
      case LeftoverViewModel.Step.Removing(List<OwnedResource> gone, boolean stopping) -> {
        list(Set.copyOf(gone));
        removing(gone.size(), stopping);
      }
      case LeftoverViewModel.Step.Done(Sweeping.Swept swept) -> {
        list(Set.copyOf(swept.removal().removed()));
        below.getChildren().setAll(ended(swept));
      }
    }
  }

  private void list(Set<OwnedResource> gone) {
    resources
        .getChildren()
        .setAll(
            model.leftover().resources().stream()
                .map(each -> line(each, gone.contains(each)))
                .toList());
  }

  private Node line(OwnedResource resource, boolean gone) {
    Label kind = Nodes.label(text.of(resource.kind()));
    kind.setMinWidth(USE_PREF_SIZE);
    Label name = Nodes.label(text.nameOf(resource), "mono", "text-muted", "small-text");
    name.setTooltip(new Tooltip(resource.id()));
    HBox line =
        new HBox(10, Nodes.icon(gone ? Feather.CHECK_CIRCLE : Feather.MINUS_CIRCLE), kind, name);
    if (gone) {
      line.getChildren().add(Nodes.label(text.get("sweep.gone"), "text-muted", "small-text"));
    }
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("resource-item");
    return line;
  }

  private List<Node> refused() {
    return List.of(Nodes.paragraph(text.get("sweep.protected.text"), "text-muted"));
  }

  private List<Node> question() {
    VBox question = new VBox(10);
    if (!model.leftover().here()) {
      Label warning = Nodes.paragraph(text.get("sweep.elsewhere.warning"));
      warning.setGraphic(Nodes.icon(Tone.WARNING.icon()));
      warning.setId(id + "-warning");
      question.getChildren().add(warning);
    }
    if (model.hasBucket()) {
      CheckBox logs = new CheckBox(text.get("sweep.logs"));
      logs.setId(id + "-logs");
      logs.selectedProperty().bindBidirectional(model.withLogsProperty());
      question.getChildren().add(logs);
    }
    ConfirmByName confirm = new ConfirmByName(id + "-name", model.leftover().environment());
    Button remove =
        Nodes.button(
            id + "-remove",
            text.get("sweep.remove"),
            Feather.TRASH_2,
            () -> model.remove(confirm.field().getText()));
    remove.getStyleClass().add("danger");
    remove.disableProperty().bind(confirm.confirmedBinding().not());
    confirm.field().setOnAction(event -> remove.fire());
    HBox actions = new HBox(remove);
    actions.getStyleClass().add("card-actions");
    question.getChildren().addAll(confirm, actions);
    return List.of(question);
  }

  /** The nodes stay while it goes on, so that the button keeps the focus. */
  private void removing(int gone, boolean stopping) {
    String progress =
        text.get(
            stopping ? "sweep.stopping" : "sweep.removing",
            gone,
            model.leftover().resources().size());
    Button stop = Nodes.button(id + "-stop", text.get("sweep.stop"), Feather.SQUARE, model::stop);
    stop.setDisable(stopping);
    boolean focused =
        below.getChildren().stream()
            .anyMatch(each -> each.lookup("#" + id + "-stop:focused") != null);
    HBox actions = new HBox(stop);
    actions.getStyleClass().add("card-actions");
    below
        .getChildren()
        .setAll(
            new BusyRow(progress),
            Nodes.paragraph(text.get("sweep.removing.text"), "text-muted"),
            actions);
    if (focused) {
      stop.requestFocus();
    }
  }

  private List<Node> ended(Sweeping.Swept swept) {
    boolean complete = swept.removal().isComplete();
    StatusBadge badge =
        new StatusBadge(complete ? Tone.SUCCESS : Tone.WARNING, text.ended(swept.removal()));
    badge.setId(id + "-ended");
    String lines = text.kept(swept.removal()).stream().collect(Collectors.joining("\n"));
    Label kept = Nodes.paragraph(lines);
    kept.setId(id + "-kept");
    Nodes.show(kept, !lines.isEmpty());
    Label log =
        Nodes.paragraph(
            swept
                .notLogged()
                .map(why -> text.get("sweep.not-logged", why))
                .orElseGet(() -> text.get("sweep.logged")),
            "text-muted",
            "small-text");
    Nodes.show(log, !swept.removal().removed().isEmpty());
    return List.of(badge, kept, log);
  }
}
