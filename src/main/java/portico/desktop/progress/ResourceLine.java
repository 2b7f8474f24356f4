package portico.desktop.progress;

import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import portico.desktop.widget.LongList;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;

/** One resource: type and name, step, state, elapsed, and below it what went wrong. */
final class ResourceLine extends LongList.Line<ResourceRow> {
  private final ProgressModel model;
  private final ProgressText text;
  private final GridPane line = new GridPane();
  private final FontIcon icon = Nodes.icon(Tone.NEUTRAL.icon());
  private final Label type = Nodes.label("");
  private final Label name = Nodes.label("", "mono", "text-muted", "small-text");
  private final Label step = Nodes.label("", "text-muted");
  private final Label state = Nodes.label("", "toned-text");
  private final Label clock = Nodes.label("", "mono", "text-muted", "small-text");
  private final Label problem = Nodes.paragraph("", "resource-problem");
  private Optional<ResourceRow> row = Optional.empty();
  private Subscription subscription = Subscription.EMPTY;

  ResourceLine(ProgressModel model, ProgressText text) {
    this.model = model;
    this.text = text;
    getStyleClass().add("resource-item");
    line.getStyleClass().add("resource-row");
    line.getColumnConstraints()
        .addAll(
            column(22, Priority.NEVER),
            column(60, Priority.ALWAYS),
            column(64, Priority.NEVER),
            column(92, Priority.NEVER),
            column(56, Priority.NEVER));
    icon.getStyleClass().add("toned-icon");
    GridPane.setHalignment(clock, HPos.RIGHT);
    type.setMinWidth(USE_PREF_SIZE);
    HBox names = new HBox(10, type, name);
    names.setAlignment(Pos.CENTER_LEFT);
    line.addRow(0, icon, names, step, state, clock);
    getChildren().addAll(line, problem);
  }

  @Override
  protected void show(ResourceRow shown) {
    clear();
    row = Optional.of(shown);
    type.setText(text.type(shown.resource()));
    name.setText(shown.resource().name());
    subscription =
        Subscription.combine(
            shown.stepProperty().subscribe(now -> step.setText(text.step(now))),
            shown.stateProperty().subscribe(this::showState),
            shown.problemProperty().subscribe(this::showProblem));
    tick();
  }

  @Override
  protected void clear() {
    subscription.unsubscribe();
    subscription = Subscription.EMPTY;
    row = Optional.empty();
  }

  /** Lets its clock advance. */
  void tick() {
    row.ifPresent(shown -> clock.setText(model.elapsedOf(shown)));
  }

  private void showState(ResourceRow.State now) {
    Tone tone = toneOf(now);
    for (Tone each : Tone.values()) {
      line.getStyleClass().remove(each.styleClass());
    }
    line.getStyleClass().add(tone.styleClass());
    icon.setIconCode(tone.icon());
    state.setText(text.state(now));
  }

  private void showProblem(String now) {
    problem.setText(now);
    Nodes.show(problem, !now.isEmpty());
  }

  private static Tone toneOf(ResourceRow.State state) {
    return switch (state) {
      case WAITING -> Tone.NEUTRAL;
      case WORKING -> Tone.WORKING;
      case DONE -> Tone.SUCCESS;
      case FAILED -> Tone.DANGER;
      case STOPPED -> Tone.WARNING;
    };
  }

  private static ColumnConstraints column(double minWidth, Priority grow) {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(minWidth);
    if (grow == Priority.NEVER) {
      column.setPrefWidth(minWidth);
    }
    column.setHgrow(grow);
    return column;
  }
}
