package portico.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import portico.environment.Environment;
import portico.probe.ProbeResult;
import portico.probe.ProbeTarget;
import portico.proof.CurlCommand;
import portico.proof.GrpcurlCommand;
import portico.proof.ProofPlan;

/** Where environments are asked, and by what. Every method does I/O. */
public final class EndpointCheck {
  private final Services services;

  public EndpointCheck(Services services) {
    this.services = services;
  }

  /**
   * A listener as its users reach it.
   *
   * @param url of something that tells users that it works
   * @param command asks that from a shell, by curl or grpcurl; holds no key
   */
  public record Endpoint(ProbeTarget target, String url, String command) {
    /** Whether the command is one of grpcurl, which few machines have. */
    public boolean grpc() {
      return target.endpoint().grpc();
    }
  }

  /**
   * The listeners to ask, the one that users are best told first: those that forward, and of these
   * the ones that speak TLS. Asks AWS for what their certificates are for.
   *
   * @return none for an environment without a load balancer, or with one that Portico did not make
   */
  public List<Endpoint> endpoints(Environment environment) {
    if (!EnvironmentFacts.known(environment)) {
      return List.of();
    }
    var facts = new EnvironmentFacts(services, environment);
    var plan =
        new ProofPlan(
            environment.name(),
            environment.spec().orElseThrow(),
            environment.dnsName().orElseThrow(),
            facts);
    Optional<Path> authority = facts.authority();
    return plan.firstLook().stream()
        .map(
            each -> {
              String path = plan.tellingPath(each);
              return new Endpoint(
                  new ProbeTarget(environment.name(), facts.practice(), each, authority),
                  each.url(path),
                  each.grpc()
                      ? GrpcurlCommand.of(each, authority)
                      : CurlCommand.of(each, path, authority));
            })
        .toList();
  }

  /** Asks one of them. */
  public ProbeResult ask(Endpoint endpoint) {
    return services.probe().probe(endpoint.target());
  }
}
