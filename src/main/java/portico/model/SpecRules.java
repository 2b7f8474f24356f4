package portico.model;

/** placeholder */
public final class SpecRules {
  private SpecRules() {}
}
