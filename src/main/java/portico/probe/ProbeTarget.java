package portico.probe;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What to ask.
 *
 * @param dnsName name of the load balancer, sent as Host
 * @param port listener port, 1 to 65535
 * @param path begins with a slash
 * @param via where to connect instead of the name's own address: practice load balancers stand
 *     behind the simulated AWS's port on this machine; empty for real ones
 */
public record ProbeTarget(String dnsName, int port, String path, Optional<InetSocketAddress> via) {}
