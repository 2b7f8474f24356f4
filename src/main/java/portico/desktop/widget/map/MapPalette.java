package portico.desktop.widget.map;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import portico.desktop.widget.Tone;

/**
 * The theme's colours for a canvas, which no stylesheet reaches: labels that nobody sees take them
 * from the stylesheet.
 */
final class MapPalette extends Pane {
  private final Map<Tone, Label> tones = new EnumMap<>(Tone.class);
  private final Label plain = swatch("map-plain");
  private final Label accent = swatch("map-accent");

  MapPalette() {
    setManaged(false);
    setVisible(false);
    for (Tone tone : Tone.values()) {
      Label label = swatch("map-tone");
      label.getStyleClass().add(tone.styleClass());
      tones.put(tone, label);
    }
    getChildren().addAll(tones.values());
    getChildren().addAll(plain, accent);
  }

  private static Label swatch(String styleClass) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    return label;
  }

  /** Changes when the theme does. */
  ObservableValue<Paint> changes() {
    return plain.textFillProperty();
  }

  /** For icons and words of a tone. */
  Paint foreground(Tone tone) {
    return tones.getOrDefault(tone, plain).getTextFill();
  }

  /** The tinted ground of a tone. */
  Paint ground(Tone tone) {
    return background(tones.getOrDefault(tone, plain));
  }

  Paint text() {
    return plain.getTextFill();
  }

  Paint muted() {
    return foreground(Tone.NEUTRAL);
  }

  /** The ground of boxes, and of the map. */
  Paint paper() {
    return background(plain);
  }

  Paint line() {
    return border(plain);
  }

  Paint accent() {
    return accent.getTextFill();
  }

  private static Paint background(Region region) {
    return region.getBackground() == null || region.getBackground().getFills().isEmpty()
        ? Color.TRANSPARENT
        : region.getBackground().getFills().getFirst().getFill();
  }

  private static Paint border(Region region) {
    return region.getBorder() == null || region.getBorder().getStrokes().isEmpty()
        ? Color.GRAY
        : region.getBorder().getStrokes().getFirst().getTopStroke();
  }
}
