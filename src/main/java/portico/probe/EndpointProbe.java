package portico.probe;

/** Asks an endpoint the way a client would, step by step. */
public interface EndpointProbe {
  /**
   * Resolves, connects and sends one {@code GET}. Blocks for at most ten seconds: never call it on
   * the FX thread. Never throws for what the network does; that is part of the result.
   */
  ProbeResult probe(ProbeTarget target);
}
