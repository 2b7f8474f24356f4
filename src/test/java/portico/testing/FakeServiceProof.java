package portico.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import portico.proof.ProofControl;
import portico.proof.ProofListener;
import portico.proof.ProofReport;
import portico.proof.ProofRequest;
import portico.proof.ProofStep;
import portico.proof.ProofVerdict;
import portico.proof.ServiceProof;
import portico.proof.SilenceFacts;
import portico.proof.StreamFacts;

/** Takes the same steps in every proof. */
public final class FakeServiceProof implements ServiceProof {
  public List<ProofStep> steps = allGood();

  /** What happens before each step, such as a cancel. */
  public Runnable beforeStep = () -> {};

  /** What was asked, in order. */
  public final List<ProofRequest> asked = new ArrayList<>();

  @Override
  public ProofReport prove(ProofRequest request, ProofListener listener, ProofControl control) {
    asked.add(request);
    List<ProofStep> taken = new ArrayList<>();
    for (ProofStep step : steps) {
      beforeStep.run();
      listener.began(step.listener(), step.stage());
      ProofStep now =
          control.cancelled()
              ? new ProofStep.Skipped(step.listener(), step.stage(), ProofStep.Why.CANCELLED)
              : step;
      taken.add(now);
      listener.ended(now);
    }
    return report(request, taken);
  }

  private static ProofReport report(ProofRequest request, List<ProofStep> steps) {
    return new ProofReport(
        request.environment(),
        Samples.NOW,
        request.practice(),
        request.dnsName(),
        request.server(),
        request.idleTimeout(),
        steps,
        ProofVerdict.of(steps),
        steps.stream().map(ProofStep::took).reduce(Duration.ZERO, Duration::plus));
  }

  /** Every step of a listener of plain HTTP, all well. */
  public static List<ProofStep> allGood() {
    String listener = "ai-inference-listener";
    return List.of(
        new ProofStep.Resolved(
            listener, Duration.ofMillis(12), List.of("203.0.113.20", "203.0.113.21"), false),
        new ProofStep.Connected(listener, Duration.ofMillis(31), "203.0.113.20:80"),
        new ProofStep.Healthy(listener, Duration.ofMillis(48), "/health", 200, "uvicorn", false),
        new ProofStep.Streamed(listener, Duration.ofMillis(1412), stream()),
        new ProofStep.Survived(
            listener,
            Duration.ofSeconds(55),
            new SilenceFacts(
                Duration.ofSeconds(55), SilenceFacts.Way.CONNECTION, Duration.ofSeconds(60))));
  }

  /** Twenty-four tokens, 40 ms apart but for one that took 210 ms. */
  public static StreamFacts stream() {
    List<Duration> arrivals =
        IntStream.range(0, 24)
            .mapToObj(token -> Duration.ofMillis(312 + 40L * token + (token > 14 ? 170 : 0)))
            .toList();
    return new StreamFacts(
        "/v1/chat/completions",
        200,
        StreamFacts.Form.SERVER_SENT_EVENTS,
        Duration.ofMillis(300),
        Optional.of(Duration.ofMillis(312)),
        24,
        Duration.ofMillis(40),
        Duration.ofMillis(210),
        Duration.ofMillis(300),
        Duration.ofMillis(1412),
        arrivals,
        false);
  }
}
