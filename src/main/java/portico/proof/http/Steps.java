package portico.proof.http;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import portico.proof.ProofListener;
import portico.proof.ProofProblem;
import portico.proof.ProofStep;

/** Tells the steps at one listener, each with the time it took. */
final class Steps {
  private final String listener;
  private final ProofListener progress;
  private final Consumer<ProofStep> ended;
  private ProofStep.Stage stage = ProofStep.Stage.NAME;
  private long began;

  Steps(String listener, ProofListener progress, Consumer<ProofStep> ended) {
    this.listener = listener;
    this.progress = progress;
    this.ended = ended;
  }

  void begin(ProofStep.Stage next) {
    stage = next;
    began = System.nanoTime();
    progress.began(listener, next);
  }

  /** The step that was begun has gone well. */
  void good(Function<Duration, ProofStep> step) {
    ended.accept(step.apply(took()));
  }

  /** It has not. */
  void bad(ProofProblem problem) {
    ended.accept(new ProofStep.Failed(listener, took(), stage, problem));
  }

  void skip(ProofStep.Stage left, ProofStep.Why why) {
    ended.accept(new ProofStep.Skipped(listener, left, why));
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
