package portico.testing;

import java.util.List;
import portico.model.DnsRecordSpec;
import portico.model.IpAddressType;

/** The names of the user's own. */
final class DnsEdges {
  private final Edge.Catalogue edges = new Edge.Catalogue();

  private DnsEdges() {}

  static List<Edge> all() {
    DnsEdges all = new DnsEdges();
    all.names();
    all.zones();
    return all.edges.all();
  }

  private void names() {
    edges.texts(
        "label",
        (draft, label) -> named(draft, label + "." + draft.site.zoneName()),
        "a",
        "*",
        "",
        "a.",
        ".a",
        "a..b",
        "_a-1",
        "l".repeat(63),
        "l".repeat(64),
        ("l".repeat(48) + ".").repeat(4) + "l".repeat(45),
        ("l".repeat(48) + ".").repeat(4) + "l".repeat(60));
    edges.add("the zone's own name", draft -> named(draft, draft.site.zoneName()));
    edges.texts("name", DnsEdges::named, "", "api.example.org", "com", "notexample.com");
    edges.add(
        "a name twice",
        draft -> {
          named(draft, "twice." + draft.site.zoneName());
          named(draft, "twice." + draft.site.zoneName());
        });
    edges.add(
        "two names by IPv6",
        draft -> {
          draft.ipAddressType = IpAddressType.DUALSTACK;
          named(draft, "one." + draft.site.zoneName());
          named(draft, "two." + draft.site.zoneName());
        });
  }

  private void zones() {
    edges.texts(
        "zone",
        (draft, id) ->
            draft.dnsRecords.add(new DnsRecordSpec(id, "zoned." + draft.site.zoneName())),
        "",
        "Z",
        "z1",
        "Z1",
        "Z" + "0".repeat(31),
        "Z" + "0".repeat(32),
        "/hostedzone/Z1");
  }

  private static void named(EdgeDraft draft, String name) {
    draft.dnsRecords.add(new DnsRecordSpec(draft.site.zoneId(), name));
  }
}
