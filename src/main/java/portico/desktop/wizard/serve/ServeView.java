package portico.desktop.wizard.serve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.CopyButton;
import portico.desktop.widget.FormField;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.Choices;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.SearchBox;
import portico.desktop.wizard.view.Swap;
import portico.preset.Advice;
import portico.preset.PastedCommand;
import portico.preset.Preset;
import portico.preset.Remark;
import portico.preset.ServerSetting;

/** The first step on the screen. */
public final class ServeView extends VBox {
  private static final int PASTE_ROWS = 3;
  private static final double CARD_WIDTH = 204;

  private final ServeViewModel model;
  private final Texts texts;

  public ServeView(ServeViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("step");
    Swap details = new Swap(model.presetProperty(), this::details);
    details.getStyleClass().setAll("serve-details");
    getChildren()
        .addAll(
            Nodes.paragraph(texts.get("serve.intro"), "step-intro"),
            pasteBox(),
            servers(),
            details);
  }

  private Node pasteBox() {
    TextArea area = new TextArea();
    area.setPrefRowCount(PASTE_ROWS);
    area.setWrapText(true);
    area.setPromptText(texts.get("serve.paste.prompt"));
    area.getStyleClass().addAll("mono", "paste-area");
    area.setId("wizard-serve-paste");
    area.textProperty().bindBidirectional(model.pasteProperty());
    Label name = Nodes.label(texts.get("serve.paste"), "form-label");
    name.setLabelFor(area);
    VBox box = new VBox(name, area, new Swap(model.pastedProperty(), this::remarks));
    box.getStyleClass().add("form-field");
    return box;
  }

  private List<Node> remarks(Optional<PastedCommand> pasted) {
    return pasted.stream()
        .flatMap(each -> each.remarks().stream())
        .map(this::remark)
        .collect(Collectors.toList());
  }

  private Node remark(Remark remark) {
    Tone tone = remark instanceof Remark.Found ? Tone.SUCCESS : Tone.WARNING;
    String text =
        switch (remark) {
          case Remark.Found(var fact, String value, String from) ->
              texts.get("serve.found." + fact.name(), value, from);
          case Remark.Warning(var trouble, String detail) ->
              texts.get("serve.trouble." + trouble.name(), detail);
        };
    Label label = Nodes.paragraph(text, "remark", tone.styleClass());
    label.setGraphic(Nodes.icon(tone.icon()));
    return label;
  }

  private Node servers() {
    FlowPane cards = new FlowPane();
    cards.getStyleClass().add("server-cards");
    ToggleGroup group = new ToggleGroup();
    model
        .visible()
        .subscribe(
            found -> {
              group.getToggles().clear();
              cards.getChildren().setAll(found.stream().map(each -> card(each, group)).toList());
              if (found.isEmpty()) {
                cards.getChildren().add(Nodes.paragraph(texts.get("serve.no-match"), "form-help"));
              }
            });
    HBox line =
        new HBox(
            Nodes.label(texts.get("serve.servers"), "form-label"),
            Nodes.spacer(),
            SearchBox.create(
                "wizard-serve-search",
                texts.get("serve.search"),
                texts.get("serve.search.prompt"),
                model.searchProperty()));
    line.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(line, cards);
    box.getStyleClass().add("servers");
    return box;
  }

  private ToggleButton card(Preset preset, ToggleGroup group) {
    VBox lines =
        new VBox(
            Nodes.label(preset.name(), "cell-title"), Nodes.label(preset.line(), "cell-detail"));
    ToggleButton card = new ToggleButton("", lines);
    card.setId("wizard-serve-" + preset.id());
    card.setAccessibleText(preset.name() + ": " + preset.line());
    card.getStyleClass().add("server-card");
    card.setToggleGroup(group);
    card.setPrefWidth(CARD_WIDTH);
    card.setMaxWidth(CARD_WIDTH);
    card.setAlignment(Pos.CENTER_LEFT);
    card.setSelected(model.presetProperty().get().equals(Optional.of(preset)));
    model
        .presetProperty()
        .when(card.sceneProperty().map(scene -> true).orElse(false))
        .subscribe(now -> card.setSelected(now.equals(Optional.of(preset))));
    card.setOnAction(
        event -> {
          model.choose(preset);
          card.setSelected(true);
        });
    return card;
  }

  private List<Node> details(Optional<Preset> chosen) {
    return chosen
        .map(preset -> List.of(questions(preset), filled(), sockets(), settings(), traps(preset)))
        .orElse(List.of());
  }

  private Node questions(Preset preset) {
    FormField port = FieldView.number(model.port(), model.portReason());
    Choices<Streams> streams =
        new Choices<>(
            "wizard-serve-streams",
            Orientation.HORIZONTAL,
            Streams.values(),
            each -> texts.get("serve.streams." + each.name()),
            each -> texts.get("serve.streams.help." + each.name()),
            model.streamsProperty(),
            model::chooseStreams);
    FormField silence =
        FieldView.number(
            model.silence(),
            model.streamsProperty().map(each -> texts.get("serve.silence.help." + each.name())));
    return new TitledCard(preset.name(), port, streams.under(texts.get("serve.streams")), silence);
  }

  private Node filled() {
    return new TitledCard(
        texts.get("serve.filled"), new Swap(model.values(), found -> List.of(table(found))));
  }

  private static GridPane table(List<ServeValue> found) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("value-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setMinWidth(130);
    values.setMaxWidth(170);
    ColumnConstraints reasons = new ColumnConstraints();
    reasons.setHgrow(Priority.ALWAYS);
    reasons.setMinWidth(0);
    grid.getColumnConstraints().addAll(names, values, reasons);
    for (ServeValue each : found) {
      Label name = Nodes.label(each.name(), "text-muted", "small-text");
      Label value = Nodes.paragraph(each.value(), "value-text");
      Label reason = Nodes.paragraph(each.reason(), "form-help");
      name.setLabelFor(value);
      List.of(name, value, reason).forEach(label -> GridPane.setValignment(label, VPos.TOP));
      grid.addRow(grid.getRowCount(), name, value, reason);
    }
    return grid;
  }

  private Node sockets() {
    return new Swap(
        model.sockets(), found -> found.isEmpty() ? List.of() : List.of(socketCard(found)));
  }

  private Node socketCard(List<SocketAdvice> found) {
    TitledCard card = new TitledCard(texts.get("serve.sockets"));
    card.setId("wizard-serve-sockets");
    for (SocketAdvice each : found) {
      Tone tone = each.wrong() ? Tone.WARNING : Tone.INFO;
      Label line =
          Nodes.paragraph(
              texts.get("serve.sockets." + each.subject().name(), each.facts().toArray()),
              "remark",
              tone.styleClass());
      line.setGraphic(Nodes.icon(tone.icon()));
      card.getChildren().add(line);
    }
    return card;
  }

  private Node settings() {
    return new Swap(
        model.advice(),
        found ->
            found.isEmpty()
                ? List.of(
                    new Notice("wizard-serve-advice", Tone.SUCCESS, texts.get("serve.advice.none")))
                : List.of(advice(found)));
  }

  private Node advice(List<Advice> found) {
    TitledCard card = new TitledCard(texts.get("serve.advice"));
    List<Advice> possible = found.stream().filter(each -> !each.line().isEmpty()).toList();
    found.forEach(each -> card.getChildren().add(adviceRow(each)));
    if (!possible.isEmpty()) {
      String all = possible.stream().map(Advice::line).collect(Collectors.joining("\n"));
      String copy = texts.get("serve.advice.copy");
      card.withActions(new CopyButton("wizard-serve-advice-copy", copy, copy, () -> all));
      CheckBox told = new CheckBox(texts.get("serve.advice.told"));
      told.setId("wizard-serve-told");
      told.selectedProperty().bindBidirectional(model.toldProperty());
      card.getChildren().add(told);
    }
    return card;
  }

  private Node adviceRow(Advice advice) {
    VBox row = new VBox();
    row.getStyleClass().add("advice");
    if (advice.line().isEmpty()) {
      Label impossible = Nodes.paragraph(advice.because(), "remark", Tone.WARNING.styleClass());
      impossible.setGraphic(Nodes.icon(Feather.ALERT_TRIANGLE));
      row.getChildren().add(impossible);
      return row;
    }
    Label line = Nodes.paragraph(advice.line(), "mono", "advice-line");
    String where = advice.setting().map(this::where).orElse("");
    HBox head =
        new HBox(
            line,
            Nodes.label(where, "form-help"),
            Nodes.spacer(),
            new CopyButton(
                "wizard-serve-copy-" + advice.subject().name().toLowerCase(Locale.ROOT),
                advice.line(),
                "",
                advice::line));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("advice-head");
    row.getChildren().addAll(head, Nodes.paragraph(advice.because(), "form-help"));
    return row;
  }

  private String where(ServerSetting setting) {
    return setting.where().isEmpty()
        ? texts.get("serve.setting." + setting.kind().name())
        : setting.where();
  }

  private Node traps(Preset preset) {
    VBox box = new VBox();
    box.getStyleClass().add("swap");
    preset.traps().forEach(each -> box.getChildren().add(new Notice("", Tone.INFO, each)));
    Nodes.show(box, !preset.traps().isEmpty());
    return box;
  }
}
