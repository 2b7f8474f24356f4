package portico.practice.aws.elb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.s3.LogWriting;
import portico.practice.aws.state.Bucket;
import portico.practice.aws.state.LoadBalancer;

/** Attributes of load balancers (API_LoadBalancerAttribute). */
final class BalancerAttributes {
  private static final String BUCKET = "|[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

  /** The kinds of logs, each with the file by which AWS tries the bucket. */
  private static final Map<String, String> LOGS =
      new TreeMap<>(
          Map.of(
              "access_logs", "ELBAccessLogTestFile",
              "connection_logs", "ELBConnectionLogTestFile",
              "health_check_logs", "ELBHealthCheckLogTestFile"));

  private static final Attributes KNOWN = known();

  private BalancerAttributes() {}

  private static Attributes known() {
    Attributes known =
        new Attributes("Load balancer")
            .words("deletion_protection.enabled", "false", "true")
            .number("idle_timeout.timeout_seconds", "60", 1, 4000)
            .number("client_keep_alive.seconds", "3600", 60, 604800)
            .words("routing.http2.enabled", "true", "false")
            .words("routing.http.desync_mitigation_mode", "defensive", "strictest", "monitor")
            .words("routing.http.drop_invalid_header_fields.enabled", "false", "true")
            .words("routing.http.preserve_host_header.enabled", "false", "true")
            .words("routing.http.x_amzn_tls_version_and_cipher_suite.enabled", "false", "true")
            .words("routing.http.xff_client_port.enabled", "false", "true")
            .words("routing.http.xff_header_processing.mode", "append", "preserve", "remove")
            .words("waf.fail_open.enabled", "false", "true")
            .words("zonal_shift.config.enabled", "false", "true")
            .words("ipv6.deny_all_igw_traffic", "false", "true")
            .words("load_balancing.cross_zone.enabled", "true");
    for (String log : LOGS.keySet()) {
      known
          .words(log + ".s3.enabled", "false", "true")
          .text(log + ".s3.bucket", "", BUCKET)
          .text(log + ".s3.prefix", "", "(?!.*AWSLogs).{0,1024}");
    }
    return known;
  }

  /** All attributes of a load balancer. */
  static Map<String, String> of(LoadBalancer balancer) {
    return KNOWN.over(balancer.attributes());
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    Attributes.write(of(Find.balancer(call, parameters)), xml);
  }

  private static void checkPrefix(String log, String prefix) {
    if (prefix.startsWith("/") || prefix.endsWith("/")) {
      throw Check.invalid("The value of '" + log + ".s3.prefix' cannot start or end with '/'");
    }
  }

  /** Logs are only written where Elastic Load Balancing may write in the same region. */
  private static void tryBucket(
      Call call, String log, Map<String, String> all, String balancerArn) {
    String name = all.getOrDefault(log + ".s3.bucket", "");
    if (name.isEmpty()) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "The value of '" + log + ".s3.bucket' cannot be empty when the logs are enabled");
    }
    Bucket bucket =
        Optional.ofNullable(call.state().buckets().get(name))
            .orElseThrow(
                () ->
                    new AwsException(
                        "InvalidConfigurationRequest",
                        "S3 bucket '%s' does not exist in region '%s'"
                            .formatted(name, call.region())));
    Bucket tried =
        LogWriting.tried(
                bucket,
                all.getOrDefault(log + ".s3.prefix", ""),
                LOGS.getOrDefault(log, log),
                call.region(),
                balancerArn)
            .orElseThrow(
                () ->
                    new AwsException(
                        "InvalidConfigurationRequest",
                        "Access Denied for bucket: "
                            + name
                            + ". Please check S3bucket permission"));
    call.state().buckets().put(name, tried);
  }

  static void modify(Call call, Parameters parameters, Xml xml) {
    LoadBalancer balancer = Find.balancer(call, parameters);
    Map<String, String> changed = new LinkedHashMap<>(balancer.attributes());
    changed.putAll(KNOWN.changes(parameters));
    Map<String, String> all = KNOWN.over(changed);
    for (String log : LOGS.keySet()) {
      checkPrefix(log, all.getOrDefault(log + ".s3.prefix", ""));
      if ("true".equals(all.get(log + ".s3.enabled"))) {
        tryBucket(call, log, all, balancer.arn());
      }
    }
    call.state().loadBalancers().put(balancer.arn(), balancer.with(changed));
    Attributes.write(all, xml);
  }
}
