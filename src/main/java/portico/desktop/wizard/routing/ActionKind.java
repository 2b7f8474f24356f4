package portico.desktop.wizard.routing;

/** What can be done with a request. */
enum ActionKind {
  FORWARD,
  REDIRECT,
  FIXED_RESPONSE
}
