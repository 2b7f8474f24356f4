package portico.desktop.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.proof.ProofProblem;
import portico.proof.ProofStep;
import portico.proof.StreamFacts;
import portico.text.ProofText;
import portico.text.Words;

/** The steps of a proof, under the listeners that they were taken at. */
final class StepLines extends VBox {
  private final ProofText text;
  private final Words words;

  StepLines(ProofText text, Words words) {
    this.text = text;
    this.words = words;
    setId("proof-steps");
    getStyleClass().add("probe-lines");
  }

  void show(List<ProofStep> steps, Instant now) {
    getChildren().clear();
    String listener = "";
    for (ProofStep step : steps) {
      if (!step.listener().equals(listener)) {
        listener = step.listener();
        getChildren()
            .add(Nodes.label(words.get("proof.listener", listener), "form-label", "small-text"));
      }
      getChildren().add(line(step, now));
      stream(step).filter(facts -> facts.events() > 1).ifPresent(this::addStrip);
    }
  }

  private void addStrip(StreamFacts facts) {
    getChildren()
        .add(
            new ArrivalStrip(
                facts,
                text,
                words.get("proof.strip", facts.events(), text.length(facts.longestGap()))));
  }

  private static Optional<StreamFacts> stream(ProofStep step) {
    return switch (step) {
      case ProofStep.Streamed streamed -> Optional.of(streamed.facts());
      case ProofStep.Failed failed
          when failed.problem() instanceof ProofProblem.StreamBroken(var facts, var detail) ->
          Optional.of(facts);
      case ProofStep.Failed _,
          ProofStep.Resolved _,
          ProofStep.Connected _,
          ProofStep.Secured _,
          ProofStep.Healthy _,
          ProofStep.Refused _,
          ProofStep.Survived _,
          ProofStep.Skipped _ ->
          Optional.empty();
    };
  }

  private Node line(ProofStep step, Instant now) {
    Tone tone = tone(step);
    FontIcon icon = Nodes.icon(tone.icon());
    icon.getStyleClass().add("toned-icon");
    icon.setAccessibleText(words.get(spoken(tone)));
    Label name = Nodes.label(text.of(step.stage()), "proof-stage");
    Label what = Nodes.paragraph(text.of(step, now), "proof-what");
    if (tone != Tone.DANGER) {
      what.getStyleClass().add("text-muted");
    }
    HBox.setHgrow(what, Priority.ALWAYS);
    what.setMaxWidth(Double.MAX_VALUE);
    Label took =
        Nodes.label(
            step instanceof ProofStep.Skipped ? "" : text.length(step.took()),
            "mono",
            "text-muted",
            "small-text");
    took.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(8, icon, name, what, took);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().addAll("proof-line", tone.styleClass());
    return line;
  }

  private static String spoken(Tone tone) {
    return switch (tone) {
      case SUCCESS -> "proof.step.good";
      case DANGER -> "proof.step.bad";
      case NEUTRAL, WORKING, INFO, WARNING -> "proof.step.none";
    };
  }

  private static Tone tone(ProofStep step) {
    return switch (step) {
      case ProofStep.Failed _ -> Tone.DANGER;
      case ProofStep.Skipped _ -> Tone.NEUTRAL;
      case ProofStep.Resolved _,
          ProofStep.Connected _,
          ProofStep.Secured _,
          ProofStep.Healthy _,
          ProofStep.Refused _,
          ProofStep.Streamed _,
          ProofStep.Survived _ ->
          Tone.SUCCESS;
    };
  }
}
