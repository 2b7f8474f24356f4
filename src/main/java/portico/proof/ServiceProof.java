package portico.proof;

/** Asks a deployed service all that its users depend on. */
public interface ServiceProof {
  /**
   * Takes one step after the other, at each listener. Blocks for as long as the steps take, which
   * the request's limits bound: never call it on the FX thread. Never throws for what the network
   * does; that is part of the report.
   *
   * @param listener told of every step, on the calling thread
   * @param control cancels it, from any thread: the step in work ends at once
   */
  ProofReport prove(ProofRequest request, ProofListener listener, ProofControl control);
}
