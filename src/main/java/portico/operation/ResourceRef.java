package portico.operation;

/**
 * A resource of the Pulumi program.
 *
 * @param urn Pulumi's unique name of it
 * @param type Pulumi type token such as {@code aws:lb/loadBalancer:LoadBalancer}
 * @param name the resource's name in the program
 */
public record ResourceRef(String urn, String type, String name) {
  /** Reads type and name out of a URN: {@code urn:pulumi:stack::project::parent$type::name}. */
  public static ResourceRef ofUrn(String urn) {
    String[] parts = urn.split("::", 4);
    if (parts.length < 4) {
      return new ResourceRef(urn, "", urn);
    }
    String type = parts[2].substring(parts[2].lastIndexOf('$') + 1);
    return new ResourceRef(urn, type, parts[3]);
  }
}
