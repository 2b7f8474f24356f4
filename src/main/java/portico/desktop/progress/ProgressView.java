package portico.desktop.progress;

import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.Navigation;
import portico.desktop.text.AccountText;
import portico.desktop.widget.CopyButton;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Page;
import portico.desktop.widget.PageHeader;
import portico.desktop.widget.TitledCard;
import portico.operation.InstallEvent;

/** An operation at work: phase, overall bar, resources, log; at the end what came of it. */
public final class ProgressView extends StackPane {
  private final ProgressModel model;
  private final ProgressText text;
  private final PageHeader header;
  private final ResourceList resources;
  private final Label count = Nodes.label("", "text-muted", "small-text");

  public ProgressView(ProgressModel model, ProgressText text, Navigation navigation) {
    this.model = model;
    this.text = text;
    header = new PageHeader(text.get("progress.loading"), "");
    resources = new ResourceList(model, text);
    Page page =
        new Page(
            header,
            statusCard(),
            new EndPanel(model, text, navigation),
            installCard(),
            new TitledCard(text.get("progress.resources"), resources).withActions(count),
            logCard());
    getChildren().add(page);
    model
        .requestProperty()
        .subscribe(
            found ->
                found.ifPresent(
                    request -> {
                      header.setTitle(text.title(request));
                      header.setSubtitle(text.subtitle(request));
                      header.showPractice(AccountText.isPractice(request.account()));
                    }));
    header.setActions(cancelButton());
    model.batchesProperty().subscribe(batches -> tick());
  }

  /** Lets all clocks advance. */
  public void tick() {
    model.tick();
    resources.tick();
    long done =
        model.rows().stream()
            .filter(row -> row.stateProperty().get() == ResourceRow.State.DONE)
            .count();
    count.setText(
        model.progressProperty().get() < 0
            ? text.get("progress.count-open", done)
            : text.get("progress.count", done, model.rows().size()));
    Nodes.show(count, !model.rows().isEmpty());
  }

  private Node statusCard() {
    Label phase = Nodes.label("", "progress-phase");
    phase.setId("progress-phase");
    Label elapsed = Nodes.label("", "mono", "text-muted");
    elapsed.setId("progress-elapsed");
    elapsed.textProperty().bind(model.elapsedProperty());
    Label expected = Nodes.label("", "text-muted", "small-text");
    expected.setId("progress-expected");
    expected.textProperty().bind(model.expectedProperty());
    HBox line = new HBox(12, phase, Nodes.spacer(), expected, elapsed);
    line.setAlignment(Pos.CENTER_LEFT);
    ProgressBar bar = new ProgressBar();
    bar.setId("progress-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(text.get("progress.bar"));
    bar.progressProperty().bind(model.progressProperty());
    Label note = Nodes.paragraph("", "text-muted", "small-text");
    note.setId("progress-note");
    Runnable update = () -> describe(phase, note);
    model.phaseProperty().subscribe(update);
    model.endProperty().subscribe(update);
    model.cancellingProperty().subscribe(update);
    update.run();
    VBox card = new VBox(line, bar, note);
    card.getStyleClass().add("progress-status");
    return card;
  }

  private void describe(Label phase, Label note) {
    boolean over = model.endProperty().get().isPresent();
    phase.setText(
        model
            .endProperty()
            .get()
            .map(text::end)
            .orElseGet(() -> text.phase(model.phaseProperty().get())));
    note.setText(
        switch (model.cancellingProperty().get()) {
          case NO -> text.get("progress.background");
          case ASKED -> text.get("progress.cancelling") + " " + text.get("progress.stop.warning");
          case STOPPING -> text.get("progress.stopping");
        });
    Nodes.show(note, !over);
  }

  private Button cancelButton() {
    Button cancel =
        Nodes.button("progress-cancel", text.get("progress.cancel"), Feather.X, model::cancel);
    Runnable update =
        () -> {
          switch (model.cancellingProperty().get()) {
            case NO -> cancel.setText(text.get("progress.cancel"));
            case ASKED -> {
              cancel.setText(text.get("progress.stop"));
              cancel.setGraphic(Nodes.icon(Feather.X_OCTAGON));
              if (!cancel.getStyleClass().contains("danger")) {
                cancel.getStyleClass().add("danger");
              }
            }
            case STOPPING -> cancel.setDisable(true);
          }
          Nodes.show(
              cancel,
              model.endProperty().get().isEmpty() && model.requestProperty().get().isPresent());
        };
    model.cancellingProperty().subscribe(update);
    model.endProperty().subscribe(update);
    model.requestProperty().subscribe(update);
    update.run();
    return cancel;
  }

  private Node installCard() {
    Label line = Nodes.paragraph("");
    line.setId("progress-install");
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(text.get("progress.engine"));
    TitledCard card = new TitledCard(text.get("progress.engine"), line, bar);
    model
        .installProperty()
        .subscribe(
            now -> {
              Nodes.show(card, now.isPresent());
              now.ifPresent(
                  event -> {
                    line.setText(text.install(event));
                    bar.setProgress(share(event).orElse(-1));
                  });
            });
    return card;
  }

  private static OptionalDouble share(InstallEvent event) {
    return event instanceof InstallEvent.Downloading(long bytes, var total) && total.orElse(0) > 0
        ? OptionalDouble.of((double) bytes / total.getAsLong())
        : OptionalDouble.empty();
  }

  private Node logCard() {
    ListView<String> log = new ListView<>(model.log());
    log.setId("progress-log");
    log.setAccessibleText(text.get("progress.log.name"));
    log.getStyleClass().addAll("mono", "log-area");
    model.batchesProperty().subscribe(batches -> log.scrollTo(model.log().size() - 1));
    String copy = text.get("progress.log.copy");
    TitledCard card =
        new TitledCard(text.get("progress.log"), log)
            .withActions(
                new CopyButton(
                    "progress-log-copy", copy, copy, () -> String.join("\n", model.log())));
    VBox.setVgrow(log, Priority.ALWAYS);
    VBox.setVgrow(card, Priority.ALWAYS);
    return card;
  }
}
