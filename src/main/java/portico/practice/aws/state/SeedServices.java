package portico.practice.aws.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seeds what the services around a load balancer have: log buckets, functions, web ACLs, IPAM
 * pools.
 */
final class SeedServices {
  private final RegionState state;

  SeedServices(RegionState state) {
    this.state = state;
  }

  void all() {
    bucket("practice-lb-logs", true);
    bucket("practice-lb-logs-archive", true);
    bucket("practice-private-data", false);
    function("chat-fallback", "Says that the models are busy");
    function("model-status", "Tells which models are loaded");
    webAcl(
        "inference-baseline",
        "Common threats and known bad inputs",
        List.of("AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"));
    webAcl(
        "inference-strict",
        "Common threats, bad reputation and anonymous networks",
        List.of(
            "AWSManagedRulesCommonRuleSet",
            "AWSManagedRulesAmazonIpReputationList",
            "AWSManagedRulesAnonymousIpList"));
    ipamPool("partner-allow-list", "Addresses that partners let in", true, "ipv4");
    ipamPool("partner-allow-list-v6", "The same with IPv6", true, "ipv6");
    ipamPool("vpc-ranges", "Networks of new VPCs", false, "ipv4");
  }

  private void ipamPool(String name, String description, boolean isPublic, String family) {
    String id = new SeedIds(state.region()).of("ipam-pool", name);
    state
        .ipamPools()
        .put(
            id,
            new IpamPool(id, isPublic, family, state.region(), description, Map.of("Name", name)));
  }

  /** Bucket names are unique in the world, so the region is in them. */
  private void bucket(String name, boolean admitsLogs) {
    String full = name + "-" + state.region();
    Bucket closed = Bucket.closed(full);
    state
        .buckets()
        .put(full, admitsLogs ? closed.withPolicy(Optional.of(logPolicy(full))) : closed);
  }

  /** At any prefix. */
  private static String logPolicy(String bucket) {
    return """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"},
          "Action": "s3:PutObject",
          "Resource": "arn:aws:s3:::%s/*"
        }
      ]
    }
    """
        .formatted(bucket);
  }

  private void function(String name, String description) {
    String arn = "arn:aws:lambda:%s:%s:function:%s".formatted(state.region(), Account.ID, name);
    state.functions().put(name, new Function(arn, name, "python3.13", description, Map.of()));
  }

  private void webAcl(String name, String description, List<String> managedRules) {
    String id = new SeedIds(state.region()).uuid("webacl/" + name);
    String arn =
        "arn:aws:wafv2:%s:%s:regional/webacl/%s/%s".formatted(state.region(), Account.ID, name, id);
    state.webAcls().put(arn, new WebAcl(arn, name, id, description, managedRules));
  }
}
