package portico.service;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.Certificate;
import portico.catalog.CloudAccount;
import portico.environment.Environment;
import portico.model.DnsRecordSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.proof.ProofPlan;

/** What is known of an environment beside its spec; reads the certificates when it is made. */
final class EnvironmentFacts implements ProofPlan.Facts {
  private final Services services;
  private final Environment environment;
  private final CloudAccount account;
  private final String dnsName;
  private final List<Certificate> certificates;

  /** Of an environment that {@link #known} holds of. */
  EnvironmentFacts(Services services, Environment environment) {
    this.services = services;
    this.environment = environment;
    this.account = environment.account().orElseThrow();
    this.dnsName = environment.dnsName().orElseThrow();
    this.certificates = certificates();
  }

  /** Whether there is something to ask. */
  static boolean known(Environment environment) {
    return environment.spec().isPresent()
        && environment.account().isPresent()
        && environment.dnsName().isPresent();
  }

  /** The plan for the environment; blocks while the certificates are read. */
  static ProofPlan plan(Services services, Environment environment) {
    return new ProofPlan(
        environment.name(),
        environment.spec().orElseThrow(),
        environment.dnsName().orElseThrow(),
        new EnvironmentFacts(services, environment));
  }

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
        .map(each -> ownName(each).orElse(each.domain()))
        .findFirst();
  }

  /** Users ask by the environment's own name, where the certificate is for it. */
  private Optional<String> ownName(Certificate certificate) {
    return environment.spec().stream()
        .flatMap(spec -> spec.loadBalancer().dnsRecords().stream())
        .map(DnsRecordSpec::name)
        .filter(certificate::covers)
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

  /**
   * Read only where a listener has one; a refusal leaves the name unknown, which the report says.
   */
  private List<Certificate> certificates() {
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
}
