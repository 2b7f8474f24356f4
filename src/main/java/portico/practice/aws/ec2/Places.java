package portico.practice.aws.ec2;

import java.util.List;
import java.util.Map;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Zone;

/** Regions, availability zones and the account's own attributes. */
final class Places {
  private static final List<String> REGIONS = List.of("eu-central-1", "us-east-1", "us-west-2");

  private Places() {}

  static void describeRegions(Call call, Parameters parameters, Xml xml) {
    List<String> wanted = parameters.list("RegionName");
    for (String each : wanted) {
      if (!REGIONS.contains(each)) {
        throw new AwsException(
            "InvalidParameterValue", "Invalid region provided. Region " + each + " not found.");
      }
    }
    List<String> named = wanted.isEmpty() ? REGIONS : wanted;
    Filters<String> filters =
        new Filters<String>()
            .by("region-name", name -> name)
            .by("endpoint", Places::endpoint)
            .by("opt-in-status", _ -> "opt-in-not-required");
    xml.list(
        "regionInfo",
        "item",
        filters.select(parameters, named),
        name ->
            xml.text("regionName", name)
                .text("regionEndpoint", endpoint(name))
                .text("optInStatus", "opt-in-not-required"));
  }

  private static String endpoint(String region) {
    return "ec2." + region + ".amazonaws.com";
  }

  static void describeZones(Call call, Parameters parameters, Xml xml) {
    List<String> names = parameters.list("ZoneName");
    List<String> ids = parameters.list("ZoneId");
    List<Zone> zones = call.state().zones();
    for (String name : names) {
      if (zones.stream().noneMatch(zone -> zone.name().equals(name))) {
        throw new AwsException(
            "InvalidParameterValue", "Invalid availability zone: [" + name + "]");
      }
    }
    Filters<Zone> filters =
        new Filters<Zone>()
            .by("zone-name", Zone::name)
            .by("zone-id", Zone::id)
            .by("region-name", _ -> call.region())
            .by("group-name", _ -> call.region())
            .by("zone-type", _ -> "availability-zone")
            .by("opt-in-status", _ -> "opt-in-not-required")
            .by("state", _ -> "available");
    List<Zone> chosen =
        filters.select(parameters, zones).stream()
            .filter(zone -> names.isEmpty() || names.contains(zone.name()))
            .filter(zone -> ids.isEmpty() || ids.contains(zone.id()))
            .toList();
    xml.list("availabilityZoneInfo", "item", chosen, zone -> write(call, zone, xml));
  }

  private static void write(Call call, Zone zone, Xml xml) {
    xml.text("zoneName", zone.name())
        .text("zoneId", zone.id())
        .text("zoneState", "available")
        .text("regionName", call.region())
        .text("groupName", call.region())
        .text("networkBorderGroup", call.region())
        .text("zoneType", "availability-zone")
        .text("optInStatus", "opt-in-not-required")
        .in("messageSet", () -> {});
  }

  static void describeAccountAttributes(Call call, Parameters parameters, Xml xml) {
    String defaultVpc =
        call.state().vpcs().values().stream()
            .filter(vpc -> vpc.isDefault())
            .map(vpc -> vpc.id())
            .findFirst()
            .orElse("none");
    Map<String, String> attributes =
        Map.of(
            "supported-platforms", "VPC",
            "default-vpc", defaultVpc,
            "max-instances", "20",
            "vpc-max-security-groups-per-interface", "5",
            "max-elastic-ips", "5",
            "vpc-max-elastic-ips", "5");
    List<String> wanted = parameters.list("AttributeName");
    List<String> names =
        attributes.keySet().stream()
            .filter(name -> wanted.isEmpty() || wanted.contains(name))
            .sorted()
            .toList();
    xml.list(
        "accountAttributeSet",
        "item",
        names,
        name ->
            xml.text("attributeName", name)
                .list(
                    "attributeValueSet",
                    "item",
                    List.of(attributes.getOrDefault(name, "")),
                    value -> xml.text("attributeValue", value)));
  }
}
