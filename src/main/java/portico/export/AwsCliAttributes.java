package portico.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import portico.export.Value.Fields;
import portico.export.Value.Flag;
import portico.export.Value.Part;
import portico.export.Value.Text;

/** The attributes that AWS's API keeps apart from the fields (API_LoadBalancerAttribute). */
final class AwsCliAttributes {
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final Fields in;

  private AwsCliAttributes(Fields in) {
    this.in = in;
  }

  static Map<String, String> ofLoadBalancer(Fields in) {
    AwsCliAttributes all = new AwsCliAttributes(in);
    all.put("idle_timeout", "idle_timeout.timeout_seconds");
    all.put("client_keep_alive", "client_keep_alive.seconds");
    all.put("enable_http2", "routing.http2.enabled");
    all.put("enable_deletion_protection", "deletion_protection.enabled");
    all.put("drop_invalid_header_fields", "routing.http.drop_invalid_header_fields.enabled");
    all.logs("access_logs");
    all.logs("connection_logs");
    return all.attributes;
  }

  static Map<String, String> ofTargetGroup(Fields in) {
    AwsCliAttributes all = new AwsCliAttributes(in);
    all.put("deregistration_delay", "deregistration_delay.timeout_seconds");
    all.put("load_balancing_algorithm_type", "load_balancing.algorithm.type");
    if (in.values().get("load_balancing_algorithm_type") instanceof Text(String algorithm)) {
      // AWS takes the one only with round robin, the other only with weighted random.
      if (algorithm.equals("round_robin")) {
        all.put("slow_start", "slow_start.duration_seconds");
      }
      if (algorithm.equals("weighted_random")) {
        all.put("load_balancing_anomaly_mitigation", "load_balancing.algorithm.anomaly_mitigation");
      }
    }
    all.stickiness();
    return all.attributes;
  }

  private void put(String field, String attribute) {
    word(in, field).ifPresent(text -> attributes.put(attribute, text));
  }

  private static Optional<String> word(Fields fields, String field) {
    return switch (fields.values().get(field)) {
      case Text(String text) -> Optional.of(text);
      case Value.Count(int number) -> Optional.of(String.valueOf(number));
      case Flag(boolean on) -> Optional.of(String.valueOf(on));
      case Value.Reference(String id, String _) -> Optional.of(AwsCliText.inJson(id));
      case null, default -> Optional.empty();
    };
  }

  private void logs(String kind) {
    if (in.values().get(kind) instanceof Part(Fields logs)) {
      attributes.put(kind + ".s3.enabled", "true");
      word(logs, "bucket").ifPresent(text -> attributes.put(kind + ".s3.bucket", text));
      word(logs, "prefix").ifPresent(text -> attributes.put(kind + ".s3.prefix", text));
    }
  }

  private void stickiness() {
    if (in.values().get("stickiness") instanceof Part(Fields stickiness)) {
      word(stickiness, "enabled").ifPresent(on -> attributes.put("stickiness.enabled", on));
      String type = word(stickiness, "type").orElse("lb_cookie");
      attributes.put("stickiness.type", type);
      word(stickiness, "cookie_duration")
          .ifPresent(text -> attributes.put("stickiness." + type + ".duration_seconds", text));
      word(stickiness, "cookie_name")
          .ifPresent(text -> attributes.put("stickiness.app_cookie.cookie_name", text));
    }
  }
}
