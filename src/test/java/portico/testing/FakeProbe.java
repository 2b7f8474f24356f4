package portico.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import portico.probe.EndpointProbe;
import portico.probe.ProbeResult;
import portico.probe.ProbeTarget;
import portico.proof.ProofProblem;
import portico.proof.ProofStep;

/** Answers every probe with the same verdict and steps. */
public final class FakeProbe implements EndpointProbe {
  private static final String LISTENER = "ai-inference-listener";

  public ProbeResult.Verdict verdict = ProbeResult.Verdict.SERVES;
  public List<ProofStep> steps = serves();

  /** What was asked, in order. */
  public final List<ProbeTarget> asked = new ArrayList<>();

  /** Name, connect and a 200. */
  public static List<ProofStep> serves() {
    return List.of(resolved(), FakeServiceProof.allGood().get(1), healthy());
  }

  /** Name, connect, TLS with the certificate of {@link ProofSamples#TLS}, and a 200. */
  public static List<ProofStep> servesByTls() {
    return List.of(
        resolved(),
        FakeServiceProof.allGood().get(1),
        new ProofStep.Secured(LISTENER, Duration.ofMillis(40), ProofSamples.TLS),
        healthy());
  }

  /** The name alone, then silence. */
  public static List<ProofStep> silent() {
    return List.of(
        resolved(),
        new ProofStep.Failed(
            LISTENER,
            Duration.ofSeconds(5),
            ProofStep.Stage.CONNECT,
            new ProofProblem.TimedOut(Duration.ofSeconds(5))));
  }

  private static ProofStep resolved() {
    return FakeServiceProof.allGood().getFirst();
  }

  private static ProofStep healthy() {
    return FakeServiceProof.allGood().get(2);
  }

  @Override
  public ProbeResult probe(ProbeTarget target) {
    asked.add(target);
    Duration total = steps.stream().map(ProofStep::took).reduce(Duration.ZERO, Duration::plus);
    return new ProbeResult(target, verdict, steps, total);
  }
}
