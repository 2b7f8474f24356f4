package portico.preset;

/** What a good answer of the health path proves. */
public enum HealthQuality {
  /** The process answers. */
  PROCESS,
  /** The engine behind it lives. */
  ENGINE,
  /** The model can answer. */
  MODEL
}
