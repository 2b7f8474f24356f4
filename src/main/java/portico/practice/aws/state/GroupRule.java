package portico.practice.aws.state;

import java.util.Map;
import java.util.Optional;

/** One rule of a security group. Protocol -1 means all, and then ports are -1. */
public record GroupRule(
    String id,
    boolean egress,
    String protocol,
    int fromPort,
    int toPort,
    Peer peer,
    Optional<String> description,
    Map<String, String> tags) {

  /** Whether the rule covers TCP traffic on a port. */
  public boolean coversTcp(int port) {
    return protocol.equals("-1") || (protocol.equals("tcp") && fromPort <= port && port <= toPort);
  }

  /** Whether another rule says the same, whatever its id, description and tags. */
  public boolean sameTraffic(GroupRule other) {
    return egress == other.egress
        && protocol.equals(other.protocol)
        && fromPort == other.fromPort
        && toPort == other.toPort
        && peer.equals(other.peer);
  }
}
