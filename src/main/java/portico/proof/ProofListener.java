package portico.proof;

/** Told how a proof gets on. */
public interface ProofListener {
  /** Hears nothing. */
  ProofListener NONE = step -> {};

  /** A step is over, or was left out. */
  void ended(ProofStep step);

  /** A step has begun. */
  default void began(String listener, ProofStep.Stage stage) {}
}
