package portico.desktop.wizard.draft;

/** The wizard's steps, in their order. */
public enum StepId {
  SERVE,
  ACCOUNT,
  NETWORK,
  TARGETS,
  ROUTING,
  ACCESS,
  SETTINGS,
  REVIEW;

  /** Where the wizard begins. */
  public static final StepId FIRST = SERVE;
}
