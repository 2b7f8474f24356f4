package portico.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import portico.proof.ProofProblem;
import portico.proof.ProofStep;
import portico.proof.ProofStep.Stage;
import portico.proof.SilenceFacts;
import portico.proof.TlsFacts;

/** One of each kind of step and problem. */
public final class ProofSamples {
  public static final TlsFacts TLS =
      new TlsFacts(
          "TLSv1.3",
          "TLS_AES_256_GCM_SHA384",
          true,
          "CN=models.example.com",
          List.of("models.example.com"),
          "CN=Authority",
          Samples.NOW.plus(Duration.ofDays(90)),
          TlsFacts.Trust.PRACTICE,
          "models.example.com",
          true,
          false);
  public static final SilenceFacts SILENCE =
      new SilenceFacts(Duration.ofSeconds(90), SilenceFacts.Way.REQUEST, Duration.ofSeconds(60));

  private ProofSamples() {}

  /** Every problem there is. */
  public static List<ProofProblem> problems() {
    return List.of(
        new ProofProblem.UnknownName("demo.example.com", "no such name"),
        new ProofProblem.ConnectionRefused("127.0.0.1:80"),
        new ProofProblem.TimedOut(Duration.ofSeconds(10)),
        new ProofProblem.NoRoute("unreachable"),
        new ProofProblem.NoHandshake("no cipher suite in common"),
        new ProofProblem.NotTrusted(TLS, "unknown authority"),
        new ProofProblem.WrongName(TLS),
        new ProofProblem.NotHttp("closed"),
        new ProofProblem.NoTargets(),
        new ProofProblem.WrongStatus("/health", 500, ""),
        new ProofProblem.WrongStatus("/health", 500, "uvicorn"),
        new ProofProblem.NoKey("Authorization"),
        new ProofProblem.GateOpen("/x", 200),
        new ProofProblem.NoModel("/v1/models", "the list is empty"),
        new ProofProblem.NotStreamed(FakeServiceProof.stream()),
        new ProofProblem.StreamBroken(FakeServiceProof.stream(), "closed"),
        new ProofProblem.SilenceCut(
            SILENCE, Duration.ofSeconds(60), ProofProblem.Cut.GATEWAY_TIMEOUT, true),
        new ProofProblem.SilenceCut(SILENCE, Duration.ofSeconds(5), ProofProblem.Cut.CLOSED, false),
        new ProofProblem.Cancelled(),
        new ProofProblem.Other("no idea"));
  }

  /** Every step there is, with every problem and every reason to leave one out. */
  public static List<ProofStep> allSteps() {
    List<ProofStep> steps = new ArrayList<>(FakeServiceProof.allGood());
    steps.add(new ProofStep.Secured("web", Duration.ofMillis(30), TLS));
    steps.add(new ProofStep.Refused("web", Duration.ofMillis(3), "/x", 401));
    problems()
        .forEach(
            each ->
                steps.add(new ProofStep.Failed("web", Duration.ofMillis(7), Stage.HEALTH, each)));
    for (ProofStep.Why why : ProofStep.Why.values()) {
      steps.add(new ProofStep.Skipped("web", Stage.STREAM, why));
    }
    return steps;
  }
}
