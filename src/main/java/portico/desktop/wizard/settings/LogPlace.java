package portico.desktop.wizard.settings;

/** Where logs of one kind go. */
public enum LogPlace {
  /** No logs are kept. */
  NONE,
  /** Into the bucket that is made with the environment. */
  MADE,
  /** Into a bucket of the user's. */
  EXISTING
}
