package portico.practice.aws.state;

import java.util.List;
import java.util.Map;

/** Seeds what the services around a load balancer have: log buckets, functions and web ACLs. */
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
  }

  /** Bucket names are unique in the world, so the region is in them. */
  private void bucket(String name, boolean admitsLogs) {
    String full = name + "-" + state.region();
    state.buckets().put(full, new Bucket(full, admitsLogs));
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
