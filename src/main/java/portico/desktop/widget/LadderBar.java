package portico.desktop.widget;

import java.util.OptionalInt;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** One rung as a bar on the ladder's scale, with a line where the idle timeout stands. */
final class LadderBar extends Region {
  private static final double HEIGHT = 14;

  private final OptionalInt seconds;
  private final int mark;
  private final Region ground = new StackPane();
  private final Region bar = new StackPane();
  private final Region line = new StackPane();

  /**
   * @param seconds an empty one is drawn as an empty ground
   * @param mark where the line stands, in seconds
   */
  LadderBar(OptionalInt seconds, int mark) {
    this.seconds = seconds;
    this.mark = mark;
    ground.getStyleClass().add("ladder-ground");
    bar.getStyleClass().add("ladder-bar");
    line.getStyleClass().add("ladder-mark");
    getStyleClass().add("ladder-track");
    if (seconds.isEmpty()) {
      ground.getStyleClass().add("ladder-unknown");
    }
    bar.setVisible(seconds.isPresent());
    getChildren().addAll(ground, bar, line);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setMinWidth(60);
    setPrefWidth(180);
    setMaxWidth(Double.MAX_VALUE);
    setMouseTransparent(true);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    ground.resizeRelocate(0, 3, width, HEIGHT - 6);
    seconds.ifPresent(
        length -> bar.resizeRelocate(0, 2, width * LadderScale.fraction(length), HEIGHT - 4));
    line.resizeRelocate(width * LadderScale.fraction(mark) - 1, -5, 2, HEIGHT + 10);
  }
}
