package portico.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import portico.proof.ProofEndpoint;
import portico.proof.ProofProblem;
import portico.proof.ProofStep;
import portico.proof.TlsFacts;

/**
 * How far one request came.
 *
 * @param steps from the name to the health check's path, and the gate where there is one
 */
public record ProbeResult(
    ProbeTarget target, Verdict verdict, List<ProofStep> steps, Duration total) {
  /** What the Server header of answers that a load balancer makes itself begins with. */
  private static final String BALANCER = "awselb";

  public ProbeResult {
    steps = List.copyOf(steps);
  }

  /** What it means for the user's service. */
  public enum Verdict {
    /** The service answered: any status below 500. */
    SERVES,
    /** A connection stands; what the targets speak is not asked by a plain request. */
    REACHED,
    /** The load balancer refuses callers without the key, and Portico does not have it. */
    KEY_NEEDED,
    /** The load balancer refuses the key that Portico has: it was renewed and not deployed. */
    KEY_REFUSED,
    /** The load balancer answered by itself: no rule sends the path to the service. */
    NOT_ROUTED,
    /** The load balancer answered 503 itself: no target is registered or none is healthy. */
    NO_TARGETS,
    /** The load balancer or the service answered with an error, 500 or above. */
    ERROR_STATUS,
    /** A connection stands, but the TLS handshake failed. */
    NO_TLS,
    /** A connection stands, but no answer to the request came in time. */
    SILENT,
    /** The name resolves, but no connection came about: often the security group. */
    NO_ANSWER,
    /** The name does not resolve; a new name takes a minute or two. */
    NO_DNS;

    /** Whether all is well as far as can be told. */
    public boolean good() {
      return this == SERVES || this == REACHED;
    }
  }

  /** Judges the steps. */
  public static ProbeResult of(ProbeTarget target, List<ProofStep> steps, Duration total) {
    return new ProbeResult(target, verdict(target.endpoint(), steps), steps, total);
  }

  private static Verdict verdict(ProofEndpoint endpoint, List<ProofStep> steps) {
    for (ProofStep step : steps) {
      switch (step) {
        case ProofStep.Failed failed -> {
          return verdict(failed);
        }
        case ProofStep.Healthy healthy -> {
          return verdict(endpoint, healthy);
        }
        case ProofStep.Skipped(var listener, var stage, ProofStep.Why why)
            when why == ProofStep.Why.GRPC -> {
          return Verdict.REACHED;
        }
        case ProofStep.Skipped _,
            ProofStep.Resolved _,
            ProofStep.Connected _,
            ProofStep.Secured _,
            ProofStep.Refused _,
            ProofStep.Streamed _,
            ProofStep.Survived _ -> {}
      }
    }
    return Verdict.NO_ANSWER;
  }

  private static Verdict verdict(ProofStep.Failed failed) {
    return switch (failed.stage()) {
      case NAME -> Verdict.NO_DNS;
      case TLS -> Verdict.NO_TLS;
      case HEALTH ->
          switch (failed.problem()) {
            case ProofProblem.NoTargets _ -> Verdict.NO_TARGETS;
            case ProofProblem.WrongStatus _ -> Verdict.ERROR_STATUS;
            default -> Verdict.SILENT;
          };
      case CONNECT, GATE, STREAM, SILENCE -> Verdict.NO_ANSWER;
    };
  }

  private static Verdict verdict(ProofEndpoint endpoint, ProofStep.Healthy healthy) {
    if (!healthy.server().startsWith(BALANCER) || healthy.status() < 300) {
      return Verdict.SERVES;
    }
    boolean refused = healthy.status() == 401 || healthy.status() == 403;
    return endpoint
        .key()
        .filter(_ -> refused)
        .map(key -> key.value().isPresent() ? Verdict.KEY_REFUSED : Verdict.KEY_NEEDED)
        .orElse(Verdict.NOT_ROUTED);
  }

  /** The HTTP status; empty when there was none. */
  public OptionalInt status() {
    return steps.stream()
        .flatMapToInt(
            step ->
                switch (step) {
                  case ProofStep.Healthy healthy -> IntStream.of(healthy.status());
                  case ProofStep.Failed(var listener, var took, var stage, var problem)
                      when problem instanceof ProofProblem.WrongStatus wrong ->
                      IntStream.of(wrong.status());
                  case ProofStep.Failed(var listener, var took, var stage, var problem)
                      when problem instanceof ProofProblem.NoTargets ->
                      IntStream.of(503);
                  default -> IntStream.empty();
                })
        .findFirst();
  }

  /** The certificate of a listener that speaks TLS, if it was trusted. */
  public Optional<TlsFacts> tls() {
    return steps.stream()
        .filter(ProofStep.Secured.class::isInstance)
        .map(step -> ((ProofStep.Secured) step).tls())
        .findFirst();
  }
}
