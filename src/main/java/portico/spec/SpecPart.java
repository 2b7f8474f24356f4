package portico.spec;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a spec file and their fields. */
enum SpecPart {
  ROOT("region", "service", "loadBalancer", "targetGroups", "listeners", "access", "tags"),
  SERVICE(
      "server",
      "keepAliveSeconds",
      "requestLimitSeconds",
      "longestSilenceSeconds",
      "clientTimeoutSeconds"),
  LOAD_BALANCER(
      "name",
      "scheme",
      "ipAddressType",
      "vpc",
      "vpcId",
      "subnets",
      "subnetIds",
      "securityGroupIds",
      "attributes",
      "webAclArn",
      "dnsRecords",
      "ipv4IpamPoolId",
      "tags"),
  LOAD_BALANCER_ATTRIBUTES(
      "idleTimeoutSeconds",
      "clientKeepAliveSeconds",
      "http2",
      "deletionProtection",
      "dropInvalidHeaderFields",
      "accessLogs",
      "connectionLogs"),
  DNS_RECORD("hostedZoneId", "name"),
  LOG_BUCKET("bucket", "make", "days", "prefix"),
  TARGET_GROUP(
      "name",
      "targetType",
      "protocol",
      "protocolVersion",
      "port",
      "healthCheck",
      "attributes",
      "targets",
      "tags"),
  HEALTH_CHECK(
      "enabled",
      "protocol",
      "port",
      "path",
      "intervalSeconds",
      "timeoutSeconds",
      "healthyThreshold",
      "unhealthyThreshold",
      "matcher"),
  TARGET_GROUP_ATTRIBUTES(
      "deregistrationDelaySeconds",
      "slowStartSeconds",
      "algorithm",
      "anomalyMitigation",
      "stickiness"),
  STICKINESS("type", "name", "durationSeconds"),
  TARGET("instanceId", "name", "ip", "functionArn", "port", "zone"),
  LISTENER(
      "name",
      "protocol",
      "port",
      "certificate",
      "tls",
      "targetGroup",
      "forward",
      "redirectToHttps",
      "redirect",
      "fixedResponse",
      "defaultAction",
      "rules"),
  TLS("policy", "certificate", "certificateArn", "furtherCertificates", "furtherCertificateArns"),
  ACTION("forward", "redirectToHttps", "redirect", "fixedResponse"),
  FORWARD("targetGroups", "stickinessSeconds"),
  WEIGHTED_TARGET_GROUP("targetGroup", "weight"),
  REDIRECT("permanent", "protocol", "port", "host", "path", "query"),
  FIXED_RESPONSE("status", "contentType", "body"),
  RULE(
      "name",
      "priority",
      "conditions",
      "action",
      "forward",
      "redirectToHttps",
      "redirect",
      "fixedResponse"),
  CONDITION("path", "host", "header", "method", "query", "sourceIp", "apiKey"),
  QUERY_VALUE("key", "value"),
  API_KEY("header", "prefix", "key"),
  ACCESS("ingressCidrs", "targetSecurityGroupIds");

  @SuppressWarnings("ImmutableEnumChecker") // List.of's is immutable
  private final List<String> fields;

  SpecPart(String... fields) {
    this.fields = List.of(fields);
  }

  List<String> fields() {
    return fields;
  }

  boolean has(String field) {
    return fields.contains(field);
  }

  /** The known field that {@code wrong} was perhaps meant to be. */
  Optional<String> nearest(String wrong) {
    String plain = plain(wrong);
    return fields.stream()
        .filter(field -> distance(plain, plain(field)) <= tolerated(field, plain))
        .min(Comparator.comparingInt(field -> distance(plain, plain(field))));
  }

  /** A third of the letters may differ, or all that the longer name adds: vpc and vpcId. */
  private static int tolerated(String field, String plain) {
    int third = Math.max(1, field.length() / 3);
    boolean partOf = plain.length() >= 3 && plain(field).startsWith(plain);
    return partOf ? field.length() - plain.length() : third;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /** Levenshtein's distance: letters to insert, delete or replace. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] line = new int[other.length() + 1];
      line[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        line[column] =
            Math.min(above[column - 1] + change, 1 + Math.min(above[column], line[column - 1]));
      }
      above = line;
    }
    return above[other.length()];
  }
}
