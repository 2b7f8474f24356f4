package portico.desktop.widget;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The stylesheet and fonts that every window of Portico uses. */
public final class Stylesheets {
  private static final String INTER = "/com/formdev/flatlaf/fonts/inter/Inter-";
  private static final String MONO = "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-";
  private static final List<String> FONTS =
      List.of(
          INTER + "Regular.otf",
          INTER + "SemiBold.otf",
          INTER + "Bold.otf",
          INTER + "Italic.otf",
          MONO + "Regular.ttf",
          MONO + "Bold.ttf");

  private Stylesheets() {}

  /** Loads the fonts, which JavaFX then knows by name, and puts the stylesheet on the scene. */
  public static void apply(Scene scene) {
    FONTS.forEach(Stylesheets::loadFont);
    scene.getStylesheets().setAll(resource("/portico/desktop/widget/desktop.css").toExternalForm());
  }

  private static void loadFont(String path) {
    try (InputStream font = resource(path).openStream()) {
      if (Font.loadFont(font, 14) == null) {
        throw new IllegalStateException("not a font: " + path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static URL resource(String path) {
    URL url = Stylesheets.class.getResource(path);
    if (url == null) {
      throw new IllegalStateException("missing from the class path: " + path);
    }
    return url;
  }
}
