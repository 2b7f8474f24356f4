package portico.practice.aws.data;

import java.util.Map;
import java.util.Optional;

/**
 * Where listeners are reached, as the process that runs the data plane tells all others.
 *
 * @param by that process; empty if none runs one, and then the ports are those that the next shall
 *     try first
 * @param listeners by their ARNs
 */
record Published(Optional<ProcessMark> by, Map<String, Place> listeners) {
  /**
   * One listener's place.
   *
   * @param localPort its port on 127.0.0.1
   * @param open whether it is listened on
   */
  record Place(
      String balancer, String dnsName, String protocol, int port, int localPort, boolean open) {}

  boolean alive() {
    return by.map(ProcessMark::alive).orElse(false);
  }

  Optional<Place> place(String dnsName, int port) {
    return listeners.values().stream()
        .filter(each -> each.dnsName().equalsIgnoreCase(dnsName) && each.port() == port)
        .findFirst();
  }
}
