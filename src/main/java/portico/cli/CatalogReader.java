package portico.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portico.catalog.Accelerator;
import portico.catalog.Answer;
import portico.catalog.AwsProfile;
import portico.catalog.Catalog;
import portico.catalog.SecurityGroup;
import portico.catalog.Vpc;

/** Reads parts of one catalogue, as tables and for JSON. */
final class CatalogReader {
  private final Catalog catalog;
  private final List<AwsProfile> profiles;
  private final Optional<String> vpcId;
  private final CliText text;

  /** {@code vpcId} is empty for the default VPC. */
  CatalogReader(Catalog catalog, List<AwsProfile> profiles, Optional<String> vpcId, CliText text) {
    this.catalog = catalog;
    this.profiles = List.copyOf(profiles);
    this.vpcId = vpcId;
    this.text = text;
  }

  /**
   * A part of the catalogue.
   *
   * @param rows for JSON, in the order of the table
   */
  record Part(Table table, List<Map<String, Object>> rows) {}

  Part read(CatalogPart part) {
    return switch (part) {
      case IDENTITY ->
          part(
              List.of(value(catalog.callerIdentity())),
              each ->
                  Reply.fields(
                      "account", each.account(),
                      "arn", each.arn(),
                      "user_id", each.userId(),
                      "credentials_end", credentialsEnd()));
      case PROFILES ->
          part(
              profiles,
              each ->
                  Reply.fields(
                      "name", each.name(),
                      "kind", each.kind().name().toLowerCase(Locale.ROOT),
                      "region", each.region().orElse("")));
      case REGIONS ->
          part(
              value(catalog.regions()),
              each -> Reply.fields("code", each.code(), "name", each.name()));
      case VPCS ->
          part(
              value(catalog.vpcs()),
              each ->
                  Reply.fields(
                      "id", each.id(),
                      "name", each.name(),
                      "cidr", each.cidr(),
                      "default", each.isDefault()));
      case SUBNETS -> subnets();
      case INSTANCES -> instances();
      case LOAD_BALANCERS -> loadBalancers();
      case CERTIFICATES -> certificates();
      case TLS_POLICIES ->
          part(
              value(catalog.tlsPolicies()),
              each ->
                  Reply.fields(
                      "name", each.name(), "protocols", String.join(" ", each.protocols())));
      case SECURITY_GROUPS -> securityGroups();
      case WEB_ACLS ->
          part(
              value(catalog.webAcls()),
              each ->
                  Reply.fields(
                      "name", each.name(), "description", each.description(), "arn", each.arn()));
      case ZONES ->
          part(
              value(catalog.hostedZones()),
              each ->
                  Reply.fields("id", each.id(), "name", each.name(), "private", each.isPrivate()));
      case IPAM_POOLS ->
          part(
              value(catalog.ipamPools()),
              each ->
                  Reply.fields(
                      "id", each.id(), "name", each.name(), "description", each.description()));
      case QUOTAS ->
          part(
              value(catalog.quotas()),
              each -> {
                Map<String, Object> fields =
                    Reply.fields("name", each.name(), "limit", each.limit(), "used", "");
                each.used().ifPresent(used -> fields.put("used", used));
                return fields;
              });
    };
  }

  /** Empty for credentials that do not end, and where that cannot be told. */
  private String credentialsEnd() {
    return catalog.credentialsExpiry() instanceof Answer.Found<Optional<Instant>>(var end)
        ? end.map(Instant::toString).orElse("")
        : "";
  }

  private Part subnets() {
    return part(
        value(catalog.subnets(vpc())),
        each ->
            Reply.fields(
                "id", each.id(),
                "name", each.name(),
                "vpc_id", each.vpcId(),
                "cidr", each.cidr(),
                "zone", each.zone(),
                "zone_type", each.zoneType(),
                "free_addresses", each.freeAddresses(),
                "public", each.isPublic()));
  }

  private Part instances() {
    return part(
        value(catalog.instances(vpc())),
        each ->
            Reply.fields(
                "id", each.id(),
                "name", each.name(),
                "type", each.type(),
                "gpu", each.accelerator().map(Accelerator::title).orElse(""),
                "state", each.state(),
                "zone", each.zone(),
                "subnet_id", each.subnetId(),
                "private_ip", each.privateIp()));
  }

  private Part loadBalancers() {
    return part(
        value(catalog.existing().list()),
        each ->
            Reply.fields(
                "name", each.name(),
                "scheme", each.scheme(),
                "vpc_id", each.vpcId(),
                "state", each.state(),
                "environment", each.environment().orElse(""),
                "dns_name", each.dnsName(),
                "arn", each.arn()));
  }

  private Part certificates() {
    return part(
        value(catalog.certificates()),
        each ->
            Reply.fields(
                "arn", each.arn(),
                "domain", each.domain(),
                "alternative_names", String.join(" ", each.alternativeNames()),
                "status", each.status(),
                "not_after", each.notAfter().map(String::valueOf).orElse("")));
  }

  private Part securityGroups() {
    return part(
        value(catalog.securityGroups(vpc())),
        each ->
            Reply.fields(
                "id", each.id(),
                "name", each.name(),
                "ingress", permissions(each.ingress()),
                "egress", permissions(each.egress())));
  }

  /** Such as "tcp 443 0.0.0.0/0; all sg-0123". */
  private static String permissions(List<SecurityGroup.Permission> permissions) {
    return permissions.stream()
        .map(
            each ->
                (each.protocol().equals("-1") ? "all" : each.protocol() + " " + ports(each))
                    + " "
                    + Stream.concat(each.cidrs().stream(), each.groupIds().stream())
                        .collect(Collectors.joining(" ")))
        .map(String::strip)
        .collect(Collectors.joining("; "));
  }

  private static String ports(SecurityGroup.Permission each) {
    return each.fromPort() == each.toPort()
        ? String.valueOf(each.fromPort())
        : each.fromPort() + "-" + each.toPort();
  }

  private String vpc() {
    return vpcId.orElseGet(
        () ->
            value(catalog.vpcs()).stream()
                .filter(Vpc::isDefault)
                .findFirst()
                .map(Vpc::id)
                .orElseThrow(() -> new Refused(Refusal.Usage.of("usage.vpc-needed"))));
  }

  private <T> Part part(List<T> things, Function<T, Map<String, Object>> fields) {
    List<Map<String, Object>> rows = things.stream().map(fields).toList();
    String[] headings =
        rows.stream()
            .findFirst()
            .map(row -> row.keySet().stream().map(this::heading).toArray(String[]::new))
            .orElseGet(() -> new String[0]);
    Table table = Table.of(headings);
    for (Map<String, Object> row : rows) {
      table.row(row.values().stream().map(this::cell).toArray(String[]::new));
    }
    return new Part(table, rows);
  }

  private String heading(String field) {
    return text.get("field." + field);
  }

  private String cell(Object value) {
    if (value instanceof Boolean yes) {
      return text.get(yes ? "cell.yes" : "cell.no");
    }
    String cell = value.toString();
    return cell.isEmpty() ? "-" : cell;
  }

  private static <T> T value(Answer<T> answer) {
    return switch (answer) {
      case Answer.Found<T>(T value) -> value;
      case Answer.Failed<T>(var failure) ->
          throw new Refused(new Refusal.AccountUnreadable(failure));
    };
  }
}
