package portico.desktop.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.CloudAccount;
import portico.desktop.app.Navigation;
import portico.desktop.text.AccountText;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Page;
import portico.desktop.widget.PageHeader;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.widget.ValueText;

/** Where to look, and a card for each environment that left something there. */
final class SweepView extends StackPane {
  private final SweepViewModel model;
  private final SweepText text;
  private final PageHeader header;
  private final VBox found = new VBox();

  SweepView(SweepViewModel model, SweepText text, Navigation navigation) {
    this.model = model;
    this.text = text;
    header = new PageHeader(text.get("sweep.title"), text.get("sweep.subtitle"));
    header.setActions(
        Nodes.button(
            "sweep-back",
            text.get("destroy.back"),
            Feather.ARROW_LEFT,
            navigation::showEnvironments));
    found.setId("sweep-found");
    found.setSpacing(14);
    getChildren().add(new Page(header, place(), found));
    model.accountProperty().subscribe(now -> header.showPractice(AccountText.isPractice(now)));
    model.stateProperty().subscribe(this::show);
  }

  private Node place() {
    ComboBox<CloudAccount> account = new ComboBox<>(model.accounts());
    account.setId("sweep-account");
    account.setMaxWidth(Double.MAX_VALUE);
    account.setConverter(new ValueText<>(text::of));
    model.accountProperty().subscribe(account::setValue);
    account
        .valueProperty()
        .subscribe(
            now -> {
              if (now != null) {
                model.choose(now);
              }
            });
    TextField region = new TextField();
    region.setId("sweep-region");
    region.getStyleClass().add("mono");
    region.textProperty().bindBidirectional(model.regionProperty());
    region.setOnAction(event -> model.look());
    Button look = Nodes.button("sweep-look", text.get("sweep.look"), Feather.SEARCH, model::look);
    look.getStyleClass().add("accent");
    look.disableProperty().bind(model.canLookBinding().not());
    VBox accountField = field(text.get("sweep.account"), account);
    HBox.setHgrow(accountField, Priority.ALWAYS);
    HBox row = new HBox(10, accountField, field(text.get("sweep.region"), region), look);
    row.setAlignment(Pos.BOTTOM_LEFT);
    return new TitledCard(text.get("sweep.place"), row);
  }

  private static VBox field(String name, Node control) {
    Label label = Nodes.label(name, "form-label");
    label.setLabelFor(control);
    VBox field = new VBox(label, control);
    field.getStyleClass().add("form-field");
    return field;
  }

  private void show(SweepViewModel.State state) {
    found
        .getChildren()
        .setAll(
            switch (state) {
              case SweepViewModel.State.Idle() ->
                  List.of(Nodes.paragraph(text.get("sweep.idle"), "text-muted"));
              case SweepViewModel.State.Looking() ->
                  List.of(new BusyRow(text.get("sweep.looking")));
              case SweepViewModel.State.Failed(var failure) ->
                  List.of(
                      new FailureCard("sweep-failure", text.of(failure), Optional.of(model::look)));
              case SweepViewModel.State.Found all -> cards(all);
            });
  }

  private List<Node> cards(SweepViewModel.State.Found all) {
    List<Node> cards = new ArrayList<>();
    String where = text.get("sweep.where", text.of(all.account()), all.region());
    if (all.findings().isEmpty()) {
      cards.add(empty(where));
    }
    if (!all.here().isEmpty()) {
      cards.add(heading("sweep-here", text.get("sweep.here", where)));
      add(cards, all.here(), "sweep-here-");
    }
    if (!all.elsewhere().isEmpty()) {
      cards.add(heading("sweep-elsewhere", text.get("sweep.elsewhere", where)));
      cards.add(Nodes.paragraph(text.get("sweep.elsewhere.text"), "text-muted"));
      add(cards, all.elsewhere(), "sweep-elsewhere-");
    }
    if (!all.findings().known().isEmpty()) {
      Label known =
          Nodes.paragraph(
              text.get("sweep.known", String.join(", ", all.findings().known())), "text-muted");
      known.setId("sweep-known");
      cards.add(known);
    }
    all.findings()
        .bucketsUnknown()
        .ifPresent(
            why ->
                cards.add(
                    Nodes.paragraph(
                        text.get("sweep.no-buckets", text.of(why).what()), "text-muted")));
    return cards;
  }

  private void add(List<Node> cards, List<LeftoverViewModel> rows, String id) {
    for (int index = 0; index < rows.size(); index++) {
      cards.add(new LeftoverCard(rows.get(index), text, id + (index + 1)));
    }
  }

  private Node empty(String where) {
    Label label = Nodes.paragraph(text.get("sweep.none", where));
    label.setId("sweep-none");
    label.setGraphic(Nodes.icon(Tone.SUCCESS.icon()));
    return label;
  }

  private static Label heading(String id, String words) {
    Label heading = Nodes.paragraph(words, "card-title");
    heading.setId(id);
    return heading;
  }
}
