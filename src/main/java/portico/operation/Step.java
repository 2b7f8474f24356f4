package portico.operation;

/** What the engine does, or would do, to one resource. */
public enum Step {
  CREATE,
  UPDATE,
  REPLACE,
  DELETE,
  SAME,
  READ,
  REFRESH,
  IMPORT;

  /** Whether AWS changes by it. */
  public boolean changes() {
    return switch (this) {
      case CREATE, UPDATE, REPLACE, DELETE, IMPORT -> true;
      case SAME, READ, REFRESH -> false;
    };
  }
}
