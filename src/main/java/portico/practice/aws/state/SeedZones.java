package portico.practice.aws.state;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Seeds the hosted zones: a public one that the seeded certificates fit, and a private one. */
final class SeedZones {
  private static final String WHERE = "us-west-2";

  private final Instant now;
  private final SeedIds ids = new SeedIds("aws-global");

  SeedZones(Instant now) {
    this.now = now;
  }

  Map<String, HostedZone> all() {
    Map<String, HostedZone> zones = new TreeMap<>();
    String vpc = new SeedIds(WHERE).of("vpc", "ml-platform");
    for (HostedZone each :
        List.of(
            zone("example.com.", "Domain for practice", Map.of()),
            zone("ml.internal.", "Names inside of ml-platform", Map.of(vpc, WHERE)))) {
      zones.put(each.id(), each);
    }
    return zones;
  }

  private HostedZone zone(String name, String comment, Map<String, String> vpcs) {
    List<String> servers =
        List.of(
            "ns-1536.awsdns-00.co.uk.",
            "ns-0.awsdns-00.com.",
            "ns-1024.awsdns-00.org.",
            "ns-512.awsdns-00.net.");
    RecordSet authority =
        record(
            name,
            "SOA",
            900,
            List.of(
                servers.getFirst() + " awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"));
    RecordSet delegation = record(name, "NS", 172_800, servers);
    String id = "Z0" + ids.uuid(name).replace("-", "").substring(0, 19).toUpperCase(Locale.ROOT);
    return new HostedZone(
        id,
        name,
        comment,
        vpcs,
        servers,
        Map.of(authority.key(), authority, delegation.key(), delegation),
        List.of());
  }

  private RecordSet record(String name, String type, long ttl, List<String> values) {
    return new RecordSet(name, type, Optional.of(ttl), values, Optional.empty(), now);
  }
}
