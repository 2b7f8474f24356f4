package portico.desktop.widget;

import javafx.scene.control.Label;

/** A short state as icon and words on a tinted ground. */
public final class StatusBadge extends Label {
  private Tone tone = Tone.NEUTRAL;

  public StatusBadge(Tone tone, String text) {
    getStyleClass().add("status-badge");
    setMinWidth(USE_PREF_SIZE);
    show(tone, text);
  }

  /** Changes what the badge says. */
  public void show(Tone newTone, String text) {
    getStyleClass().remove(tone.styleClass());
    tone = newTone;
    getStyleClass().add(tone.styleClass());
    setGraphic(Nodes.icon(tone.icon()));
    setText(text);
  }
}
