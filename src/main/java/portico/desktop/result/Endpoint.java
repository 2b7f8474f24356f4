package portico.desktop.result;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.function.IntFunction;
import portico.environment.Environment;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.TargetGroupSpec;
import portico.probe.ProbeTarget;

/**
 * Where a load balancer is asked.
 *
 * @param path the health check's path, since that is one that the service is known to answer
 * @param via where to connect instead, for simulated load balancers
 */
record Endpoint(
    String dnsName, Protocol protocol, int port, String path, Optional<InetSocketAddress> via) {

  /** Where to connect to a listener instead of its own name and port. */
  interface Way {
    Optional<InetSocketAddress> via(Environment environment, int listenerPort);
  }

  /** The first listener of the environment; empty without a DNS name. */
  static Optional<Endpoint> of(Environment environment, Way way) {
    return environment
        .dnsName()
        .flatMap(
            name ->
                environment
                    .spec()
                    .filter(spec -> !spec.listeners().isEmpty())
                    .map(spec -> ofFirstListener(name, spec, port -> way.via(environment, port))));
  }

  private static Endpoint ofFirstListener(
      String dnsName, EnvironmentSpec spec, IntFunction<Optional<InetSocketAddress>> via) {
    ListenerSpec listener = spec.listeners().getFirst();
    String path =
        listener.targetGroups().stream()
            .findFirst()
            .flatMap(spec::targetGroup)
            .map(TargetGroupSpec::healthCheck)
            .map(check -> check.path())
            .orElse("/");
    return new Endpoint(
        dnsName, listener.protocol(), listener.port(), path, via.apply(listener.port()));
  }

  ProbeTarget probeTarget() {
    return new ProbeTarget(dnsName, port, path, via);
  }

  /** The address as a client writes it; the protocol's own port is left out. */
  URI url() {
    boolean usual = port == (protocol == Protocol.HTTP ? 80 : 443);
    String scheme = protocol == Protocol.HTTP ? "http" : "https";
    return URI.create(scheme + "://" + dnsName + (usual ? "" : ":" + port) + path);
  }

  /** A command that asks it from a terminal, simulated ones included. */
  String curl() {
    return via.map(
            address ->
                "curl -i -H 'Host: %s:%d' http://%s:%d%s"
                    .formatted(dnsName, port, address.getHostString(), address.getPort(), path))
        .orElseGet(() -> "curl -i " + url());
  }
}
