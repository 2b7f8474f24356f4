package portico.desktop.progress;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import portico.desktop.widget.LongList;
import portico.desktop.widget.Nodes;

/** The resources of an operation, one line each. */
final class ResourceList extends VBox {
  private final ProgressModel model;
  private final ProgressText text;
  private final List<ResourceLine> made = new ArrayList<>();

  ResourceList(ProgressModel model, ProgressText text) {
    this.model = model;
    this.text = text;
    setId("progress-resources");
    Label none = Nodes.paragraph(text.get("progress.resources.none"), "text-muted");
    LongList<ResourceRow> lines =
        new LongList<>(text.get("progress.resources"), model.rows(), this::line);
    getChildren().addAll(none, lines);
    Runnable update =
        () -> {
          Nodes.show(none, model.rows().isEmpty());
          Nodes.show(lines, !model.rows().isEmpty());
        };
    model.rows().addListener((ListChangeListener<ResourceRow>) change -> update.run());
    update.run();
  }

  /** Lets the clocks in view advance. */
  void tick() {
    made.forEach(ResourceLine::tick);
  }

  private ResourceLine line() {
    ResourceLine line = new ResourceLine(model, text);
    made.add(line);
    return line;
  }
}
