package portico.desktop.widget;

import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.text.DesktopText;

/** The word PRACTICE, wherever something simulated is shown. */
public final class PracticeTag extends Label {
  public PracticeTag() {
    super(DesktopText.words().get("practice.label"), Nodes.icon(Feather.BOX));
    getStyleClass().addAll("status-badge", "practice-tag", Tone.WARNING.styleClass());
    setMinWidth(USE_PREF_SIZE);
  }
}
