package portico.proof.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import portico.proof.ProofControl;
import portico.proof.ProofEndpoint;
import portico.proof.ProofListener;
import portico.proof.ProofReport;
import portico.proof.ProofRequest;
import portico.proof.ProofStep;
import portico.proof.ProofVerdict;
import portico.proof.ServiceProof;

/** Proves services from this machine, one listener after the other. Uses no proxy. */
public final class HttpServiceProof implements ServiceProof {
  private final InstantSource clock;
  private final Names names;
  private final Limits limits;

  public HttpServiceProof(InstantSource clock) {
    this(clock, InetAddress::getAllByName, Limits.USUAL);
  }

  /** With five seconds for each step: for one that asks for a first answer alone. */
  public static HttpServiceProof quick(InstantSource clock) {
    return new HttpServiceProof(clock, InetAddress::getAllByName, Limits.SHORT);
  }

  HttpServiceProof(InstantSource clock, Names.Resolver resolver, Limits limits) {
    this.clock = clock;
    this.names = new Names(resolver, limits.step());
    this.limits = limits;
  }

  @Override
  public ProofReport prove(ProofRequest request, ProofListener listener, ProofControl control) {
    Instant at = clock.instant();
    long started = System.nanoTime();
    List<ProofStep> steps = new ArrayList<>();
    for (ProofEndpoint endpoint : request.endpoints()) {
      Steps told =
          new Steps(
              endpoint.listener(),
              listener,
              step -> {
                steps.add(step);
                listener.ended(step);
              });
      new EndpointProof(request, endpoint, names, limits, control, told).run();
    }
    return new ProofReport(
        request.environment(),
        at,
        request.practice(),
        request.dnsName(),
        request.server(),
        request.idleTimeout(),
        steps,
        ProofVerdict.of(steps),
        Duration.ofNanos(System.nanoTime() - started));
  }
}
