package portico.catalog;

import java.util.List;

/**
 * A security group and what it lets through.
 *
 * @param id such as {@code sg-0123456789abcdef0}
 * @param ingress what may come in
 * @param egress what may go out
 */
public record SecurityGroup(
    String id, String name, List<Permission> ingress, List<Permission> egress) {
  public SecurityGroup {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /**
   * One thing that is let through.
   *
   * @param protocol tcp, udp, icmp or {@code -1} for everything
   * @param fromPort first port, 0 to 65535; -1 for everything
   * @param toPort last port, 0 to 65535; -1 for everything
   * @param cidrs IPv4 and IPv6 networks on the other side
   * @param groupIds security groups on the other side
   */
  public record Permission(
      String protocol, int fromPort, int toPort, List<String> cidrs, List<String> groupIds) {
    public Permission {
      cidrs = List.copyOf(cidrs);
      groupIds = List.copyOf(groupIds);
    }

    /** Whether TCP on that port is let through. */
    public boolean admits(int port) {
      return protocol.equals("-1")
          || (protocol.equals("tcp") && fromPort <= port && port <= toPort);
    }
  }
}
