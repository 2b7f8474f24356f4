package portico.desktop.proof;

import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import portico.desktop.widget.Nodes;
import portico.proof.StreamFacts;
import portico.text.ProofText;

/**
 * When each event of a stream came, from left to right, each as a bar as high as the gap before it:
 * an even row is an even stream. The wait for the first is the empty room at the left.
 */
final class ArrivalStrip extends VBox {
  private static final double HEIGHT = 44;
  private static final double LEAST = 5;
  private static final double BAR = 3;

  ArrivalStrip(StreamFacts facts, ProofText text, String caption) {
    getStyleClass().add("arrival-strip");
    Label from = Nodes.label(text.length(Duration.ZERO), "text-muted", "small-text", "mono");
    Label to = Nodes.label(text.length(facts.total()), "text-muted", "small-text", "mono");
    Label legend = Nodes.label(caption, "text-muted", "small-text");
    HBox axis = new HBox(8, from, Nodes.spacer(), legend, Nodes.spacer(), to);
    axis.setAlignment(Pos.CENTER);
    getChildren().addAll(new Bars(facts), axis);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(caption);
  }

  /** The bars themselves, placed anew whenever the width changes. */
  private static final class Bars extends Region {
    private final List<Duration> arrivals;
    private final double total;
    private final double longest;

    Bars(StreamFacts facts) {
      arrivals = facts.arrivals();
      total = Math.max(1, facts.total().toNanos());
      longest = Math.max(1, facts.longestGap().toNanos());
      getStyleClass().add("arrival-bars");
      setMinHeight(HEIGHT);
      setPrefHeight(HEIGHT);
      for (int index = 0; index < arrivals.size(); index++) {
        Region bar = new Region();
        bar.getStyleClass().add(isLongest(index) ? "arrival-longest" : "arrival-bar");
        getChildren().add(bar);
      }
    }

    private double gap(int index) {
      return index == 0 ? 0 : arrivals.get(index).minus(arrivals.get(index - 1)).toNanos();
    }

    private boolean isLongest(int index) {
      return index > 0 && gap(index) >= longest;
    }

    @Override
    protected void layoutChildren() {
      double width = getWidth() - BAR - 2;
      for (int index = 0; index < arrivals.size(); index++) {
        double height = Math.max(LEAST, gap(index) / longest * (HEIGHT - 6));
        double x = 1 + arrivals.get(index).toNanos() / total * width;
        layoutInArea(
            getChildren().get(index),
            snapPositionX(x),
            snapPositionY(HEIGHT - 1 - height),
            BAR,
            snapSizeY(height),
            0,
            javafx.geometry.HPos.LEFT,
            javafx.geometry.VPos.BOTTOM);
      }
    }
  }
}
