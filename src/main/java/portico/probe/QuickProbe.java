package portico.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import portico.proof.ProofControl;
import portico.proof.ProofEndpoint;
import portico.proof.ProofListener;
import portico.proof.ProofReport;
import portico.proof.ProofRequest;
import portico.proof.ProofStep;
import portico.proof.ServiceProof;
import portico.proof.Streaming;

/**
 * The first steps of a proof of service, up to the first answer: connection, TLS and HTTP are those
 * of the proof, so that both always agree.
 */
public final class QuickProbe implements EndpointProbe {
  /** What a load balancer or a service says something with. */
  private static final String ANY_ANSWER = "200-499";

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final ServiceProof proof;

  /**
   * With a proof whose steps have short limits.
   *
   * @param proof takes at most ten seconds for each step
   */
  public QuickProbe(ServiceProof proof) {
    this.proof = proof;
  }

  @Override
  public ProbeResult probe(ProbeTarget target) {
    ProofRequest request =
        new ProofRequest(
            target.environment(),
            target.practice(),
            target.endpoint().dnsName(),
            "",
            List.of(anyAnswer(target.endpoint())),
            new Streaming.NotAsked(),
            Optional.empty(),
            Duration.ZERO,
            target.authority());
    ProofReport report = proof.prove(request, ProofListener.NONE, new ProofControl());
    var steps = report.steps().stream().filter(QuickProbe::asked).toList();
    return ProbeResult.of(target, steps, report.total());
  }

  /** Every status below 500 says that someone is there; which one is told. */
  private static ProofEndpoint anyAnswer(ProofEndpoint endpoint) {
    return endpoint.withHealth(
        endpoint
            .health()
            .map(health -> new ProofEndpoint.Health(health.path(), ANY_ANSWER, LIMIT)));
  }

  /** Streams and silences are not asked for here, and what follows a failure says nothing. */
  private static boolean asked(ProofStep step) {
    return !(step instanceof ProofStep.Skipped(var listener, var stage, var why))
        || (why == ProofStep.Why.GRPC && stage == ProofStep.Stage.HEALTH);
  }
}
