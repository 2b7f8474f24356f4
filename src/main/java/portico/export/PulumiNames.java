package portico.export;

/** What Pulumi calls the fields that Terraform's provider names. */
final class PulumiNames {
  private PulumiNames() {}

  /** The name in words joined by underscores: that of Python. */
  static String words(String field, Value value) {
    if (value instanceof Value.Parts) {
      return field + (field.endsWith("s") ? "es" : "s");
    }
    return field.equals("function_name") ? "function" : field;
  }

  static String camel(String field, Value value) {
    return Names.camel(words(field, value));
  }
}
