package portico.desktop.widget;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import portico.spec.SpecDiff;

/** The changes of a spec as in a patch: by sign, and by colour beside it. */
public final class DiffLines {
  private DiffLines() {}

  /** One label for each line, for a box of the style class {@code map-diff}. */
  public static List<Node> of(List<SpecDiff.Line> lines) {
    return lines.stream().<Node>map(DiffLines::line).toList();
  }

  private static Label line(SpecDiff.Line line) {
    Label label = Nodes.label(line.marked(), "mono", "map-diff-line");
    Tone tone =
        switch (line.change()) {
          case ADDED -> Tone.SUCCESS;
          case REMOVED -> Tone.DANGER;
          case SAME, LEFT_OUT -> Tone.NEUTRAL;
        };
    label.getStyleClass().add(tone.styleClass());
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }
}
