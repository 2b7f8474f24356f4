package portico.desktop.proof;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.Tone;
import portico.proof.ProofReport;
import portico.proof.ProofVerdict;
import portico.text.ProofText;
import portico.text.Words;

/**
 * What a report comes to and when it was made, and the buttons that make one: the same on the page
 * of the proof and on its card. Nothing is seen of a verdict while there is no report.
 */
final class ProofHead {
  private final ProofViewModel model;
  private final TimeText times;
  private final Words words = DesktopText.words();
  private final ProofText text = new ProofText(Words.core());
  private final StatusBadge badge = new StatusBadge(Tone.NEUTRAL, "");
  private final Label verdict = Nodes.paragraph("");
  private final Label when = Nodes.paragraph("", "text-muted", "small-text");
  private final HBox line = new HBox(10, badge, verdict);

  /**
   * @param badgeId of the verdict's badge
   * @param textId of the verdict's sentence
   */
  ProofHead(ProofViewModel model, TimeText times, String badgeId, String textId) {
    this.model = model;
    this.times = times;
    badge.setId(badgeId);
    verdict.setId(textId);
    HBox.setHgrow(verdict, Priority.ALWAYS);
    line.setAlignment(Pos.TOP_LEFT);
  }

  /** The verdict. */
  HBox line() {
    return line;
  }

  /** When it was, and how long it took. */
  Label when() {
    return when;
  }

  /** Follows the report: shows its verdict, or nothing. */
  void show(Optional<ProofReport> report) {
    report.ifPresent(this::fill);
    Nodes.show(line, report.isPresent());
    Nodes.show(when, report.isPresent());
  }

  private void fill(ProofReport report) {
    ProofVerdict.Grade grade = report.verdict().grade();
    badge.show(tone(grade), text.of(grade));
    verdict.setText(text.verdict(report));
    when.setText(
        words.get(
            "proof.when",
            times.ago(report.at(), model.now()),
            times.exact(report.at()),
            text.length(report.total())));
  }

  static Tone tone(ProofVerdict.Grade grade) {
    return switch (grade) {
      case PROVEN, ANSWERS -> Tone.SUCCESS;
      case PARTLY -> Tone.WARNING;
      case NOT -> Tone.DANGER;
    };
  }

  /** Starts a proof; not there while one runs. */
  Button prove(String id) {
    Button prove = Nodes.button(id, words.get("proof.prove"), Feather.PLAY, model::prove);
    prove.getStyleClass().addAll("accent", "small");
    prove.disableProperty().bind(model.readyBinding().not());
    model.runningProperty().subscribe(now -> Nodes.show(prove, !now));
    return prove;
  }

  /** Cancels the proof that runs; there only while one does. */
  Button cancel(String id) {
    Button cancel = Nodes.button(id, words.get("proof.cancel"), Feather.X, model::cancel);
    cancel.getStyleClass().add("small");
    model.runningProperty().subscribe(now -> Nodes.show(cancel, now));
    return cancel;
  }
}
