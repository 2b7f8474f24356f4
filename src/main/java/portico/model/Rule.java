package portico.model;

/** placeholder */
public enum Rule {
  X
}
