package portico.preflight;

import java.util.List;
import portico.catalog.Catalog;
import portico.model.Warning;
import portico.model.Warnings;

/**
 * Everything that is said before a deployment.
 *
 * @param checks in the order of their topics
 * @param warnings what the spec itself deserves to be warned of, the most dangerous first
 */
public record PreflightReport(List<Check> checks, List<Warning> warnings) {
  public PreflightReport {
    checks = List.copyOf(checks);
    warnings = List.copyOf(warnings);
  }

  /** Looks at everything. Blocks for as long as the catalogue takes. */
  public static PreflightReport of(Catalog catalog, PreflightRequest request) {
    return of(Preflight.run(catalog, request), Warnings.of(request.spec()));
  }

  /** What both say of missing targets is said once, by the warning that names the group. */
  static PreflightReport of(List<Check> checks, List<Warning> warnings) {
    boolean named = warnings.stream().anyMatch(Warning.NoTargets.class::isInstance);
    return new PreflightReport(
        checks.stream()
            .filter(check -> !(named && check.finding() == Finding.TARGETS_NONE))
            .toList(),
        warnings);
  }

  /** What is known already while targets and listeners are not chosen yet. */
  public PreflightReport ofNetworkAndAccount() {
    return new PreflightReport(
        checks.stream().filter(check -> concernsNetworkOrAccount(check.finding().topic())).toList(),
        List.of());
  }

  private static boolean concernsNetworkOrAccount(Topic topic) {
    return switch (topic) {
      case NAMES, QUOTAS, SUBNETS, IPAM_POOL, PERMISSIONS, CREDENTIALS, ENGINE -> true;
      case TARGETS, CERTIFICATES, SECURITY_GROUPS, WEB_ACL, DNS -> false;
    };
  }

  /** The checks that came to that. */
  public List<Check> in(Finding.State state) {
    return checks.stream().filter(check -> check.finding().state() == state).toList();
  }

  /** Whether AWS or the engine would refuse. */
  public boolean failed() {
    return problems() > 0;
  }

  public int problems() {
    return in(Finding.State.FAILED).size();
  }

  /** How many checks and parts of the spec are warned of. */
  public int warned() {
    return in(Finding.State.WARNING).size() + warnings.size();
  }
}
