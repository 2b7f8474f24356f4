package portico.model;

import java.util.List;

/** The records that lead a name to a load balancer's addresses, by their names in DNS. */
public enum DnsRecordType {
  A,
  AAAA;

  /** What a load balancer with such addresses needs. */
  public static List<DnsRecordType> of(IpAddressType addresses) {
    return addresses.hasIpv6() ? List.of(A, AAAA) : List.of(A);
  }
}
