package portico.catalog.aws;

import static portico.catalog.aws.AwsService.ROUTE53;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portico.catalog.DnsRecord;
import portico.catalog.HostedZone;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Hosted zones of Route 53 and their records. */
final class AwsZones {
  private static final String ID_PREFIX = "/hostedzone/";

  /** Route 53 writes other characters than letters, digits, hyphens and underscores in octal. */
  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

  /** More than the types that one name can have. */
  private static final String MOST_TYPES = "20";

  private final AwsClients clients;

  AwsZones(AwsClients clients) {
    this.clients = clients;
  }

  List<HostedZone> all(AwsCall call) {
    return call
        .of(
            ROUTE53,
            "ListHostedZones",
            () -> clients.route53().listHostedZonesPaginator().hostedZones().stream().toList())
        .stream()
        .map(
            zone ->
                new HostedZone(
                    zone.id().replace(ID_PREFIX, ""),
                    plain(zone.name()),
                    zone.config() != null && Boolean.TRUE.equals(zone.config().privateZone())))
        .sorted(
            Comparator.comparing(HostedZone::isPrivate)
                .thenComparing(HostedZone::name)
                .thenComparing(HostedZone::id))
        .toList();
  }

  /** A zone that is not there has none. Route 53 lists from a name on. */
  List<DnsRecord> records(AwsCall call, String zoneId, String name) {
    String wanted = plain(name);
    try {
      return call
          .of(
              ROUTE53,
              "ListResourceRecordSets",
              () ->
                  clients
                      .route53()
                      .listResourceRecordSets(
                          request ->
                              request
                                  .hostedZoneId(zoneId)
                                  .startRecordName(wanted)
                                  .maxItems(MOST_TYPES)))
          .resourceRecordSets()
          .stream()
          .filter(each -> plain(each.name()).equals(wanted))
          .map(each -> new DnsRecord(wanted, each.typeAsString(), target(each)))
          .toList();
    } catch (NoSuchHostedZoneException gone) {
      return List.of();
    }
  }

  private static String target(ResourceRecordSet set) {
    return Optional.ofNullable(set.aliasTarget())
        .map(alias -> plain(alias.dnsName()))
        .or(() -> set.resourceRecords().stream().findFirst().map(ResourceRecord::value))
        .orElse("");
  }

  private static String plain(String name) {
    String lower =
        OCTAL
            .matcher(name.toLowerCase(Locale.ROOT))
            .replaceAll(
                each ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(each.group(1), 8))));
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
