package portico.desktop.wizard.draft;

/** The wizard's steps, in their order. */
public enum StepId {
  ACCOUNT,
  NETWORK,
  TARGETS,
  ROUTING,
  ACCESS,
  REVIEW
}
