package portico.desktop.wizard.review;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Texts;

/** The checks before a deployment as a card of the review. */
final class PreflightView extends VBox {
  PreflightView(
      PreflightViewModel model, Texts texts, Predicate<StepId> reachable, Consumer<StepId> goTo) {
    Button again =
        Nodes.button(
            "wizard-preflight-again",
            texts.get("preflight.again"),
            Feather.ROTATE_CW,
            model::again);
    model
        .stateProperty()
        .subscribe(state -> again.setDisable(!(state instanceof PreflightState.Done)));
    getChildren()
        .add(
            new TitledCard(
                    texts.get("preflight.title"),
                    new PreflightList("wizard-preflight", model, texts, reachable, goTo))
                .withActions(again));
  }
}
