package portico.service;

import java.util.Optional;
import java.util.stream.Stream;
import portico.environment.Environment;
import portico.proof.ProofChoices;
import portico.proof.ProofControl;
import portico.proof.ProofListener;
import portico.proof.ProofPlan;
import portico.proof.ProofReport;

/** Proves environments as they stand, and keeps the reports with them. */
public final class Proving {
  private final Services services;

  public Proving(Services services) {
    this.services = services;
  }

  /**
   * A report, and whether it could be kept.
   *
   * @param notKept the system's own words why not
   */
  public record Proven(ProofReport report, Optional<String> notKept) {}

  /**
   * Asks AWS for what the listeners' certificates are for, then the service itself. Blocks for as
   * long as that takes.
   *
   * @return empty for an environment that has no load balancer, or none that Portico made
   */
  public Optional<Proven> prove(
      Environment environment, ProofChoices choices, ProofListener listener, ProofControl control) {
    if (!possible(environment)) {
      return Optional.empty();
    }
    ProofPlan plan = EnvironmentFacts.plan(services, environment);
    ProofReport report = services.proof().prove(plan.request(choices), listener, control);
    return Optional.of(new Proven(report, services.proofs().keep(report)));
  }

  /** Whether there is something to ask. */
  public static boolean possible(Environment environment) {
    return EnvironmentFacts.known(environment);
  }

  /** The reports that are kept, newest first. */
  public Stream<ProofReport> kept(Environment environment) {
    return services.proofs().all(environment.name()).stream();
  }
}
