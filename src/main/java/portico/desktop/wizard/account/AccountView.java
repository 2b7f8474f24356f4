package portico.desktop.wizard.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.catalog.AwsProfile;
import portico.catalog.Region;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.FormField;
import portico.desktop.widget.KeyValueGrid;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Ticking;
import portico.desktop.widget.Tone;
import portico.desktop.widget.ValueText;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.Choices;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.Swap;
import portico.operation.ProviderKind;
import portico.text.CredentialsText;

/** The account step on the screen. */
public final class AccountView extends VBox {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final CredentialsText credentials = CredentialsText.ofThisMachine();
  private final AccountViewModel model;
  private final Texts texts;
  private final SignInCard signIn;

  public AccountView(AccountViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    signIn = new SignInCard(model.signIn(), texts, model::check);
    getStyleClass().add("step");
    Ticking minutes = new Ticking(MINUTE, model::tick);
    sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                minutes.stop();
              } else {
                model.tick();
                minutes.start();
              }
            });
    Notice fixed = new Notice("wizard-account-fixed", Tone.INFO, "");
    fixed.textProperty().bind(model.fixedTextProperty());
    model.fixedProperty().subscribe(now -> Nodes.show(fixed, now));
    getChildren()
        .addAll(
            Nodes.paragraph(texts.get("account.intro"), "step-intro"),
            fixed,
            kinds(),
            profile(),
            endpoint(),
            region(),
            new Swap(model.accountProperty(), this::answer),
            signIn,
            advanced());
  }

  private Choices<AccountKind> kinds() {
    Choices<AccountKind> kinds =
        new Choices<>(
            "wizard-account",
            Orientation.VERTICAL,
            AccountKind.values(),
            kind -> texts.get("account.kind." + kind.name()),
            kind -> texts.get("account.kind." + kind.name() + ".help"),
            model.kindProperty(),
            model::chooseKind);
    kinds.disableProperty().bind(model.fixedProperty());
    return kinds;
  }

  private FormField profile() {
    ComboBox<Optional<AwsProfile>> box = new ComboBox<>(model.profiles());
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new ValueText<>(this::nameOf));
    model.profileProperty().subscribe(box::setValue);
    box.valueProperty().addListener((observed, before, now) -> profileChosen(now));
    box.disableProperty().bind(model.fixedProperty());
    FormField field =
        new FormField(
            "wizard-profile", texts.get("account.profile"), box, "", new SimpleStringProperty(""));
    model.kindProperty().subscribe(kind -> Nodes.show(field, kind == AccountKind.PROFILE));
    return field;
  }

  @SuppressWarnings("OptionalAssignedToNull") // JavaFX's own value for "nothing chosen"
  private void profileChosen(Optional<AwsProfile> now) {
    if (now != null) {
      model.chooseProfile(now);
    }
  }

  private Node endpoint() {
    TextField address = new TextField();
    address.setPromptText(texts.get("account.endpoint.prompt"));
    address.setOnAction(event -> model.check());
    FormField field = FieldView.of(model.endpoint(), address, "");
    address.disableProperty().bind(model.fixedProperty());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button connect =
        Nodes.button("wizard-check", texts.get("account.check"), Feather.LINK, model::check);
    VBox below = new VBox(Nodes.label("", "form-label"), connect);
    below.getStyleClass().add("form-field");
    HBox row = new HBox(field, below);
    row.getStyleClass().add("form-row");
    model.kindProperty().subscribe(kind -> Nodes.show(row, kind == AccountKind.ENDPOINT));
    return row;
  }

  private FormField region() {
    ComboBox<String> box = new ComboBox<>();
    box.setEditable(true);
    box.setVisibleRowCount(12);
    box.setCellFactory(list -> new RegionCell());
    model.regions().subscribe(() -> showRegions(box));
    showRegions(box);
    box.getEditor().textProperty().bindBidirectional(model.region().textProperty());
    box.disableProperty().bind(model.fixedProperty());
    return new FormField(
        model.region().id(),
        model.region().label(),
        box,
        texts.get("account.region.help"),
        model.region().message());
  }

  /** Keeps the typed code: a combo box forgets its text with its items. */
  private void showRegions(ComboBox<String> box) {
    String typed = model.region().text();
    box.getItems().setAll(model.regions().stream().map(Region::code).toList());
    box.setValue(typed);
    box.getEditor().setText(typed);
  }

  private List<Node> answer(LoadState<CheckedAccount> state) {
    return switch (state) {
      case LoadState.Idle<CheckedAccount> idle -> List.of();
      case LoadState.Busy<CheckedAccount> busy -> List.of(new BusyRow(texts.get("account.busy")));
      case LoadState.Failed<CheckedAccount>(var failure) when SignInViewModel.cures(failure) ->
          List.of();
      case LoadState.Failed<CheckedAccount>(var failure) ->
          List.of(
              new FailureCard(
                  "wizard-account-failure",
                  texts.failures().of(failure),
                  Optional.of(model::check)));
      case LoadState.Ready<CheckedAccount>(CheckedAccount found) -> List.of(identity(found));
    };
  }

  private Node identity(CheckedAccount found) {
    Label title = Nodes.label(texts.get("account.identity"), "card-title");
    title.setGraphic(Nodes.icon(Tone.SUCCESS.icon()));
    KeyValueGrid grid =
        new KeyValueGrid()
            .add(texts.get("account.identity.account"), found.identity().account())
            .add(texts.get("account.identity.arn"), found.identity().arn())
            .add(texts.get("account.region"), found.place().region());
    VBox card = new VBox(title, grid);
    found.end().ifPresent(end -> card.getChildren().add(new EndRow(end, found)));
    card.setId("wizard-identity");
    card.getStyleClass().addAll("identity-card", Tone.SUCCESS.styleClass());
    return card;
  }

  /** When the credentials end, as time passes. */
  private final class EndRow extends HBox {
    EndRow(CredentialsEnd end, CheckedAccount found) {
      Label text = Nodes.label("", "credentials-end");
      text.setId("wizard-credentials-end");
      getChildren().add(text);
      getStyleClass().add("card-actions");
      setAlignment(Pos.CENTER_LEFT);
      text.textProperty().bind(model.nowProperty().map(now -> credentials.end(end.at(), now)));
      text.graphicProperty()
          .bind(
              model
                  .nowProperty()
                  .map(now -> Nodes.icon(end.isShort(now) ? Tone.WARNING.icon() : Feather.CLOCK)));
      model
          .nowProperty()
          .subscribe(
              now -> {
                getStyleClass().remove(Tone.WARNING.styleClass());
                if (end.isShort(now)) {
                  getStyleClass().add(Tone.WARNING.styleClass());
                }
              });
      if (found.device().isPresent()) {
        getChildren()
            .add(
                Nodes.button(
                    "wizard-mfa-renew",
                    texts.get("sign-in.code.renew"),
                    Feather.SHIELD,
                    () -> model.renew(found)));
      }
    }
  }

  private TitledPane advanced() {
    Choices<ProviderKind> providers =
        new Choices<>(
            "wizard-provider",
            Orientation.VERTICAL,
            ProviderKind.values(),
            kind -> texts.get("account.provider." + kind.name()),
            kind -> texts.get("account.provider." + kind.name() + ".help"),
            model.providerProperty(),
            model::chooseProvider);
    providers.disableProperty().bind(model.fixedProperty());
    VBox content = providers.under(texts.get("account.provider"));
    content.getStyleClass().add("form-field");
    TitledPane pane = new TitledPane(texts.get("account.advanced"), content);
    pane.setId("wizard-advanced");
    pane.setExpanded(false);
    pane.setAnimated(false);
    return pane;
  }

  /** A profile with the way it gets its credentials. */
  private String nameOf(Optional<AwsProfile> profile) {
    return profile
        .map(each -> texts.get("account.profile.kind." + each.kind().name(), each.name()))
        .orElseGet(() -> texts.get("account.profile.default-chain"));
  }

  /** A region code with its name. */
  private final class RegionCell extends ListCell<String> {
    @Override
    protected void updateItem(String code, boolean empty) {
      super.updateItem(code, empty);
      setText(empty || code == null ? "" : code + "   " + nameOfRegion(code));
    }
  }

  private String nameOfRegion(String code) {
    return model.regions().stream()
        .filter(region -> region.code().equals(code) && !region.name().equals(code))
        .map(Region::name)
        .findFirst()
        .orElse("");
  }
}
