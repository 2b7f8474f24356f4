package portico.model;

/**
 * A name of the user's own that leads to the load balancer: alias records in Route 53, for IPv4
 * and, where the load balancer has them, for IPv6 addresses.
 *
 * @param hostedZoneId the zone that the records are made in, such as Z0123456789ABCDEFGHIJ
 * @param name whole and without a dot at the end, such as api.example.com
 */
public record DnsRecordSpec(String hostedZoneId, String name) {
  /** What Pulumi calls the record of that type; another one in each zone. */
  public String resourceName(DnsRecordType type) {
    return hostedZoneId + "-" + name + "-" + type;
  }
}
