package portico.desktop.wizard.routing;

/** What a condition looks at. */
enum ConditionKind {
  PATH,
  HOST,
  HEADER,
  METHOD,
  QUERY,
  SOURCE_IP,
  API_KEY
}
