package portico.service;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.Certificate;
import portico.catalog.CloudAccount;
import portico.environment.Environment;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
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
    EnvironmentSpec spec = environment.spec().orElseThrow();
    String dnsName = environment.dnsName().orElseThrow();
    var plan = new ProofPlan(environment.name(), spec, dnsName, facts(environment));
    ProofReport report = services.proof().prove(plan.request(choices), listener, control);
    return Optional.of(new Proven(report, services.proofs().keep(report)));
  }

  /** Whether there is something to ask. */
  public static boolean possible(Environment environment) {
    return environment.spec().isPresent()
        && environment.account().isPresent()
        && environment.dnsName().isPresent();
  }

  private ProofPlan.Facts facts(Environment environment) {
    CloudAccount account = environment.account().orElseThrow();
    String dnsName = environment.dnsName().orElseThrow();
    List<Certificate> certificates = certificates(environment, account);
    return new ProofPlan.Facts() {
      @Override
      public boolean practice() {
        return account instanceof CloudAccount.Practice;
      }

      @Override
      public Optional<InetSocketAddress> via(int listenerPort) {
        return services.practice().dataPlane(account, dnsName, listenerPort);
      }

      @Override
      public Optional<String> certificateDomain(String arn) {
        return certificates.stream()
            .filter(each -> each.arn().equals(arn))
            .map(Certificate::domain)
            .findFirst();
      }

      @Override
      public Optional<String> key(String keyName) {
        return services.keys().find(environment.name(), keyName);
      }

      @Override
      public Optional<Path> authority() {
        return services.practice().certificateAuthority(account);
      }
    };
  }

  /**
   * Read only where a listener has one; a refusal leaves the name unknown, which the report says.
   */
  private List<Certificate> certificates(Environment environment, CloudAccount account) {
    List<Certificate> found = new ArrayList<>();
    boolean needed =
        environment.spec().map(EnvironmentSpec::listeners).stream()
            .flatMap(List<ListenerSpec>::stream)
            .anyMatch(listener -> listener.tls().isPresent());
    if (needed) {
      try (Catalog catalog =
          services.catalogs().open(account, environment.region().orElseThrow())) {
        if (catalog.certificates() instanceof Answer.Found<List<Certificate>>(var certificates)) {
          found.addAll(certificates);
        }
      }
    }
    return found;
  }

  /** The reports that are kept, newest first. */
  public Stream<ProofReport> kept(Environment environment) {
    return services.proofs().all(environment.name()).stream();
  }
}
