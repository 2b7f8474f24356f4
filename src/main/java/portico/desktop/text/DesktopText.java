package portico.desktop.text;

import portico.text.Words;

/** Where the desktop's texts are. */
public final class DesktopText {
  private DesktopText() {}

  /** The texts of {@code desktop.properties}. */
  public static Words words() {
    return Words.of("portico.desktop.text.desktop");
  }
}
