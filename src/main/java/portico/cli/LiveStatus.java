package portico.cli;

import java.util.List;
import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.CloudAccount;
import portico.catalog.TargetHealth;
import portico.environment.Environment;
import portico.environment.EnvironmentResource;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.probe.ProbeResult;
import portico.probe.ProbeTarget;
import portico.service.Services;

/** Asks AWS and the endpoint itself about an environment. */
final class LiveStatus {
  private static final String TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";

  private final Services services;
  private final Environment environment;
  private final StatusReport report;

  LiveStatus(Services services, Environment environment, StatusReport report) {
    this.services = services;
    this.environment = environment;
    this.report = report;
  }

  /** Reads the health of every target group in the state. */
  void targetHealth() {
    Optional<CloudAccount> account = environment.account();
    Optional<String> region = environment.region();
    if (account.isEmpty() || region.isEmpty()) {
      return;
    }
    var groups =
        environment.resources().stream()
            .filter(each -> each.ref().type().equals(TARGET_GROUP))
            .toList();
    if (groups.isEmpty()) {
      return;
    }
    try (Catalog catalog = services.catalogs().open(account.get(), region.get())) {
      for (EnvironmentResource group : groups) {
        switch (catalog.targetHealth(group.id())) {
          case Answer.Found<List<TargetHealth>>(var health) ->
              report.targets(group.ref().name(), health);
          case Answer.Failed<List<TargetHealth>>(var failure) -> {
            report.targetsUnreadable(failure);
            return;
          }
        }
      }
    }
  }

  /** Sends one request to each listener; whether all were answered. */
  boolean probe() {
    Optional<String> name = environment.dnsName();
    Optional<EnvironmentSpec> spec = environment.spec();
    Optional<CloudAccount> account = environment.account();
    if (name.isEmpty() || spec.isEmpty() || account.isEmpty()) {
      report.noEndpoint();
      return false;
    }
    boolean all = true;
    for (ListenerSpec listener : spec.get().listeners()) {
      String path =
          listener.targetGroups().stream()
              .findFirst()
              .flatMap(spec.get()::targetGroup)
              .map(group -> group.healthCheck().path())
              .orElse("/");
      var via = services.practice().dataPlane(account.get(), name.get(), listener.port());
      ProbeResult result =
          services.probe().probe(new ProbeTarget(name.get(), listener.port(), path, via));
      report.endpoint(result);
      all &= result.verdict() == ProbeResult.Verdict.SERVES;
    }
    return all;
  }
}
