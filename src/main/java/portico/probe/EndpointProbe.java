package portico.probe;

/** Asks an endpoint the way a client would, step by step. */
public interface EndpointProbe {
  /**
   * Resolves, connects, shakes hands where the listener speaks TLS, and sends one {@code GET};
   * where a key is needed, another one without it. Blocks for at most half a minute: never call it
   * on the FX thread. Never throws for what the network does; that is part of the result.
   */
  ProbeResult probe(ProbeTarget target);
}
