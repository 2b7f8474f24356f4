package portico.desktop.wizard;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

  private final Texts texts;

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
  }

  private Button button(WizardViewModel model, StepId id, int number) {
    Button button = new Button(texts.get("step." + id.name()));
    button.setId("wizard-step-" + id.name().toLowerCase(Locale.ROOT));
    button.getStyleClass().addAll("flat", "step-button");
    button.setMinWidth(USE_PREF_SIZE);
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
