package portico.desktop.wizard.settings;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import portico.catalog.CatalogFailure;
import portico.catalog.SecurityGroup;
import portico.catalog.WebAcl;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TimeoutLadderView;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.widget.ValueText;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.TagsForm;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.Swap;
import portico.desktop.wizard.view.TagsView;
import portico.text.LadderText;
import portico.text.Words;

/** The settings step on the screen. */
public final class SettingsView extends VBox {
  private static final double NUMBER_WIDTH = 190;

  private final SettingsViewModel model;
  private final Texts texts;

  public SettingsView(SettingsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("step");
    getChildren()
        .addAll(
            Nodes.paragraph(texts.get("settings.intro"), "step-intro"),
            timeouts(),
            http(),
            new LogsCard(texts, model::policy).of(model.logs()),
            new NamesCard(texts, model.names()).of(model.zonesProperty()),
            guard(),
            new TitledCard(
                texts.get("settings.tags"),
                tags("settings.tags.all", model.tags()),
                tags("settings.tags.balancer", model.balancerTags())));
  }

  private Node timeouts() {
    TimeoutsForm form = model.timeouts();
    String unknown = texts.get("settings.unknown.help");
    FlowPane numbers =
        new FlowPane(
            number(form.idle(), texts.get("settings.idle.help")),
            number(form.serverKeepAlive(), unknown),
            number(form.silence(), unknown),
            number(form.requestLimit(), unknown),
            number(form.clientTimeout(), unknown),
            number(form.clientKeepAlive(), texts.get("settings.client-keep-alive.help")));
    numbers.getStyleClass().add("form-flow");
    TimeoutLadderView ladder = new TimeoutLadderView("wizard-ladder", new LadderText(Words.core()));
    ladder.setOnFix(model::fix);
    form.ladder()
        .subscribe(
            now -> {
              now.ifPresent(ladder::show);
              Nodes.show(ladder, now.isPresent());
            });
    return new TitledCard(texts.get("settings.timeouts"), numbers, ladder);
  }

  private static FormField number(Field field, String help) {
    FormField made = FieldView.number(field, help);
    made.setPrefWidth(NUMBER_WIDTH);
    return made;
  }

  private Node http() {
    return new TitledCard(
        texts.get("settings.http"),
        option(
            "wizard-http2",
            texts.get("settings.http-two"),
            texts.get("settings.http-two.help"),
            model.http2Property()),
        option(
            "wizard-drop-invalid",
            texts.get("settings.drop-invalid"),
            texts.get("settings.drop-invalid.help"),
            model.dropInvalidProperty()));
  }

  private static Node option(String id, String title, String help, BooleanProperty value) {
    CheckBox box = new CheckBox(title);
    box.setId(id);
    box.selectedProperty().bindBidirectional(value);
    box.setAccessibleHelp(help);
    VBox option = new VBox(box, Nodes.paragraph(help, "form-help", "choice-help"));
    option.getStyleClass().add("choice");
    return option;
  }

  private Node guard() {
    return new TitledCard(
        texts.get("settings.guard"),
        option(
            "wizard-protection",
            texts.get("settings.protection"),
            texts.get("settings.protection.help"),
            model.protectionProperty()),
        new Swap(model.webAclsProperty(), this::webAcls),
        new Swap(model.groupsProperty(), this::groups));
  }

  private List<Node> webAcls(LoadState<List<WebAcl>> state) {
    return switch (state) {
      case LoadState.Idle<List<WebAcl>> idle ->
          List.of(Nodes.paragraph(texts.get("settings.waiting"), "form-help"));
      case LoadState.Busy<List<WebAcl>> busy -> List.of(new BusyRow(texts.get("settings.busy")));
      case LoadState.Failed<List<WebAcl>>(var failure) ->
          List.of(failed("wizard-web-acl-failed", "settings.acl.failed", failure));
      case LoadState.Ready<List<WebAcl>>(var found) -> List.of(webAcl(found));
    };
  }

  private Node webAcl(List<WebAcl> found) {
    ComboBox<Optional<WebAcl>> box = new ComboBox<>();
    box.getItems().add(Optional.empty());
    found.forEach(each -> box.getItems().add(Optional.of(each)));
    box.setConverter(
        new ValueText<>(
            acl -> acl.map(WebAcl::name).orElseGet(() -> texts.get("settings.acl.none"))));
    model
        .webAclProperty()
        .get()
        .flatMap(arn -> found.stream().filter(each -> each.arn().equals(arn)).findFirst())
        .ifPresentOrElse(
            each -> box.setValue(Optional.of(each)), () -> box.setValue(Optional.empty()));
    box.setOnAction(event -> model.chooseWebAcl(box.getValue().map(WebAcl::arn)));
    box.setMaxWidth(Double.MAX_VALUE);
    return new FormField(
        "wizard-web-acl", texts.get("settings.acl"), box, "", new SimpleStringProperty(""));
  }

  private List<Node> groups(LoadState<List<SecurityGroup>> state) {
    return switch (state) {
      case LoadState.Idle<List<SecurityGroup>> idle -> List.of();
      case LoadState.Busy<List<SecurityGroup>> busy -> List.of();
      case LoadState.Failed<List<SecurityGroup>>(var failure) ->
          List.of(failed("wizard-groups-failed", "settings.groups.failed", failure));
      case LoadState.Ready<List<SecurityGroup>>(var found) -> List.of(groupBoxes(found));
    };
  }

  private Node failed(String id, String key, CatalogFailure failure) {
    return new Notice(id, Tone.WARNING, texts.get(key) + " " + texts.failures().of(failure).what());
  }

  private Node groupBoxes(List<SecurityGroup> found) {
    VBox box = new VBox(Nodes.label(texts.get("settings.groups"), "form-label"));
    box.getStyleClass().add("form-field");
    box.getChildren()
        .add(
            Nodes.paragraph(
                texts.get(found.isEmpty() ? "settings.groups.none" : "settings.groups.help"),
                "form-help"));
    for (SecurityGroup group : found) {
      CheckBox check = new CheckBox(group.name() + " \u00b7 " + group.id());
      check.setId("wizard-group-" + group.id());
      check.setMnemonicParsing(false);
      model
          .chosenGroupsProperty()
          .subscribe(
              now -> {
                check.setSelected(now.contains(group.id()));
                check.setDisable(
                    now.size() >= SettingsViewModel.GROUPS_MAX && !now.contains(group.id()));
              });
      check.setOnAction(event -> model.chooseGroup(group.id(), check.isSelected()));
      box.getChildren().add(check);
    }
    return box;
  }

  private TagsView tags(String key, TagsForm form) {
    return new TagsView(form, Nodes.label(texts.get(key), "form-label"), texts);
  }
}
