package portico.catalog;

/**
 * An IPAM pool that public IPv4 addresses of a load balancer can come from.
 *
 * @param name may be empty
 * @param description may be empty
 */
public record IpamPool(String id, String name, String description) {
  /** What users call it. */
  public String label() {
    return name.isBlank() ? id : name;
  }
}
