package portico.desktop.proof;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.text.AccountText;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.CopyButton;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.PracticeTag;
import portico.desktop.widget.Ticking;
import portico.desktop.widget.TitledCard;
import portico.text.ProofText;
import portico.text.Words;

/** The verdict, the steps below it, and what is to be proven. */
final class ProofView extends VBox {
  private final ProofViewModel model;
  private final TimeText times;
  private final Words words = DesktopText.words();
  private final ProofText text = new ProofText(Words.core());
  private final Label saved = Nodes.paragraph("", "text-muted", "small-text");
  private final Label waiting = Nodes.label("", "text-muted");
  private final StepLines lines = new StepLines(text, words);
  private final Ticking clock = new Ticking(Duration.ofMillis(500), this::tellWaiting);

  ProofView(ProofViewModel model, TimeText times) {
    this.model = model;
    this.times = times;
    getStyleClass().add("proof-view");
    ProofHead head = new ProofHead(model, times, "proof-verdict", "proof-verdict-text");
    HBox busy = busy();
    Label none = Nodes.paragraph(words.get("proof.none"), "text-muted");
    none.setId("proof-none");
    HBox export = export();
    PracticeTag practice = new PracticeTag();
    TitledCard card =
        new TitledCard(
                words.get("proof.title"),
                head.line(),
                head.when(),
                none,
                lines,
                busy,
                export,
                saved)
            .withActions(practice, head.prove("proof-prove"), head.cancel("proof-cancel"));
    getChildren().addAll(card, new KeptReports(model, times), new SettingsPane(model, words));
    model
        .environmentProperty()
        .subscribe(
            shown ->
                Nodes.show(
                    practice,
                    shown
                        .flatMap(each -> each.account())
                        .filter(AccountText::isPractice)
                        .isPresent()));
    model
        .reportProperty()
        .subscribe(
            report -> {
              head.show(report);
              Nodes.show(export, report.isPresent());
            });
    model.nothingYetBinding().subscribe(nothing -> Nodes.show(none, nothing));
    model.steps().subscribe(this::showSteps);
    showSteps();
    model.runningProperty().subscribe(now -> Nodes.show(busy, now));
    model.workingProperty().subscribe(this::tellWaiting);
    model.savedProperty().subscribe(this::show);
  }

  /** Lets the clock of the step in work run while the page is in view. */
  void follow(boolean inView) {
    if (inView) {
      clock.start();
    } else {
      clock.stop();
    }
  }

  private void showSteps() {
    lines.show(List.copyOf(model.steps()), model.now());
    Nodes.show(lines, !model.steps().isEmpty());
  }

  private HBox busy() {
    ProgressIndicator circle = new ProgressIndicator();
    circle.getStyleClass().add("busy-circle");
    circle.setAccessibleText(words.get("proof.title"));
    circle.setFocusTraversable(false);
    waiting.setId("proof-waiting");
    HBox busy = new HBox(circle, waiting);
    busy.setAlignment(Pos.CENTER_LEFT);
    busy.getStyleClass().add("busy-row");
    return busy;
  }

  private void tellWaiting() {
    waiting.setText(
        model
            .workingProperty()
            .get()
            .map(
                now ->
                    words.get("proof.waiting", text.of(now.stage()), times.clock(model.elapsed())))
            .orElse(""));
  }

  private HBox export() {
    Button save =
        Nodes.button("proof-save", words.get("proof.save"), Feather.DOWNLOAD, this::chooseFile);
    save.getStyleClass().add("small");
    CopyButton copy =
        new CopyButton(
            "proof-copy",
            words.get("proof.report"),
            words.get("proof.copy"),
            () -> model.reportProperty().get().map(ProofFile::markdown).orElse(""));
    HBox export = new HBox(8, save, copy);
    export.setAlignment(Pos.CENTER_LEFT);
    return export;
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(words.get("proof.save.title"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("Markdown", "*.md"),
            new FileChooser.ExtensionFilter("JSON", "*.json"));
    model
        .reportProperty()
        .get()
        .ifPresent(shown -> chooser.setInitialFileName(ProofFile.name(shown)));
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      model.save(file.toPath());
    }
  }

  private void show(Optional<ProofViewModel.Saved> done) {
    Nodes.show(saved, done.isPresent());
    done.ifPresent(
        each ->
            saved.setText(
                each.failure().isEmpty()
                    ? words.get("proof.saved", each.file())
                    : words.get("proof.not-saved", each.failure())));
  }
}
