package portico.operation;

/** What an operation does. */
public enum OperationKind {
  /** Finds out what a deploy would do; changes nothing. */
  PREVIEW,
  /** Makes the environment be as its spec says. */
  DEPLOY,
  /** Finds out what a destroy would remove; changes nothing. */
  DESTROY_PREVIEW,
  /** Removes every resource of the environment. */
  DESTROY,
  /** Finds out what differs in AWS from the state; changes nothing. */
  REFRESH_PREVIEW,
  /** Reads every resource again and corrects the state. */
  REFRESH;

  /** Whether AWS or the environment's state may change. */
  public boolean changesState() {
    return this == DEPLOY || this == DESTROY || this == REFRESH;
  }
}
