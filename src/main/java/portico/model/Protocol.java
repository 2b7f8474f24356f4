package portico.model;

/** What a listener speaks to clients, or a target group to its targets. */
public enum Protocol {
  HTTP,
  HTTPS
}
