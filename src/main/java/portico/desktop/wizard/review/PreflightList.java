package portico.desktop.wizard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.Fold;
import portico.desktop.wizard.view.Swap;
import portico.preflight.Finding;
import portico.preflight.PreflightReport;

/** What the checks before a deployment found: what needs a look, and the rest folded away. */
final class PreflightList extends VBox {
  private final String id;
  private final Texts texts;
  private final PreflightLines lines;
  private final Predicate<StepId> reachable;
  private final Consumer<StepId> goTo;

  /**
   * @param id what the ids of its controls begin with
   * @param reachable whether a step can be gone to now
   */
  PreflightList(
      String id,
      PreflightViewModel model,
      Texts texts,
      Predicate<StepId> reachable,
      Consumer<StepId> goTo) {
    this.id = id;
    this.texts = texts;
    this.lines = new PreflightLines(texts);
    this.reachable = reachable;
    this.goTo = goTo;
    setId(id);
    getStyleClass().add("preflight-list");
    getChildren().add(new Swap(model.stateProperty(), this::state));
  }

  private List<Node> state(PreflightState state) {
    List<Node> nodes = new ArrayList<>();
    switch (state) {
      case PreflightState.Waiting() ->
          nodes.add(Nodes.paragraph(texts.get("preflight.waiting"), "text-muted"));
      case PreflightState.Running running -> nodes.add(new BusyRow(texts.get("preflight.running")));
      case PreflightState.Done done -> {}
    }
    state.result().ifPresent(result -> nodes.addAll(report(result)));
    return nodes;
  }

  private List<Node> report(PreflightState.Result result) {
    PreflightReport report = result.report();
    List<Node> nodes = new ArrayList<>();
    int number = 1;
    for (PreflightLine line : lines.open(report)) {
      nodes.add(row(line, id + "-mend-" + number++));
    }
    List<PreflightLine> passed = lines.passed(report);
    if (!passed.isEmpty()) {
      nodes.add(passed(lines.passedSummary(report), passed));
    }
    if (!result.subject().whole()) {
      nodes.add(Nodes.paragraph(texts.get("preflight.partly"), "form-help"));
    }
    return nodes;
  }

  private Fold passed(String summary, List<PreflightLine> passed) {
    VBox rows = new VBox();
    rows.getStyleClass().add("preflight-rows");
    passed.forEach(line -> rows.getChildren().add(row(line, "")));
    Fold fold = new Fold(id + "-passed", new SimpleStringProperty(summary), rows);
    fold.setGraphic(icon(Finding.State.PASSED));
    return fold;
  }

  private HBox row(PreflightLine line, String linkId) {
    Label topic = Nodes.label(line.topic(), "preflight-topic");
    Label text = Nodes.paragraph(line.text(), "preflight-text");
    VBox words = new VBox(topic, text);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(icon(line.state()), words);
    row.getStyleClass().add("preflight-row");
    row.setAlignment(Pos.TOP_LEFT);
    row.setAccessibleText(
        texts.get(
            "preflight.accessible",
            texts.get("preflight.state." + line.state().name()),
            line.topic(),
            line.text()));
    if (!linkId.isEmpty()) {
      line.mend().filter(reachable).ifPresent(step -> row.getChildren().add(link(linkId, step)));
    }
    return row;
  }

  private Hyperlink link(String linkId, StepId step) {
    String name = texts.get("step." + step.name());
    Hyperlink link = new Hyperlink(texts.get("preflight.mend", name), Nodes.icon(Feather.EDIT_2));
    link.setId(linkId);
    link.setMinWidth(USE_PREF_SIZE);
    link.setOnAction(event -> goTo.accept(step));
    return link;
  }

  private static FontIcon icon(Finding.State state) {
    Tone tone = toneOf(state);
    FontIcon icon = Nodes.icon(state == Finding.State.UNKNOWN ? Feather.HELP_CIRCLE : tone.icon());
    icon.getStyleClass().addAll("toned-icon", tone.styleClass());
    return icon;
  }

  static Tone toneOf(Finding.State state) {
    return switch (state) {
      case PASSED -> Tone.SUCCESS;
      case WARNING -> Tone.WARNING;
      case FAILED -> Tone.DANGER;
      case UNKNOWN -> Tone.NEUTRAL;
    };
  }
}
