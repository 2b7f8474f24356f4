package portico.model;

/** The addresses that a load balancer's nodes have (API_CreateLoadBalancer, IpAddressType). */
public enum IpAddressType {
  IPV4("ipv4"),
  /** IPv4 and IPv6; every subnet needs an IPv6 network. */
  DUALSTACK("dualstack"),
  /** As dual stack, but clients reach it from the internet by IPv6 only. */
  DUALSTACK_WITHOUT_PUBLIC_IPV4("dualstack-without-public-ipv4");

  private final String awsName;

  IpAddressType(String awsName) {
    this.awsName = awsName;
  }

  /** The value in AWS's API and in spec files. */
  public String awsName() {
    return awsName;
  }

  /** Whether clients may come by IPv6. */
  public boolean hasIpv6() {
    return this != IPV4;
  }
}
