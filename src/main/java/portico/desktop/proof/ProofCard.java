package portico.desktop.proof;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.PracticeTag;
import portico.desktop.widget.TitledCard;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.proof.ProofReport;
import portico.proof.ProofVerdict;
import portico.text.ProofText;
import portico.text.Words;

/** On an environment's overview: whether its service is proven, and how to prove it. */
final class ProofCard extends VBox {
  private final ProofViewModel model;
  private final Words words = DesktopText.words();
  private final ProofText text = new ProofText(Words.core());
  private final ProofHead head;
  private final Label hint = Nodes.paragraph("", "text-muted");
  private final VBox busy = new VBox();

  /**
   * @param open turns to the page with the steps
   */
  ProofCard(ProofViewModel model, TimeText times, Runnable open) {
    this.model = model;
    head = new ProofHead(model, times, "result-proof-verdict", "result-proof-text");
    hint.setId("result-proof-hint");
    Button steps =
        Nodes.button("result-proof-open", words.get("proof.card.open"), Feather.LIST, open);
    steps.getStyleClass().add("small");
    getChildren()
        .add(
            new TitledCard(words.get("proof.title"), head.line(), head.when(), hint, busy)
                .withActions(
                    practice(),
                    head.prove("result-proof"),
                    head.cancel("result-proof-cancel"),
                    steps));
    model.reportProperty().subscribe(this::rebuild);
    model.runningProperty().subscribe(this::rebuild);
    model.workingProperty().subscribe(this::rebuild);
    model.dueProperty().subscribe(this::rebuild);
    model.environmentProperty().subscribe(this::rebuild);
    rebuild();
  }

  private Node practice() {
    PracticeTag tag = new PracticeTag();
    model
        .reportProperty()
        .subscribe(report -> Nodes.show(tag, report.filter(ProofReport::practice).isPresent()));
    return tag;
  }

  private void rebuild() {
    Optional<ProofReport> report = model.reportProperty().get();
    head.show(report);
    String now = hintOf(report);
    hint.setText(now);
    Nodes.show(hint, !now.isEmpty());
    busy.getChildren().clear();
    if (model.runningProperty().get()) {
      busy.getChildren().add(new BusyRow(doing()));
    }
    Nodes.show(busy, model.runningProperty().get());
  }

  private String doing() {
    return model
        .workingProperty()
        .get()
        .map(each -> words.get("proof.card.running", text.of(each.stage())))
        .orElseGet(() -> words.get("proof.card.beginning"));
  }

  /** What is still to come, and that a proof that failed has broken nothing. */
  private String hintOf(Optional<ProofReport> report) {
    if (model.runningProperty().get()) {
      return "";
    }
    return switch (model.dueProperty().get()) {
      case WHEN_ANSWERING -> words.get("proof.card.waiting");
      case NO_TARGETS -> words.get("proof.card.no-targets");
      case NO ->
          report
              .map(each -> isDeployed() && !isProven(each) ? words.get("proof.card.deployed") : "")
              .orElseGet(() -> words.get("proof.card.none"));
    };
  }

  private boolean isDeployed() {
    return model
        .environmentProperty()
        .get()
        .map(Environment::state)
        .filter(EnvironmentState.Deployed.class::isInstance)
        .isPresent();
  }

  private static boolean isProven(ProofReport report) {
    return report.verdict().grade() != ProofVerdict.Grade.NOT;
  }
}
