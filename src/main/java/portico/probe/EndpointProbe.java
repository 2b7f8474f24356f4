package portico.probe;

/** Sends one HTTP GET and tells how far it came. Blocks for at most ten seconds; never throws. */
public interface EndpointProbe {
  ProbeResult probe(ProbeTarget target);
}
