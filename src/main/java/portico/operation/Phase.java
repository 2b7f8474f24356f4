package portico.operation;

/** Where an operation is. Phases follow each other in this order; some are left out. */
public enum Phase {
  /** Checks folders, free space, the environment's lock and its state. */
  PREPARING,
  /** Finds the engine, or installs it. */
  ENGINE,
  /** Checks the account. */
  ACCOUNT,
  /** Settles what an interrupted operation left behind. */
  REPAIRING,
  /** The engine works. */
  RUNNING,
  /** After a destroy: removes what an interrupted run made and never recorded. */
  SWEEPING,
  /** Reads the state back and keeps a verified copy. */
  VERIFYING
}
