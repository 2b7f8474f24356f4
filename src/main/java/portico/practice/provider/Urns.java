package portico.practice.provider;

/** Names of resources in the engine: {@code urn:pulumi:stack::project::parent$type::name}. */
final class Urns {
  private static final String SEPARATOR = "::";

  private Urns() {}

  static String type(String urn) {
    String types = urn.split(SEPARATOR, 4)[2];
    return types.substring(types.lastIndexOf('$') + 1);
  }

  static String name(String urn) {
    return urn.split(SEPARATOR, 4)[3];
  }
}
