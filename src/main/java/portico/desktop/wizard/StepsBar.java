package portico.desktop.wizard;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.Nodes;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Texts;

/** The names of the steps; a finished one can be gone to. */
final class StepsBar extends HBox {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  /** Room for the names of all steps. */
  private static final double NAMED_WIDTH = 820;

  private final Texts texts;
  private boolean compact;

  StepsBar(WizardViewModel model, Texts texts) {
    this.texts = texts;
    getStyleClass().add("steps-bar");
    setAlignment(Pos.CENTER_LEFT);
    int number = 1;
    for (StepId id : StepId.values()) {
      if (number > 1) {
        Region line = new Region();
        line.getStyleClass().add("step-line");
        HBox.setHgrow(line, Priority.SOMETIMES);
        getChildren().add(line);
      }
      getChildren().add(button(model, id, number));
      number++;
    }
    setMinWidth(0);
    widthProperty().addListener((observed, before, now) -> fit());
    model.stepProperty().addListener((observed, before, now) -> requestLayout());
  }

  /** In a narrow window only the current step keeps its name; the others are their numbers. */
  private void fit() {
    boolean tight = getWidth() < NAMED_WIDTH;
    if (tight != compact) {
      compact = tight;
      pseudoClassStateChanged(COMPACT, tight);
      getChildren().forEach(this::showName);
    }
  }

  private void showName(Node child) {
    if (child instanceof Button button) {
      boolean current = button.getPseudoClassStates().contains(CURRENT);
      button.setContentDisplay(
          compact && !current ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }
  }

  private Button button(WizardViewModel model, StepId id, int number) {
    Button button = new Button(texts.get("step." + id.name()));
    button.setId("wizard-step-" + id.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().addAll("flat", "step-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(texts.get("step." + id.name())));
    button.setOnAction(event -> model.goTo(id));
    model.stateOf(id).subscribe(state -> show(button, id, number, state));
    return button;
  }

  /** Number, check mark and frame tell the states apart, not colour alone. */
  private void show(Button button, StepId id, int number, StepState state) {
    Label mark = new Label(state == StepState.DONE ? "" : String.valueOf(number));
    if (state == StepState.DONE) {
      mark.setGraphic(Nodes.icon(Feather.CHECK));
    }
    mark.getStyleClass().add("step-mark");
    button.setGraphic(mark);
    button.pseudoClassStateChanged(CURRENT, state == StepState.CURRENT);
    button.pseudoClassStateChanged(DONE, state == StepState.DONE);
    showName(button);
    button.setDisable(state == StepState.TO_DO);
    button.setFocusTraversable(state == StepState.DONE);
    button.setAccessibleText(
        texts.get(
            "step.accessible",
            number,
            texts.get("step." + id.name()),
            texts.get("step.state." + state.name())));
  }
}
