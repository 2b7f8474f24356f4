package portico.desktop.progress;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;

/** The resources of an operation, one line each: type and name, step, state, elapsed. */
final class ResourceList extends VBox {
  private final ProgressModel model;
  private final ProgressText text;
  private final Map<ResourceRow, Label> clocks = new HashMap<>();

  ResourceList(ProgressModel model, ProgressText text) {
    this.model = model;
    this.text = text;
    getStyleClass().add("resource-list");
    setId("progress-resources");
    Label none = Nodes.paragraph(text.get("progress.resources.none"), "text-muted");
    getChildren().add(none);
    model
        .rows()
        .addListener(
            (ListChangeListener<ResourceRow>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(row -> getChildren().add(line(row)));
                  }
                  Nodes.show(none, model.rows().isEmpty());
                });
    model.rows().forEach(row -> getChildren().add(line(row)));
    Nodes.show(none, model.rows().isEmpty());
  }

  /** Lets the rows' clocks advance. */
  void tick() {
    clocks.forEach((row, label) -> label.setText(model.elapsedOf(row)));
  }

  private Node line(ResourceRow row) {
    GridPane line = new GridPane();
    line.getStyleClass().add("resource-row");
    line.getColumnConstraints()
        .addAll(
            column(22, Priority.NEVER),
            column(60, Priority.ALWAYS),
            column(64, Priority.NEVER),
            column(92, Priority.NEVER),
            column(56, Priority.NEVER));
    FontIcon icon = Nodes.icon(Tone.NEUTRAL.icon());
    icon.getStyleClass().add("toned-icon");
    Label step = Nodes.label("", "text-muted");
    Label state = Nodes.label("", "toned-text");
    Label clock = Nodes.label("", "mono", "text-muted", "small-text");
    GridPane.setHalignment(clock, HPos.RIGHT);
    clocks.put(row, clock);
    line.addRow(0, icon, names(row), step, state, clock);
    row.stepProperty().subscribe(now -> step.setText(text.step(now)));
    row.stateProperty().subscribe(now -> showState(line, icon, state, now));
    VBox whole = new VBox(line, problem(row));
    whole.getStyleClass().add("resource-item");
    return whole;
  }

  private HBox names(ResourceRow row) {
    Label type = Nodes.label(text.type(row.resource()));
    type.setMinWidth(USE_PREF_SIZE);
    Label name = Nodes.label(row.resource().name(), "mono", "text-muted", "small-text");
    HBox names = new HBox(10, type, name);
    names.setAlignment(Pos.CENTER_LEFT);
    return names;
  }

  private void showState(GridPane line, FontIcon icon, Label label, ResourceRow.State state) {
    Tone tone = toneOf(state);
    for (Tone each : Tone.values()) {
      line.getStyleClass().remove(each.styleClass());
    }
    line.getStyleClass().add(tone.styleClass());
    icon.setIconCode(tone.icon());
    label.setText(text.state(state));
  }

  private Label problem(ResourceRow row) {
    Label problem = Nodes.paragraph("", "resource-problem");
    row.problemProperty()
        .subscribe(
            now -> {
              problem.setText(now);
              Nodes.show(problem, !now.isEmpty());
            });
    return problem;
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
