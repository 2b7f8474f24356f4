package portico.desktop.wizard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ScrollPane;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.Dialogs;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Texts;
import portico.preflight.PreflightReport;

/** How the checks stand, in a few words that every step shows; a press lists them. */
public final class PreflightIndicator extends Button {
  private static final double LIST_HEIGHT = 360;

  private final PreflightViewModel model;
  private final Texts texts;
  private final PreflightLines lines;
  private final Predicate<StepId> reachable;
  private final Consumer<StepId> goTo;
  private Tone tone = Tone.NEUTRAL;

  /**
   * @param reachable whether a step can be gone to now
   */
  public PreflightIndicator(
      PreflightViewModel model, Texts texts, Predicate<StepId> reachable, Consumer<StepId> goTo) {
    this.model = model;
    this.texts = texts;
    this.lines = new PreflightLines(texts);
    this.reachable = reachable;
    this.goTo = goTo;
    setId("wizard-checks");
    getStyleClass().addAll("flat", "preflight-indicator");
    setMinWidth(USE_PREF_SIZE);
    setOnAction(event -> open());
    model.stateProperty().subscribe(this::show);
  }

  private void show(PreflightState state) {
    Nodes.show(this, !(state instanceof PreflightState.Waiting));
    getStyleClass().remove(tone.styleClass());
    tone = state.result().map(result -> toneOf(result.report())).orElse(Tone.NEUTRAL);
    getStyleClass().add(tone.styleClass());
    boolean running = state instanceof PreflightState.Running;
    setGraphic(Nodes.icon(running ? Feather.LOADER : tone.icon()));
    setText(
        state
            .result()
            .map(result -> lines.counts(result.report()))
            .orElseGet(() -> texts.get("preflight.running-short")));
    setAccessibleText(texts.get("preflight.indicator", getText()));
  }

  private static Tone toneOf(PreflightReport report) {
    if (report.failed()) {
      return Tone.DANGER;
    }
    return report.warned() > 0 ? Tone.WARNING : Tone.SUCCESS;
  }

  private void open() {
    List<Button> close = new ArrayList<>();
    PreflightList list =
        new PreflightList(
            "wizard-checks-list",
            model,
            texts,
            reachable,
            step -> {
              close.forEach(Button::fire);
              goTo.accept(step);
            });
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(LIST_HEIGHT);
    scroll.getStyleClass().add("preflight-scroll");
    scroll.setAccessibleText(texts.get("preflight.title"));
    close.addAll(
        Dialogs.ask(
            getScene().getWindow(),
            texts.get("preflight.title"),
            scroll,
            List.of(
                new Dialogs.Choice(
                    "wizard-checks-close",
                    texts.get("preflight.close"),
                    ButtonData.CANCEL_CLOSE,
                    () -> {}))));
  }
}
