package portico.desktop.wizard.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.DiffLines;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.FormField;
import portico.desktop.widget.KeyValueGrid;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.FieldView;
import portico.desktop.wizard.view.Swap;
import portico.spec.SpecDiff;
import portico.text.Message;

/** The review step on the screen. */
public final class ReviewView extends VBox {
  /** Whoever has typed a name need not leave the field for its preview. */
  private static final Duration AFTER_TYPING = Duration.millis(900);

  private final ReviewViewModel model;
  private final Texts texts;
  private final Consumer<StepId> edit;

  /**
   * @param edit goes back to a step, and in that of the targets to a group, if one is named
   */
  public ReviewView(ReviewViewModel model, Texts texts, BiConsumer<StepId, Optional<String>> edit) {
    this.model = model;
    this.texts = texts;
    this.edit = step -> edit.accept(step, Optional.empty());
    getStyleClass().add("step");
    getChildren()
        .addAll(
            Nodes.paragraph(texts.get("review.intro"), "step-intro"),
            name(),
            new EndingField(model.ending(), texts),
            new Swap(model.refusalProperty(), this::refusal),
            new PreflightView(model.preflight(), texts, step -> true, this.edit),
            new PlannedMap(model.planned(), texts, edit),
            new PreviewView(model, texts),
            new Swap(model.changes(), this::changes),
            new TitledCard(
                texts.get("review.choices"),
                new Swap(model.costLine(), this::cost),
                new Swap(model.summary(), this::summary)));
  }

  private FormField name() {
    TextField control = new TextField();
    control.setEditable(!model.isNameFixed());
    control.setDisable(model.isNameFixed());
    control.setOnAction(event -> model.previewIfChanged());
    PauseTransition typed = new PauseTransition(AFTER_TYPING);
    typed.setOnFinished(event -> model.previewIfChanged());
    control.textProperty().addListener((observed, before, now) -> typed.playFromStart());
    control
        .focusedProperty()
        .addListener(
            (observed, before, now) -> {
              if (before) {
                model.previewIfChanged();
              }
            });
    return FieldView.of(
        model.name(),
        control,
        texts.get(model.isNameFixed() ? "review.name.fixed" : "review.name.help"));
  }

  private List<Node> refusal(Optional<Message> message) {
    return message
        .map(
            each ->
                List.<Node>of(
                    new FailureCard("wizard-deploy-failure", each, Optional.of(model::deploy))))
        .orElse(List.of());
  }

  private List<Node> changes(List<SpecDiff.Line> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    VBox diff = new VBox();
    diff.getChildren().setAll(DiffLines.of(lines));
    diff.setId("wizard-changes");
    diff.getStyleClass().add("map-diff");
    return List.of(new TitledCard(texts.get("review.changes"), diff));
  }

  private List<Node> cost(Optional<String> line) {
    return line.map(text -> List.<Node>of(costLine(text))).orElse(List.of());
  }

  private static Label costLine(String text) {
    Label line = Nodes.paragraph(text, "consequence");
    line.setGraphic(Nodes.icon(Feather.DOLLAR_SIGN));
    line.setId("wizard-cost");
    return line;
  }

  private List<Node> summary(List<SummarySection> sections) {
    return sections.stream().<Node>map(this::section).toList();
  }

  private Node section(SummarySection section) {
    Hyperlink link = new Hyperlink(texts.get("review.edit"));
    link.setGraphic(Nodes.icon(Feather.EDIT_2));
    link.setId("wizard-edit-" + suffix(section.step()));
    link.setAccessibleText(texts.get("review.edit.accessible", section.title()));
    link.setOnAction(event -> edit.accept(section.step()));
    HBox head = new HBox(Nodes.label(section.title(), "form-label"), Nodes.spacer(), link);
    head.setAlignment(Pos.CENTER_LEFT);
    KeyValueGrid grid = new KeyValueGrid();
    section.lines().forEach(line -> grid.add(line.label(), line.value()));
    VBox box = new VBox(head, grid);
    box.getStyleClass().add("summary-section");
    return box;
  }

  private static String suffix(StepId step) {
    return step.name().toLowerCase(Locale.ROOT);
  }
}
