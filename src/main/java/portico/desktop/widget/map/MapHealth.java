package portico.desktop.widget.map;

import portico.desktop.widget.Tone;

/** How a node of the map is, from what matters least to what matters most. */
public enum MapHealth {
  /** Not deployed yet. */
  PLANNED(Tone.NEUTRAL),
  HEALTHY(Tone.SUCCESS),
  UNUSED(Tone.NEUTRAL),
  /** AWS does not say, or could not be asked. */
  UNKNOWN(Tone.NEUTRAL),
  DRAINING(Tone.WARNING),
  INITIAL(Tone.WORKING),
  /** Some of the targets behind it are unhealthy. */
  MIXED(Tone.WARNING),
  UNHEALTHY(Tone.DANGER);

  private final Tone tone;

  MapHealth(Tone tone) {
    this.tone = tone;
  }

  public Tone tone() {
    return tone;
  }

  /** What AWS's own word for a target's state means (API_TargetHealth). */
  public static MapHealth of(String state) {
    return switch (state) {
      case "healthy" -> HEALTHY;
      case "initial" -> INITIAL;
      case "unhealthy", "unhealthy.draining" -> UNHEALTHY;
      case "draining" -> DRAINING;
      case "unused" -> UNUSED;
      default -> UNKNOWN;
    };
  }

  /** The one of two that a user should hear of first. */
  MapHealth worse(MapHealth other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
