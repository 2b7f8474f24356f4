package portico.desktop.widget;

import org.kordamp.ikonli.feather.Feather;

/** What a badge, row or card says about its content; each has an icon besides its colour. */
public enum Tone {
  NEUTRAL("tone-neutral", Feather.CIRCLE),
  WORKING("tone-accent", Feather.LOADER),
  INFO("tone-accent", Feather.INFO),
  SUCCESS("tone-success", Feather.CHECK_CIRCLE),
  WARNING("tone-warning", Feather.ALERT_TRIANGLE),
  DANGER("tone-danger", Feather.ALERT_OCTAGON);

  private final String styleClass;
  private final Feather icon;

  Tone(String styleClass, Feather icon) {
    this.styleClass = styleClass;
    this.icon = icon;
  }

  /** Style class of {@code desktop.css} that sets the tone's looked-up colours. */
  public String styleClass() {
    return styleClass;
  }

  public Feather icon() {
    return icon;
  }
}
