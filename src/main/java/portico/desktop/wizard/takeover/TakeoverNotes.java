package portico.desktop.wizard.takeover;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.TakeoverRemark;
import portico.catalog.TakeoverRemark.Weight;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.Notice;
import portico.text.TakeoverText;
import portico.text.Words;

/** What was read from a load balancer and what of it no spec can say, the gravest first. */
public final class TakeoverNotes extends VBox {
  private final TakeoverText text = new TakeoverText(Words.core());
  private final Texts texts;

  public TakeoverNotes(FoundLoadBalancer found, Texts texts) {
    this.texts = texts;
    setId("wizard-takeover-notes");
    TitledCard card =
        new TitledCard(
            texts.get("takeover.notes", found.balancer().name()),
            Nodes.paragraph(texts.get("takeover.beside", found.balancer().name())));
    for (TakeoverRemark each : of(found, Weight.DECIDE)) {
      card.getChildren().add(notice(each, Tone.WARNING));
    }
    for (TakeoverRemark each : of(found, Weight.DIFFERS)) {
      card.getChildren().add(notice(each, Tone.INFO));
    }
    List<TakeoverRemark> rest = of(found, Weight.NOTE);
    if (!rest.isEmpty()) {
      card.getChildren().add(folded(rest));
    }
    getChildren().add(card);
  }

  private static List<TakeoverRemark> of(FoundLoadBalancer found, Weight weight) {
    return found.remarks().stream().filter(each -> each.kind().weight() == weight).toList();
  }

  /** With its weight in words: state is never colour alone. */
  private Notice notice(TakeoverRemark remark, Tone tone) {
    String line = text.of(remark.kind().weight()) + ": " + text.of(remark);
    return new Notice("wizard-takeover-" + remark.kind().name(), tone, line);
  }

  private TitledPane folded(List<TakeoverRemark> remarks) {
    VBox lines = new VBox();
    lines.getStyleClass().add("form-field");
    for (TakeoverRemark each : remarks) {
      lines.getChildren().add(line(each));
    }
    TitledPane pane = new TitledPane(texts.get("takeover.notes.more", remarks.size()), lines);
    pane.setId("wizard-takeover-more");
    pane.setExpanded(false);
    pane.setAnimated(false);
    return pane;
  }

  private Node line(TakeoverRemark remark) {
    Label line = Nodes.paragraph(text.of(remark));
    line.setGraphic(Nodes.icon(Tone.INFO.icon()));
    return line;
  }
}
