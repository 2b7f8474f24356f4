package portico.practice.aws.route53;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.QueryForm;
import portico.practice.aws.http.Service;
import portico.practice.aws.http.Xml;
import portico.practice.aws.http.XmlPath;
import portico.practice.aws.state.HostedZone;
import portico.practice.aws.state.RecordSet;
import portico.practice.aws.state.ZoneChange;
import tools.jackson.databind.JsonNode;

/**
 * The simulated Route 53 (docs.aws.amazon.com/Route53/latest/APIReference): zones can be listed and
 * their records changed. Records have no routing policies, and nobody asks the name servers.
 */
public final class Route53 {
  static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";

  private static final String ROOT = "/2013-04-01/";
  private static final int MOST_ZONES = 100;
  private static final int MOST_RECORDS = 300;

  private Route53() {}

  /** The service with its operations. */
  public static Service service() {
    String zone = ROOT + "hostedzone/{Id}";
    return new Service.XmlPaths(
        QueryForm.ROUTE53,
        List.of(
            new XmlPath("GET", ROOT + "hostedzone", "ListHostedZones", Route53::list),
            new XmlPath(
                "GET", ROOT + "hostedzonesbyname", "ListHostedZonesByName", Route53::byName),
            new XmlPath("GET", zone, "GetHostedZone", Route53::get),
            new XmlPath("GET", zone + "/rrset", "ListResourceRecordSets", Route53::records),
            new XmlPath("POST", zone + "/rrset", "ChangeResourceRecordSets", Changes::apply),
            new XmlPath("GET", ROOT + "change/{Id}", "GetChange", Route53::getChange)));
  }

  /**
   * The zone that a request names.
   *
   * @throws AwsException NoSuchHostedZone
   */
  static HostedZone zone(Call call, JsonNode request) {
    String id = request.path("Id").asString("");
    if (id.length() > 32) {
      throw input(
          "1 validation error detected: Value '%s' at 'hostedZoneId' failed to satisfy constraint:"
                  .formatted(id)
              + " Member must have length less than or equal to 32");
    }
    return Optional.ofNullable(call.hostedZones().get(id))
        .orElseThrow(
            () -> new AwsException("NoSuchHostedZone", 404, "No hosted zone found with ID: " + id));
  }

  private static AwsException input(String message) {
    return new AwsException("InvalidInput", message);
  }

  private static int size(JsonNode request, int most) {
    String given = request.path("maxitems").asString(Integer.toString(most));
    if (!given.matches("[1-9]\\d{0,8}")) {
      throw input("maxitems is not a positive number: " + given);
    }
    return Math.min(most, Integer.parseInt(given));
  }

  private static Optional<String> text(JsonNode request, String name) {
    return Optional.of(request.path(name).asString("")).filter(each -> !each.isEmpty());
  }

  private static String list(Call call, JsonNode request) {
    int size = size(request, MOST_ZONES);
    Optional<String> marker = text(request, "marker");
    boolean onlyPrivate = text(request, "hostedzonetype").isPresent();
    List<HostedZone> rest =
        call.hostedZones().values().stream()
            .filter(each -> !onlyPrivate || each.ofVpcs())
            .filter(each -> marker.isEmpty() || each.id().compareTo(marker.get()) >= 0)
            .toList();
    Xml xml = new Xml();
    xml.in(
        "ListHostedZonesResponse",
        NAMESPACE,
        () -> {
          zones(xml, rest, size);
          xml.maybe("Marker", marker).text("IsTruncated", rest.size() > size);
          next(rest, size).ifPresent(each -> xml.text("NextMarker", each.id()));
          xml.text("MaxItems", size);
        });
    return xml.document();
  }

  private static String byName(Call call, JsonNode request) {
    int size = size(request, MOST_ZONES);
    Optional<String> name = text(request, "dnsname");
    Optional<String> id = text(request, "hostedzoneid");
    if (id.isPresent() && name.isEmpty()) {
      throw input("HostedZoneId cannot be used without DNSName");
    }
    String from = name.map(each -> place(DnsName.of(each), id.orElse(""))).orElse("");
    List<HostedZone> rest =
        call.hostedZones().values().stream()
            .sorted(Comparator.comparing(each -> place(each.name(), each.id())))
            .filter(each -> place(each.name(), each.id()).compareTo(from) >= 0)
            .toList();
    Xml xml = new Xml();
    xml.in(
        "ListHostedZonesByNameResponse",
        NAMESPACE,
        () -> {
          zones(xml, rest, size);
          xml.maybe("DNSName", name).maybe("HostedZoneId", id);
          xml.text("IsTruncated", rest.size() > size);
          next(rest, size)
              .ifPresent(
                  each -> xml.text("NextDNSName", each.name()).text("NextHostedZoneId", each.id()));
          xml.text("MaxItems", size);
        });
    return xml.document();
  }

  /** By what zones and records are sorted: names by their labels from the right, then the rest. */
  private static String place(String name, String rest) {
    return DnsName.order(name) + " " + rest;
  }

  private static <T> Optional<T> next(List<T> rest, int size) {
    return rest.size() > size ? Optional.of(rest.get(size)) : Optional.empty();
  }

  private static void zones(Xml xml, List<HostedZone> zones, int size) {
    xml.in("HostedZones", () -> zones.stream().limit(size).forEach(each -> describe(xml, each)));
  }

  private static void describe(Xml xml, HostedZone zone) {
    xml.in(
        "HostedZone",
        () -> {
          xml.text("Id", "/hostedzone/" + zone.id())
              .text("Name", zone.name())
              .text("CallerReference", "practice-" + zone.id());
          xml.in(
              "Config",
              () -> xml.text("Comment", zone.comment()).text("PrivateZone", zone.ofVpcs()));
          xml.text("ResourceRecordSetCount", zone.records().size());
        });
  }

  private static String get(Call call, JsonNode request) {
    HostedZone zone = zone(call, request);
    Xml xml = new Xml();
    xml.in(
        "GetHostedZoneResponse",
        NAMESPACE,
        () -> {
          describe(xml, zone);
          if (zone.ofVpcs()) {
            xml.list(
                "VPCs",
                "VPC",
                zone.vpcs().entrySet(),
                vpc -> xml.text("VPCRegion", vpc.getValue()).text("VPCId", vpc.getKey()));
          } else {
            xml.in(
                "DelegationSet",
                () ->
                    xml.texts(
                        "NameServers",
                        "NameServer",
                        zone.nameServers().stream()
                            .map(each -> each.replaceFirst("[.]$", ""))
                            .toList()));
          }
        });
    return xml.document();
  }

  private static String records(Call call, JsonNode request) {
    HostedZone zone = zone(call, request);
    int size = size(request, MOST_RECORDS);
    Optional<String> name = text(request, "name");
    Optional<String> type = text(request, "type");
    if (type.isPresent() && name.isEmpty()) {
      throw input("The type cannot be given without the name of the record to start with");
    }
    String from = name.map(each -> place(DnsName.of(each), type.orElse(""))).orElse("");
    List<RecordSet> rest =
        zone.records().values().stream()
            .sorted(Comparator.comparing(each -> place(each.name(), each.type())))
            .filter(each -> place(each.name(), each.type()).compareTo(from) >= 0)
            .toList();
    Xml xml = new Xml();
    xml.in(
        "ListResourceRecordSetsResponse",
        NAMESPACE,
        () -> {
          xml.in(
              "ResourceRecordSets",
              () -> rest.stream().limit(size).forEach(each -> write(xml, each)));
          xml.text("IsTruncated", rest.size() > size);
          next(rest, size)
              .ifPresent(
                  each ->
                      xml.text("NextRecordName", each.name()).text("NextRecordType", each.type()));
          xml.text("MaxItems", size);
        });
    return xml.document();
  }

  private static void write(Xml xml, RecordSet set) {
    xml.in(
        "ResourceRecordSet",
        () -> {
          xml.text("Name", set.name()).text("Type", set.type()).maybe("TTL", set.ttl());
          if (!set.values().isEmpty()) {
            xml.list(
                "ResourceRecords",
                "ResourceRecord",
                set.values(),
                value -> xml.text("Value", value));
          }
          set.alias()
              .ifPresent(
                  alias ->
                      xml.in(
                          "AliasTarget",
                          () ->
                              xml.text("HostedZoneId", alias.hostedZoneId())
                                  .text("DNSName", alias.dnsName())
                                  .text("EvaluateTargetHealth", alias.evaluateTargetHealth())));
        });
  }

  private static String getChange(Call call, JsonNode request) {
    String id = request.path("Id").asString("");
    return call.hostedZones().values().stream()
        .flatMap(each -> each.changes().stream())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(each -> change(call, "GetChangeResponse", each))
        .orElseThrow(
            () -> new AwsException("NoSuchChange", 404, "Could not find resource with ID: " + id));
  }

  static String change(Call call, String element, ZoneChange change) {
    Xml xml = new Xml();
    xml.in(
        element,
        NAMESPACE,
        () ->
            xml.in(
                "ChangeInfo",
                () ->
                    xml.text("Id", "/change/" + change.id())
                        .text(
                            "Status", call.now().isBefore(change.inSyncAt()) ? "PENDING" : "INSYNC")
                        .text("SubmittedAt", change.submittedAt())
                        .maybe("Comment", change.comment())));
    return xml.document();
  }
}
