package portico.desktop.widget.map;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Shortens texts to a width. Measuring is slow, so what was measured is kept. */
final class TextFitting {
  private static final int MOST_KEPT = 4000;

  private final Text measure = new Text();
  private final Map<String, String> fitted =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST_KEPT;
        }
      };

  TextFitting(Font font) {
    measure.setFont(font);
  }

  /** The text, or as much of its beginning as is {@code room} pixels wide. */
  String fit(String text, double room) {
    return fitted.computeIfAbsent(Math.round(room) + " " + text, key -> shorten(text, room));
  }

  /** The text, or its beginning and its end with dots between. */
  String fitMiddle(String text, double room) {
    return fitted.computeIfAbsent("… " + Math.round(room) + " " + text, key -> squeeze(text, room));
  }

  private String squeeze(String text, double room) {
    String shown = text;
    for (int left = text.length() - 2; width(shown) > room && left > 4; left--) {
      int tail = left * 2 / 3;
      shown = text.substring(0, left - tail) + "…" + text.substring(text.length() - tail);
    }
    return shown;
  }

  private String shorten(String text, double room) {
    if (width(text) <= room) {
      return text;
    }
    int fits = 0;
    int beyond = text.length();
    while (beyond - fits > 1) {
      int middle = (fits + beyond) / 2;
      if (width(text.substring(0, middle) + "…") <= room) {
        fits = middle;
      } else {
        beyond = middle;
      }
    }
    return fits == 0 ? "" : text.substring(0, fits).stripTrailing() + "…";
  }

  private double width(String text) {
    measure.setText(text);
    return measure.getLayoutBounds().getWidth();
  }
}
