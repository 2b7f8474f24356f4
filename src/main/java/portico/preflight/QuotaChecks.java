package portico.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import portico.catalog.Quota;
import portico.model.EnvironmentSpec;
import portico.model.TargetGroupSpec;

/** Elastic Load Balancing's quotas (load-balancer-limits.html, API_Limit). */
final class QuotaChecks {
  private QuotaChecks() {}

  static List<Check> of(
      List<Quota> quotas, EnvironmentSpec spec, Optional<EnvironmentSpec> existing) {
    List<Check> found = new ArrayList<>();
    Optional<Quota> nearest = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (Quota quota : quotas) {
      OptionalInt needed = needed(quota, spec, existing);
      if (needed.isEmpty()) {
        continue;
      }
      int left = quota.limit() - needed.getAsInt();
      if (left < 0) {
        found.add(Check.of(Finding.QUOTA_EXCEEDED, quota.name(), quota.limit(), needed.getAsInt()));
      } else if (left < fewest) {
        fewest = left;
        nearest = Optional.of(quota);
      }
    }
    return found.isEmpty()
        ? List.of(
            Check.of(
                Finding.QUOTAS_LEFT,
                nearest.map(Quota::name).orElse("-"),
                nearest.isEmpty() ? 0 : fewest))
        : found;
  }

  /** What there is in all once the spec stands; empty for quotas that do not concern it. */
  private static OptionalInt needed(
      Quota quota, EnvironmentSpec spec, Optional<EnvironmentSpec> existing) {
    return switch (quota.name()) {
      case "application-load-balancers" ->
          plus(quota.used(), 1 - existing.map(each -> 1).orElse(0));
      case "target-groups" ->
          plus(
              quota.used(),
              spec.targetGroups().size()
                  - existing.map(each -> each.targetGroups().size()).orElse(0));
      case "target-groups-per-application-load-balancer" ->
          OptionalInt.of(spec.targetGroups().size());
      case "listeners-per-application-load-balancer" -> OptionalInt.of(spec.listeners().size());
      case "rules-per-application-load-balancer" ->
          OptionalInt.of(spec.listeners().stream().mapToInt(each -> each.rules().size()).sum());
      case "targets-per-application-load-balancer" ->
          OptionalInt.of(targets(spec).stream().mapToInt(Integer::intValue).sum());
      case "targets-per-target-group" ->
          OptionalInt.of(targets(spec).stream().mapToInt(Integer::intValue).max().orElse(0));
      case "certificates-per-application-load-balancer" ->
          OptionalInt.of(
              spec.listeners().stream()
                  .flatMap(each -> each.tls().stream())
                  .mapToInt(tls -> tls.furtherCertificateArns().size())
                  .sum());
      default -> OptionalInt.empty();
    };
  }

  private static List<Integer> targets(EnvironmentSpec spec) {
    return spec.targetGroups().stream().map(TargetGroupSpec::targets).map(List::size).toList();
  }

  private static OptionalInt plus(OptionalInt used, int more) {
    return used.isPresent() ? OptionalInt.of(used.getAsInt() + more) : OptionalInt.empty();
  }
}
