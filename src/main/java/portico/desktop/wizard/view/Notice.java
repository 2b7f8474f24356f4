package portico.desktop.wizard.view;

import javafx.scene.control.Label;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;

/** A sentence to be noticed, with an icon and a tinted ground. */
public final class Notice extends Label {
  public Notice(String id, Tone tone, String text) {
    super(text, Nodes.icon(tone.icon()));
    setId(id);
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setMaxWidth(Double.MAX_VALUE);
    getStyleClass().addAll("notice", tone.styleClass());
  }
}
