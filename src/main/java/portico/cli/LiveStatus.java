package portico.cli;

import java.util.List;
import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.CloudAccount;
import portico.catalog.TargetHealth;
import portico.environment.Environment;
import portico.environment.EnvironmentResource;
import portico.probe.ProbeResult;
import portico.service.EndpointCheck;
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

  /** Sends one request to each listener that forwards; whether the service answers at all. */
  boolean probe() {
    var check = new EndpointCheck(services);
    List<EndpointCheck.Endpoint> endpoints = check.endpoints(environment);
    if (endpoints.isEmpty()) {
      report.noEndpoint();
    }
    boolean all = !endpoints.isEmpty();
    for (EndpointCheck.Endpoint endpoint : endpoints) {
      ProbeResult result = check.ask(endpoint);
      report.endpoint(endpoint, result);
      all &= result.verdict().good();
    }
    return all;
  }
}
