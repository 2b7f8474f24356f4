/**
 * Proof that a deployed service answers: name, connection, certificate, health, a streamed answer
 * with the time to its first token, and a long silence that the idle timeout must allow. {@link
 * portico.proof.ServiceProof} and {@link portico.proof.ProofStore} are the ports; {@link
 * portico.proof.ProofPlan} says what is asked of which environment.
 */
@NullMarked
package portico.proof;

import org.jspecify.annotations.NullMarked;
