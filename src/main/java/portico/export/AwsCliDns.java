package portico.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import portico.export.Stack.Resource;
import portico.export.Value.Fields;

/** Commands on the alias records that lead to the load balancer. */
final class AwsCliDns {
  private static final String NAME = "DNS_NAME";
  private static final String ZONE = "DNS_ZONE";

  private final Lines lines;

  AwsCliDns(Lines lines) {
    this.lines = lines;
  }

  /** Where the load balancer is found in DNS, which its records say. */
  void place() {
    lookup(NAME, "DNSName");
    lookup(ZONE, "CanonicalHostedZoneId");
  }

  private void lookup(String variable, String field) {
    lines.line(variable + "=$(aws elbv2 describe-load-balancers \\");
    lines.within(
        () ->
            lines
                .line(
                    "--load-balancer-arns "
                        + AwsCliText.variable(StackBuilder.LOAD_BALANCER)
                        + " \\")
                .line("--query 'LoadBalancers[0]." + field + "' --output text)"));
  }

  void made(Resource resource) {
    place();
    Fields in = resource.inputs();
    new AwsCliCommand("aws route53 change-resource-record-sets", in)
        .option("--hosted-zone-id " + AwsCliText.word(in, "zone_id"))
        .option("--change-batch " + change("CREATE", in))
        .writeKeeping(lines, resource.id(), "ChangeInfo.Id");
    lines.line(
        "aws route53 wait resource-record-sets-changed --id " + AwsCliText.variable(resource.id()));
  }

  /** After {@link #place}. One that is not there, or not so, is left. */
  void removed(Resource resource) {
    Fields in = resource.inputs();
    lines.line(
        "gone aws route53 change-resource-record-sets --hosted-zone-id "
            + AwsCliText.word(in, "zone_id")
            + " \\");
    lines.within(() -> lines.line("--change-batch " + change("DELETE", in)));
  }

  private static String change(String action, Fields in) {
    Map<String, Object> alias = new LinkedHashMap<>();
    alias.put("HostedZoneId", AwsCliText.placeholder(ZONE));
    alias.put("DNSName", AwsCliText.placeholder(NAME));
    alias.put("EvaluateTargetHealth", true);
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("Name", AwsCliText.plain(in, "name"));
    set.put("Type", AwsCliText.plain(in, "type"));
    set.put("AliasTarget", alias);
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("Action", action);
    change.put("ResourceRecordSet", set);
    return AwsCliText.withVariables(AwsCliText.json(Map.of("Changes", List.of(change))));
  }
}
