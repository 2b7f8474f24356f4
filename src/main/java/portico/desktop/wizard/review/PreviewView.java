package portico.desktop.wizard.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.BusyRow;
import portico.desktop.widget.FailureCard;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.TitledCard;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.view.Notice;
import portico.desktop.wizard.view.Swap;
import portico.operation.InstallEvent;
import portico.operation.Step;
import portico.text.Message;

/** The preview on the screen: how far it is, what it found, or why it failed. */
final class PreviewView extends VBox {

  private final ReviewViewModel review;
  private final PreviewViewModel model;
  private final Texts texts;

  PreviewView(ReviewViewModel review, Texts texts) {
    this.review = review;
    this.model = review.preview();
    this.texts = texts;
    FlowPane counts = new FlowPane();
    counts.getStyleClass().add("preview-counts");
    counts.setId("wizard-preview-counts");
    PreviewTable table = new PreviewTable(model.rows(), texts);
    table.setId("wizard-preview");
    model.rows().addListener((ListChangeListener<PreviewRow>) change -> showCounts(counts, table));
    showCounts(counts, table);
    getChildren()
        .add(
            new TitledCard(
                    texts.get("review.preview"),
                    new Swap(model.stateProperty(), this::state),
                    new Swap(model.installProperty(), this::install),
                    stale(),
                    new Swap(review.protectedBalancer(), this::protection),
                    counts,
                    table)
                .withActions(
                    Nodes.button(
                        "wizard-preview-again",
                        texts.get("review.preview.again"),
                        Feather.ROTATE_CW,
                        review::previewAgain)));
  }

  private List<Node> state(PreviewState state) {
    return switch (state) {
      case PreviewState.NotRun() ->
          List.of(Nodes.paragraph(texts.get("review.preview.not-run"), "text-muted"));
      case PreviewState.Running(var phase) -> List.of(new BusyRow(texts.status().of(phase)));
      case PreviewState.Succeeded() -> List.of();
      case PreviewState.Failed(var messages) -> failures(messages);
    };
  }

  private List<Node> failures(List<Message> messages) {
    List<Node> cards = new ArrayList<>();
    for (int index = 0; index < messages.size(); index++) {
      Optional<Runnable> retry = index == 0 ? Optional.of(review::previewAgain) : Optional.empty();
      cards.add(
          new FailureCard("wizard-preview-failure-" + (index + 1), messages.get(index), retry));
    }
    return cards;
  }

  private List<Node> install(Optional<InstallEvent> event) {
    return event.map(this::installRow).orElse(List.of());
  }

  private List<Node> installRow(InstallEvent event) {
    Label line = Nodes.paragraph(texts.install().of(event), "form-help");
    line.setId("wizard-install");
    if (event instanceof InstallEvent.Downloading(long bytes, OptionalLong total)
        && total.isPresent()) {
      ProgressBar bar = new ProgressBar((double) bytes / Math.max(1, total.getAsLong()));
      bar.setMaxWidth(Double.MAX_VALUE);
      bar.setAccessibleText(line.getText());
      return List.of(line, bar);
    }
    return List.of(line);
  }

  /** AWS would refuse it, and so does the deployment before it begins. */
  private List<Node> protection(Optional<String> balancer) {
    return balancer.stream()
        .<Node>map(
            name ->
                new Notice(
                    "wizard-preview-protected",
                    Tone.WARNING,
                    texts.get("review.protected", name, texts.get("step.SETTINGS"))))
        .toList();
  }

  /** Says that what is shown is about something older. */
  private Node stale() {
    Notice notice =
        new Notice("wizard-preview-stale", Tone.WARNING, texts.get("review.preview.stale"));
    var isStale =
        Bindings.createBooleanBinding(
            () ->
                model.stateProperty().get() instanceof PreviewState.Succeeded
                    && !review.request().getValue().equals(model.ranForProperty().get()),
            model.stateProperty(),
            model.ranForProperty(),
            review.request());
    notice.visibleProperty().bind(isStale);
    notice.managedProperty().bind(isStale);
    return notice;
  }

  private void showCounts(FlowPane counts, PreviewTable table) {
    List<Node> badges = new ArrayList<>();
    model
        .counts()
        .forEach(
            (step, count) ->
                badges.add(
                    new StatusBadge(
                        PreviewTable.toneOf(step),
                        texts.get("review.count", count, texts.status().of(step)))));
    boolean changes = model.counts().keySet().stream().anyMatch(Step::changes);
    if (!badges.isEmpty() && !changes) {
      badges.add(Nodes.label(texts.get("review.preview.empty")));
    }
    counts.getChildren().setAll(badges);
    Nodes.show(counts, !badges.isEmpty());
    Nodes.show(table, !badges.isEmpty());
  }
}
