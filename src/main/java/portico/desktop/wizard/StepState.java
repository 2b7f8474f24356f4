package portico.desktop.wizard;

/** How the header shows a step. */
public enum StepState {
  DONE,
  CURRENT,
  TO_DO
}
