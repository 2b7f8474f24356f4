package portico.practice.provider;

import static portico.practice.provider.Attributes.text;
import static portico.practice.provider.Attributes.whole;
import static portico.practice.provider.Attributes.yesNo;

import java.util.List;
import java.util.Optional;

/** Properties of a load balancer and the attributes AWS keeps them in. */
final class LoadBalancerSchema {
  static final String INTERNAL = "internal";
  static final String SUBNETS = "subnets";
  static final String GROUPS = "securityGroups";
  static final String ADDRESSES = "ipAddressType";
  static final String POOLS = "ipamPools";
  static final String POOL = "ipv4IpamPoolId";
  static final List<String> LOGS = List.of("accessLogs", "connectionLogs");

  static final Schema LOG =
      Schema.of(
          Property.text("bucket").required(),
          Property.yesNo("enabled").orElse(false),
          Property.text("prefix"));

  /** Defaults are those of the official provider; ranges those of API_LoadBalancerAttribute. */
  static final Schema SCHEMA =
      Schema.of(
              Property.text(Naming.NAME)
                  .replaces()
                  .rule(ValueRule.elbName())
                  .rule(ValueRule.matches("(?!internal-).*", "cannot begin with \"internal-\"")),
              Property.text(Naming.PREFIX)
                  .computed()
                  .local()
                  .replaces()
                  .rule(ValueRule.length(1, 6)),
              Property.yesNo(INTERNAL).computed().replaces(),
              Property.text("loadBalancerType")
                  .orElse("application")
                  .replaces()
                  .rule(ValueRule.oneOf("application")),
              Property.textSet(SUBNETS).required(),
              Property.textSet(GROUPS).computed(),
              Property.text(ADDRESSES)
                  .computed()
                  .rule(ValueRule.oneOf("ipv4", "dualstack", "dualstack-without-public-ipv4")),
              Property.whole("idleTimeout").orElse(60).rule(ValueRule.range(1, 4000)),
              Property.whole("clientKeepAlive").orElse(3600).rule(ValueRule.range(60, 604800)),
              Property.yesNo("enableHttp2").orElse(true),
              Property.yesNo("enableDeletionProtection").orElse(false),
              Property.yesNo("dropInvalidHeaderFields").orElse(false),
              Property.text("desyncMitigationMode")
                  .orElse("defensive")
                  .rule(ValueRule.oneOf("monitor", "defensive", "strictest")),
              Property.yesNo("preserveHostHeader").orElse(false),
              Property.text("xffHeaderProcessingMode")
                  .orElse("append")
                  .rule(ValueRule.oneOf("append", "preserve", "remove")),
              Property.yesNo("enableXffClientPort").orElse(false),
              Property.yesNo("enableTlsVersionAndCipherSuiteHeaders").orElse(false),
              Property.yesNo("enableWafFailOpen").orElse(false),
              Property.yesNo("enableZonalShift").orElse(false),
              Property.block(POOLS, Schema.of(Property.text(POOL).required())),
              Property.block("accessLogs", LOG).normal(LoadBalancerSchema::nothingWhenOff),
              Property.block("connectionLogs", LOG).normal(LoadBalancerSchema::nothingWhenOff),
              Property.output("arn"),
              Property.output("arnSuffix"),
              Property.output("dnsName"),
              Property.output("vpcId"),
              Property.output("zoneId"))
          .and(Tagging.properties());

  static final Attributes ATTRIBUTES =
      Attributes.of(
          whole("idleTimeout", "idle_timeout.timeout_seconds"),
          whole("clientKeepAlive", "client_keep_alive.seconds"),
          yesNo("enableHttp2", "routing.http2.enabled"),
          yesNo("enableDeletionProtection", "deletion_protection.enabled"),
          yesNo("dropInvalidHeaderFields", "routing.http.drop_invalid_header_fields.enabled"),
          text("desyncMitigationMode", "routing.http.desync_mitigation_mode"),
          yesNo("preserveHostHeader", "routing.http.preserve_host_header.enabled"),
          text("xffHeaderProcessingMode", "routing.http.xff_header_processing.mode"),
          yesNo("enableXffClientPort", "routing.http.xff_client_port.enabled"),
          yesNo(
              "enableTlsVersionAndCipherSuiteHeaders",
              "routing.http.x_amzn_tls_version_and_cipher_suite.enabled"),
          yesNo("enableWafFailOpen", "waf.fail_open.enabled"),
          yesNo("enableZonalShift", "zonal_shift.config.enabled"),
          yesNo("accessLogs.enabled", "access_logs.s3.enabled"),
          text("accessLogs.bucket", "access_logs.s3.bucket"),
          text("accessLogs.prefix", "access_logs.s3.prefix"),
          yesNo("connectionLogs.enabled", "connection_logs.s3.enabled"),
          text("connectionLogs.bucket", "connection_logs.s3.bucket"),
          text("connectionLogs.prefix", "connection_logs.s3.prefix"));

  private LoadBalancerSchema() {}

  /** The pool of public IPv4 addresses; none for AWS's own. */
  static Optional<String> pool(PropertyMap inputs) {
    return inputs.map(POOLS).flatMap(pools -> pools.text(POOL));
  }

  /** AWS refuses a bucket for logs that are off. */
  static PropertyMap withLogsOff(PropertyMap inputs) {
    PropertyMap changed = inputs;
    PropertyValue off = PropertyMap.EMPTY.with("enabled", PropertyValue.of(false));
    for (String log : LOGS) {
      boolean on = inputs.map(log).flatMap(map -> map.flag("enabled")).orElse(false);
      changed = on ? changed : changed.with(log, off);
    }
    return changed;
  }

  static PropertyValue nothingWhenOff(PropertyValue logs) {
    return logs instanceof PropertyMap map && map.flag("enabled").map(on -> !on).orElse(false)
        ? PropertyMap.EMPTY
        : logs;
  }
}
