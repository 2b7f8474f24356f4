package portico.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import portico.catalog.TargetHealth;
import portico.model.EnvironmentSpec;
import portico.model.TargetGroupSpec;

/**
 * Finds out why targets are not healthy. The reason codes are those of API_TargetHealth; which
 * causes belong to which is from load-balancer-troubleshooting.html.
 */
public final class Doctor {
  private Doctor() {}

  /** A diagnosis for each target that is not healthy, in the order of {@code health}. */
  public static List<Diagnosis> examine(
      EnvironmentSpec spec,
      TargetGroupSpec group,
      List<TargetHealth> health,
      DoctorFacts facts,
      ServerFacts server) {
    return health.stream()
        .filter(each -> !each.state().equals("healthy"))
        .map(each -> examine(new Patient(spec, group, each, facts, server)))
        .toList();
  }

  private static Diagnosis examine(Patient patient) {
    List<Finding> findings = new ArrayList<>(causes(patient));
    // Stable: within a verdict the likeliest stays first.
    findings.sort(Comparator.comparing(Finding::verdict));
    return new Diagnosis(patient.group(), patient.health(), findings);
  }

  private static List<Finding> causes(Patient patient) {
    TargetHealth health = patient.health();
    NetworkChecks network = new NetworkChecks(patient);
    ServerChecks server = new ServerChecks(patient);
    return switch (health.reason()) {
      case "Target.Timeout" -> timeout(network, server);
      case "Target.FailedHealthChecks" -> failed(network, server);
      case "Target.ResponseCodeMismatch" -> server.answer();
      case "Target.NotInUse" -> joined(List.of(network.forwarded(), network.zoneEnabled()));
      case "Target.InvalidState" -> orOther(network.running(), health);
      case "Target.IpUnusable" -> unusable(patient);
      case "Target.NotRegistered" ->
          List.of(Finding.confirmed(new Cause.NotRegistered(), instruction(Remedy.Step.REGISTER)));
      case "Target.DeregistrationInProgress" -> leaving(patient);
      case "Target.HealthCheckDisabled" ->
          List.of(Finding.confirmed(new Cause.ChecksOff(), new Fixes(patient).turnChecksOn()));
      case "Elb.RegistrationInProgress" ->
          List.of(Finding.confirmed(new Cause.Registering(), instruction(Remedy.Step.WAIT)));
      case "Elb.InitialHealthChecking" -> firstChecks(patient, server);
      case "Elb.InternalError" ->
          List.of(Finding.confirmed(new Cause.AwsTrouble(), instruction(Remedy.Step.WAIT)));
      default -> orOther(List.of(), health);
    };
  }

  private static List<Finding> timeout(NetworkChecks network, ServerChecks server) {
    return joined(
        List.of(
            network.running(),
            network.targetOpen(),
            network.balancerOpen(),
            server.patience(),
            server.loading(),
            server.port(),
            server.loopback(),
            network.networkAcl()));
  }

  /** Refused, reset or no HTTP; a code in the description is told by some versions of AWS. */
  private static List<Finding> failed(NetworkChecks network, ServerChecks server) {
    if (server.code().isPresent()) {
      return server.answer();
    }
    return joined(
        List.of(
            network.running(),
            server.port(),
            server.loopback(),
            server.loading(),
            server.protocol()));
  }

  private static List<Finding> unusable(Patient patient) {
    Cause cause = new Cause.UnusableAddress(patient.health().targetId());
    return List.of(
        new Fixes(patient)
            .removeTarget()
            .map(fix -> Finding.confirmed(cause, fix))
            .orElseGet(() -> Finding.confirmed(cause)));
  }

  private static List<Finding> leaving(Patient patient) {
    int delay = patient.group().attributes().deregistrationDelaySeconds();
    return List.of(Finding.confirmed(new Cause.Leaving(delay), instruction(Remedy.Step.WAIT)));
  }

  private static List<Finding> firstChecks(Patient patient, ServerChecks server) {
    int interval = patient.group().healthCheck().intervalSeconds();
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.confirmed(new Cause.FirstChecks(interval), instruction(Remedy.Step.WAIT)));
    findings.addAll(server.loading());
    return findings;
  }

  private static Remedy instruction(Remedy.Step step) {
    return new Remedy.Instruction(step, Optional.empty());
  }

  private static List<Finding> orOther(List<Finding> findings, TargetHealth health) {
    return findings.isEmpty()
        ? List.of(Finding.possible(new Cause.OtherReason(health.reason(), health.description())))
        : findings;
  }

  private static List<Finding> joined(List<List<Finding>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }
}
