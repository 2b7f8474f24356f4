package portico.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.catalog.HostedZone;
import portico.model.DnsRecordSpec;
import portico.model.DnsRules;
import portico.spec.SpecFault.Thing;

/** Finds the zones of a draft's own names. */
final class ZoneFinder {
  private final List<HostedZone> zones;
  private final Problems problems;

  ZoneFinder(List<HostedZone> zones, Problems problems) {
    this.zones = zones;
    this.problems = problems;
  }

  /** Whether any name leaves its zone open. */
  static boolean isNeeded(List<DnsRecordDraft> records) {
    return records.stream().anyMatch(each -> each.hostedZoneId().isEmpty());
  }

  /** The records with their zones; names without one are noted. */
  List<DnsRecordSpec> found(List<DnsRecordDraft> records) {
    List<DnsRecordSpec> found = new ArrayList<>();
    for (int index = 0; index < records.size(); index++) {
      DnsRecordDraft each = records.get(index);
      String field = "loadBalancer.dnsRecords[" + index + "].name";
      each.hostedZoneId().or(() -> zoneOf(field, each.name())).map(each::in).ifPresent(found::add);
    }
    return found;
  }

  /** Of a zone and one within it, the inner one answers. */
  private Optional<String> zoneOf(String field, String name) {
    List<HostedZone> holding =
        zones.stream()
            .filter(zone -> !zone.isPrivate() && DnsRules.isWithin(name, zone.name()))
            .toList();
    int longest = holding.stream().mapToInt(zone -> zone.name().length()).max().orElse(0);
    return problems
        .only(
            field,
            new Wanted(Thing.HOSTED_ZONE, name, "Route 53"),
            holding.stream().filter(zone -> zone.name().length() == longest).toList(),
            HostedZone::id)
        .map(HostedZone::id);
  }
}
