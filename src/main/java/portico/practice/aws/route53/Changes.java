package portico.practice.aws.route53;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Document;
import portico.practice.aws.http.Ids;
import portico.practice.aws.state.AliasTarget;
import portico.practice.aws.state.HostedZone;
import portico.practice.aws.state.RecordSet;
import portico.practice.aws.state.ZoneChange;
import tools.jackson.databind.JsonNode;

/** Changes records: all of a batch, or, if anything in it is wrong, none. */
final class Changes {
  private static final int MOST = 1000;
  private static final long LONGEST_TTL = 2_147_483_647L;
  private static final Set<String> TYPES =
      Set.of(
          "A", "AAAA", "CAA", "CNAME", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SOA", "SPF",
          "SRV", "SSHFP", "SVCB", "TLSA", "TXT");
  private static final List<String> ROUTING =
      List.of(
          "SetIdentifier",
          "Weight",
          "Region",
          "GeoLocation",
          "GeoProximityLocation",
          "CidrRoutingConfig",
          "Failover",
          "MultiValueAnswer",
          "TrafficPolicyInstanceId");

  private final HostedZone zone;
  private final Instant inSyncAt;
  private final Map<String, RecordSet> records;
  private final Set<String> changed = new HashSet<>();
  private final List<RecordSet> made = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private Changes(HostedZone zone, Instant inSyncAt) {
    this.zone = zone;
    this.inSyncAt = inSyncAt;
    this.records = new TreeMap<>(zone.records());
  }

  /** ChangeResourceRecordSets. */
  static String apply(Call call, JsonNode request) {
    HostedZone zone = Route53.zone(call, request);
    Document batch =
        Document.parse(
                request.path("Body").asString(""),
                "ChangeResourceRecordSetsRequest",
                Changes::malformed)
            .one("ChangeBatch")
            .orElseThrow(Changes::malformed);
    List<Document> changes =
        batch.one("Changes").stream().flatMap(each -> each.all("Change").stream()).toList();
    if (changes.isEmpty() || changes.size() > MOST) {
      throw new AwsException(
          changes.isEmpty() ? "InvalidInput" : "InvalidChangeBatch",
          changes.isEmpty()
              ? "1 validation error detected: Value at 'changeBatch.changes' failed to satisfy"
                  + " constraint: Member must have length greater than or equal to 1"
              : "[Number of records limit of 1000 exceeded.]");
    }
    ZoneChange change =
        new ZoneChange(
            "C0" + (Ids.hex() + Ids.hex()).substring(0, 19).toUpperCase(Locale.ROOT),
            call.now(),
            call.now().plus(call.provisioning()),
            batch.text("Comment"));
    Changes work = new Changes(zone, change.inSyncAt());
    changes.forEach(work::apply);
    work.check();
    call.hostedZones().put(zone.id(), zone.changed(work.records, change));
    return Route53.change(call, "ChangeResourceRecordSetsResponse", change);
  }

  private static AwsException malformed() {
    return input("Invalid XML ; the request does not validate against the published schema");
  }

  private static AwsException input(String message) {
    return new AwsException("InvalidInput", message);
  }

  private void apply(Document change) {
    String action = change.needed("Action");
    RecordSet set =
        recordSet(action, change.one("ResourceRecordSet").orElseThrow(Changes::malformed));
    if (!changed.add(set.key()) && !action.equals("CREATE")) {
      faults.add(twice(set));
      return;
    }
    switch (action) {
      case "CREATE" -> create(set);
      case "UPSERT" -> put(set);
      case "DELETE" -> delete(set);
      default ->
          throw input(
              ("1 validation error detected: Value '%s' at 'changeBatch.changes.1.member.action' "
                      + "failed to satisfy constraint: Member must satisfy enum value set: "
                      + "[CREATE, DELETE, UPSERT]")
                  .formatted(action));
    }
  }

  private static String twice(RecordSet set) {
    return "The request contains an invalid set of changes for a resource record set '%s %s'"
        .formatted(set.type(), set.name());
  }

  private void create(RecordSet set) {
    if (records.containsKey(set.key())) {
      faults.add("Tried to create resource record set %s but it already exists".formatted(at(set)));
      return;
    }
    put(set);
  }

  private void put(RecordSet set) {
    faults.addAll(RecordRules.faults(zone, records, set));
    records.put(set.key(), set);
    made.add(set);
  }

  private void delete(RecordSet set) {
    Optional<RecordSet> there = Optional.ofNullable(records.get(set.key()));
    if (there.isEmpty()) {
      faults.add("Tried to delete resource record set %s but it was not found".formatted(at(set)));
    } else if (!there.get().saysTheSameAs(set)) {
      faults.add(
          ("Tried to delete resource record set %s but the values provided do not match the "
                  + "current values")
              .formatted(at(set)));
    } else if (set.name().equals(zone.name()) && set.type().equals("NS")) {
      faults.add("A HostedZone must contain at least one NS record for the zone itself.");
    } else if (set.name().equals(zone.name()) && set.type().equals("SOA")) {
      faults.add("A HostedZone must contain exactly one SOA record.");
    } else {
      records.remove(set.key());
    }
  }

  private static String at(RecordSet set) {
    return "[name='%s', type='%s']".formatted(set.name(), set.type());
  }

  private void check() {
    made.forEach(set -> RecordRules.conflict(zone, records, set).ifPresent(faults::add));
    if (!faults.isEmpty()) {
      throw new AwsException("InvalidChangeBatch", "[" + String.join(", ", faults) + "]");
    }
  }

  private RecordSet recordSet(String action, Document given) {
    String name = given.needed("Name");
    String type = given.needed("Type");
    String where =
        "[Action=%s, Name=%s, Type=%s, SetIdentifier=null]"
            .formatted(action, DnsName.of(name), type);
    if (!TYPES.contains(type)) {
      throw input(
          "Invalid request: The record type " + type + " is not known in Change with " + where);
    }
    for (String each : ROUTING) {
      if (given.one(each).isPresent()) {
        throw input("Invalid request: " + each + " is not simulated in Change with " + where);
      }
    }
    List<String> values =
        given.one("ResourceRecords").stream()
            .flatMap(each -> each.all("ResourceRecord").stream())
            .map(each -> each.needed("Value"))
            .toList();
    Optional<Long> ttl = given.text("TTL").map(each -> ttl(each, where));
    Optional<AliasTarget> alias = given.one("AliasTarget").map(Changes::alias);
    if (alias.isPresent() == (ttl.isPresent() || !values.isEmpty())) {
      throw input(
          ("Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and "
                  + "ResourceRecords], or TrafficPolicyInstanceId], but found %s in Change with %s")
              .formatted(alias.isPresent() ? "more than one" : "none", where));
    }
    if (alias.isEmpty() && (ttl.isEmpty() || values.isEmpty())) {
      throw input(
          "Invalid request: Missing field '%s' in Change with %s"
              .formatted(ttl.isEmpty() ? "TTL" : "ResourceRecords", where));
    }
    return new RecordSet(DnsName.of(name), type, ttl, values, alias, inSyncAt);
  }

  private static long ttl(String text, String where) {
    if (!text.matches("\\d{1,10}") || Long.parseLong(text) > LONGEST_TTL) {
      throw input("Invalid request: TTL is not in 0 to 2147483647 in Change with " + where);
    }
    return Long.parseLong(text);
  }

  private static AliasTarget alias(Document given) {
    String name = given.needed("DNSName");
    return new AliasTarget(
        given.needed("HostedZoneId"),
        name.endsWith(".") ? name : name + ".",
        given.needed("EvaluateTargetHealth").equals("true"));
  }
}
