package portico.practice.aws.route53;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import portico.practice.aws.state.AliasTarget;
import portico.practice.aws.state.AliasZones;
import portico.practice.aws.state.HostedZone;
import portico.practice.aws.state.RecordSet;

/**
 * What Route 53 finds wrong with records (API_ChangeResourceRecordSets, ResourceRecordTypes.html),
 * as messages of an InvalidChangeBatch.
 */
final class RecordRules {
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
  private static final Pattern IPV6 =
      Pattern.compile("(?=.*:.*:)(?!.*::.*::)[0-9a-fA-F:]{2,39}(\\d+(\\.\\d+){3})?");

  private RecordRules() {}

  /** What is wrong with a record by itself, for a zone with these records. */
  static List<String> faults(HostedZone zone, Map<String, RecordSet> records, RecordSet set) {
    List<String> faults = new ArrayList<>();
    DnsName.fault(set.name()).ifPresent(each -> faults.add(fatal(each, set.name())));
    if (!DnsName.within(set.name(), zone.name())) {
      faults.add(
          "RRSet with DNS name %s is not permitted in zone %s".formatted(set.name(), zone.name()));
    }
    if (set.type().equals("CNAME") && set.name().equals(zone.name())) {
      faults.add(
          "RRSet of type CNAME with DNS name %s is not permitted at apex in zone %s"
              .formatted(set.name(), zone.name()));
    }
    set.values().forEach(value -> fault(set.type(), value).ifPresent(faults::add));
    if (set.type().equals("CNAME") && set.values().size() > 1) {
      faults.add(fatal("CNAMENotSingleValue (Only one value is allowed)", set.name()));
    }
    set.alias().flatMap(each -> fault(zone, records, set, each)).ifPresent(faults::add);
    return faults;
  }

  private static Optional<String> fault(String type, String value) {
    Optional<String> problem =
        switch (type) {
          case "A" ->
              IPV4.matcher(value).matches()
                  ? Optional.empty()
                  : Optional.of("ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)");
          case "AAAA" ->
              IPV6.matcher(value).matches()
                  ? Optional.empty()
                  : Optional.of("AAAARRDATAIllegalIPv6Address (Value is not a valid IPv6 address)");
          case "CNAME" -> DnsName.fault(DnsName.of(value));
          case "TXT", "SPF" ->
              value.matches("\"[^\"]*\"(\\s+\"[^\"]*\")*")
                  ? Optional.empty()
                  : Optional.of(
                      "InvalidCharacterString (Value should be enclosed in quotation marks)");
          default -> Optional.empty();
        };
    return problem.map(each -> fatal(each, value));
  }

  private static String fatal(String problem, String value) {
    return "Invalid Resource Record: 'FATAL problem: %s encountered with '%s''"
        .formatted(problem, value);
  }

  /** An alias into the same zone needs its target; of other services only the name is looked at. */
  private static Optional<String> fault(
      HostedZone zone, Map<String, RecordSet> records, RecordSet set, AliasTarget target) {
    String name = DnsName.of(target.dnsName());
    String problem;
    if (target.hostedZoneId().equals(zone.id())) {
      problem = records.containsKey(name + " " + set.type()) ? "" : "but that target was not found";
    } else {
      Optional<String> end = AliasZones.names(target.hostedZoneId());
      boolean fits = end.filter(each -> name.matches(".+" + each)).isPresent();
      problem = fits ? "" : "but the alias target name does not lie within the target zone";
    }
    return problem.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Tried to create an alias that targets %s, type %s in zone %s, %s"
                .formatted(name, set.type(), target.hostedZoneId(), problem));
  }

  /** What is wrong with the records that a name has after a batch: a CNAME has no company. */
  static Optional<String> conflict(HostedZone zone, Map<String, RecordSet> after, RecordSet set) {
    boolean alone =
        after.values().stream()
            .filter(each -> each.name().equals(set.name()))
            .noneMatch(each -> !each.type().equals(set.type()));
    boolean withAlias = after.containsKey(set.name() + " CNAME");
    if (alone || !withAlias) {
      return Optional.empty();
    }
    return Optional.of(
        set.type().equals("CNAME")
            ? ("RRSet of type CNAME with DNS name %s is not permitted as it conflicts with other "
                    + "records with the same DNS name in zone %s")
                .formatted(set.name(), zone.name())
            : ("RRSet of type %s with DNS name %s is not permitted because a conflicting RRSet of "
                    + "type CNAME with the same DNS name already exists in zone %s")
                .formatted(set.type(), set.name(), zone.name()));
  }
}
