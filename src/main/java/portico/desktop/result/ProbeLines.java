package portico.desktop.result;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.Tone;
import portico.probe.ProbeResult;
import portico.proof.ProofStep;
import portico.text.Message;

/** A verdict in words, and the steps that led to it. */
final class ProbeLines extends VBox {
  ProbeLines(ProbeResult result, ResultText text) {
    getStyleClass().add("probe-lines");
    StatusBadge badge =
        new StatusBadge(ResultText.tone(result.verdict()), text.shortVerdict(result));
    badge.setId("result-verdict");
    Label words = Nodes.paragraph(text.verdict(result));
    words.setId("result-verdict-text");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(10, badge, words);
    head.setAlignment(Pos.TOP_LEFT);
    getChildren().add(head);
    text.record(result).ifPresent(message -> getChildren().add(certificate(message)));
    result.steps().forEach(step -> getChildren().add(line(step, text)));
  }

  private static Node certificate(Message message) {
    FontIcon icon = Nodes.icon(Tone.WARNING.icon());
    icon.getStyleClass().add("toned-icon");
    Label words = Nodes.paragraph(message.what() + " " + message.next());
    words.setId("result-certificate");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(8, icon, words);
    line.getStyleClass().add(Tone.WARNING.styleClass());
    return line;
  }

  private static Node line(ProofStep step, ResultText text) {
    Tone tone = step instanceof ProofStep.Failed ? Tone.DANGER : Tone.SUCCESS;
    FontIcon icon = Nodes.icon(tone.icon());
    icon.getStyleClass().add("toned-icon");
    Label name = Nodes.label(text.stepName(step), "probe-stage");
    Label what = Nodes.paragraph(text.step(step), "text-muted");
    HBox.setHgrow(what, Priority.ALWAYS);
    what.setMaxWidth(Double.MAX_VALUE);
    Label took = Nodes.label(text.took(step), "mono", "text-muted", "small-text");
    took.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(8, icon, name, what, took);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add(tone.styleClass());
    return line;
  }
}
