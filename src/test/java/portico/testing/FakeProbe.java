package portico.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import portico.probe.EndpointProbe;
import portico.probe.ProbeResult;
import portico.probe.ProbeTarget;

/** Answers every probe with the same verdict and steps. */
public final class FakeProbe implements EndpointProbe {
  public ProbeResult.Verdict verdict = ProbeResult.Verdict.SERVES;
  public List<ProbeResult.Step> steps = serves();

  /** What was asked, in order. */
  public final List<ProbeTarget> asked = new ArrayList<>();

  /** DNS, connect and a 200. */
  public static List<ProbeResult.Step> serves() {
    return List.of(
        new ProbeResult.Step.Resolved(List.of("203.0.113.20"), Duration.ofMillis(12)),
        new ProbeResult.Step.Connected("203.0.113.20:80", Duration.ofMillis(31)),
        new ProbeResult.Step.Answered(200, "uvicorn", Duration.ofMillis(48)));
  }

  @Override
  public ProbeResult probe(ProbeTarget target) {
    asked.add(target);
    Duration total =
        steps.stream().map(ProbeResult.Step::took).reduce(Duration.ZERO, Duration::plus);
    return new ProbeResult(target, verdict, steps, total);
  }
}
