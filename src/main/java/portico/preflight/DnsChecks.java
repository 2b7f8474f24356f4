package portico.preflight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.CatalogFailure;
import portico.catalog.Certificate;
import portico.catalog.DnsRecord;
import portico.catalog.HostedZone;
import portico.catalog.LoadBalancerState;
import portico.model.AccountRules;
import portico.model.DnsRecordSpec;
import portico.model.EnvironmentSpec;
import portico.model.ListenerSpec;
import portico.model.TlsSpec;
import portico.model.Violation;

/** The user's own names: their zones, what stands there already, and whose certificate fits. */
final class DnsChecks {
  /** What stands in the way of an alias of a name's addresses. */
  private static final Set<String> IN_THE_WAY = Set.of("A", "AAAA", "CNAME");

  private final Catalog catalog;
  private final EnvironmentSpec spec;
  private final Optional<EnvironmentSpec> existing;

  DnsChecks(Catalog catalog, EnvironmentSpec spec, Optional<EnvironmentSpec> existing) {
    this.catalog = catalog;
    this.spec = spec;
    this.existing = existing;
  }

  List<Check> all() {
    List<DnsRecordSpec> records = spec.loadBalancer().dnsRecords();
    if (records.isEmpty()) {
      return List.of();
    }
    return switch (catalog.hostedZones()) {
      case Answer.Found<List<HostedZone>>(var zones) -> of(records, zones);
      case Answer.Failed<List<HostedZone>>(CatalogFailure failure) ->
          List.of(Check.of(Finding.DNS_UNKNOWN, failure));
    };
  }

  private List<Check> of(List<DnsRecordSpec> records, List<HostedZone> zones) {
    Map<String, String> names = new HashMap<>();
    zones.forEach(zone -> names.put(zone.id(), zone.name()));
    List<Check> found = new ArrayList<>();
    for (DnsRecordSpec each : records) {
      List<Violation> unfit = AccountRules.dnsRecord("", each, names);
      if (unfit.isEmpty()) {
        found.addAll(standing(each));
      } else {
        found.add(Check.of(Finding.DNS_NAME_UNFIT, unfit.getFirst()));
      }
    }
    if (found.isEmpty()) {
      found.add(
          Check.of(
              Finding.DNS_NAMES_FREE,
              String.join(", ", records.stream().map(DnsRecordSpec::name).toList())));
    }
    found.addAll(uncovered(records));
    return found;
  }

  /** The environment's own record is no hindrance, nor what an interrupted run of it has left. */
  private List<Check> standing(DnsRecordSpec name) {
    if (existing.filter(e -> e.loadBalancer().dnsRecords().contains(name)).isPresent()) {
      return List.of();
    }
    return switch (catalog.dnsRecords(name.hostedZoneId(), name.name())) {
      case Answer.Found<List<DnsRecord>>(var records) ->
          records.stream()
              .filter(each -> IN_THE_WAY.contains(each.type()) && !isOurs(each))
              .findFirst()
              .map(
                  each -> Check.of(Finding.DNS_NAME_TAKEN, name.name(), each.type(), each.target()))
              .stream()
              .toList();
      case Answer.Failed<List<DnsRecord>>(CatalogFailure failure) ->
          List.of(Check.of(Finding.DNS_UNKNOWN, failure));
    };
  }

  private boolean isOurs(DnsRecord found) {
    return catalog.loadBalancer(spec.loadBalancer().name())
            instanceof Answer.Found<Optional<LoadBalancerState>>(var balancer)
        && balancer
            .filter(
                each ->
                    ("." + found.target()).endsWith("." + each.dnsName().toLowerCase(Locale.ROOT)))
            .isPresent();
  }

  /** Clients that ask an HTTPS listener by a name that its certificates do not fit refuse it. */
  private List<Check> uncovered(List<DnsRecordSpec> records) {
    boolean secure = spec.listeners().stream().anyMatch(each -> each.tls().isPresent());
    if (!secure || !(catalog.certificates() instanceof Answer.Found<List<Certificate>>(var all))) {
      return List.of();
    }
    List<Check> found = new ArrayList<>();
    for (ListenerSpec listener : spec.listeners()) {
      List<Certificate> own = listener.tls().map(tls -> own(tls, all)).orElse(List.of());
      for (DnsRecordSpec each : records) {
        if (!own.isEmpty() && own.stream().noneMatch(known -> known.covers(each.name()))) {
          found.add(Check.of(Finding.DNS_NAME_UNCOVERED, each.name(), listener.name()));
        }
      }
    }
    return found;
  }

  /** None when not all are known: another one may fit. */
  private static List<Certificate> own(TlsSpec tls, List<Certificate> all) {
    List<String> arns = new ArrayList<>(tls.furtherCertificateArns());
    arns.add(tls.certificateArn());
    List<Certificate> found = all.stream().filter(each -> arns.contains(each.arn())).toList();
    return found.size() == Set.copyOf(arns).size() ? found : List.of();
  }
}
