package portico.practice.aws.elb;

import java.util.ArrayList;
import java.util.List;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.HealthCheck;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.TargetGroup;

/** Operations on target groups that exist. */
final class TargetGroups {
  private TargetGroups() {}

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<String> arns = parameters.list("TargetGroupArns.member");
    List<String> names = parameters.list("Names.member");
    boolean byBalancer = parameters.has("LoadBalancerArn");
    if ((arns.isEmpty() ? 0 : 1) + (names.isEmpty() ? 0 : 1) + (byBalancer ? 1 : 0) > 1) {
      throw Check.invalid(
          "Target group names, target group ARNs, and a load balancer ARN cannot be specified at "
              + "the same time");
    }
    List<TargetGroup> chosen = new ArrayList<>();
    arns.stream().distinct().forEach(arn -> chosen.add(Find.group(call, arn)));
    names.stream().distinct().forEach(name -> chosen.add(named(call, name)));
    if (byBalancer) {
      LoadBalancer balancer = Find.balancer(call, parameters);
      Find.groupsOf(call.state(), balancer.arn()).forEach(arn -> chosen.add(Find.group(call, arn)));
    } else if (arns.isEmpty() && names.isEmpty()) {
      chosen.addAll(call.state().targetGroups().values());
    }
    Pages<TargetGroup> page = Pages.elb(parameters, chosen);
    write(call, xml, page.items());
    xml.maybe("NextMarker", page.next());
  }

  private static TargetGroup named(Call call, String name) {
    return call.state().targetGroups().values().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new AwsException("TargetGroupNotFound", "One or more target groups not found"));
  }

  static void write(Call call, Xml xml, List<TargetGroup> groups) {
    xml.list("TargetGroups", "member", groups, group -> write(call, group, xml));
  }

  private static void write(Call call, TargetGroup group, Xml xml) {
    xml.text("TargetGroupArn", group.arn()).text("TargetGroupName", group.name());
    if (!group.targetType().equals("lambda")) {
      xml.text("Protocol", group.protocol())
          .text("ProtocolVersion", group.protocolVersion())
          .text("Port", group.port())
          .text("VpcId", group.vpcId())
          .text("IpAddressType", group.ipAddressType())
          .maybe("TargetControlPort", group.controlPort());
    }
    HealthChecks.write(group, xml);
    List<String> balancers =
        Find.balancerOf(call.state(), group.arn()).map(LoadBalancer::arn).stream().toList();
    xml.texts("LoadBalancerArns", "member", balancers).text("TargetType", group.targetType());
  }

  static void modify(Call call, Parameters parameters, Xml xml) {
    TargetGroup group = Find.group(call, parameters);
    HealthCheck next =
        new HealthChecks(parameters)
            .over(group.healthCheck(), group.targetType(), group.protocolVersion());
    TargetGroup changed = group.checkedBy(next);
    call.state().targetGroups().put(group.arn(), changed);
    write(call, xml, List.of(changed));
  }

  /** Deleting one that does not exist succeeds, as in AWS. */
  static void delete(Call call, Parameters parameters, Xml xml) {
    String arn = Check.required(parameters, "TargetGroupArn");
    if (Find.balancerOf(call.state(), arn).isPresent()) {
      throw new AwsException(
          "ResourceInUse",
          "Target group '" + arn + "' is currently in use by a listener or a rule");
    }
    call.state().targetGroups().remove(arn);
  }
}
