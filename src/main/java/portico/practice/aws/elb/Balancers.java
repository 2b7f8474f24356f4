package portico.practice.aws.elb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Listener;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.Rule;
import portico.practice.aws.state.Subnet;

/** Operations on load balancers that exist. */
final class Balancers {
  private Balancers() {}

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<String> arns = parameters.list("LoadBalancerArns.member");
    List<String> names = parameters.list("Names.member");
    if (!arns.isEmpty() && !names.isEmpty()) {
      throw Check.invalid(
          "Load balancer names and load balancer ARNs cannot be specified at the same time");
    }
    List<LoadBalancer> chosen = new ArrayList<>();
    arns.stream().distinct().forEach(arn -> chosen.add(Find.balancer(call, arn)));
    names.stream().distinct().forEach(name -> chosen.add(named(call, name)));
    if (arns.isEmpty() && names.isEmpty()) {
      chosen.addAll(call.state().loadBalancers().values());
    }
    Pages<LoadBalancer> page = Pages.elb(parameters, chosen);
    BalancerXml.write(call, xml, page.items());
    xml.maybe("NextMarker", page.next());
  }

  private static LoadBalancer named(Call call, String name) {
    return call.state().loadBalancers().values().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new AwsException(
                    "LoadBalancerNotFound", "Load balancers '[" + name + "]' not found"));
  }

  /** Deleting one that does not exist succeeds, as in AWS. */
  static void delete(Call call, Parameters parameters, Xml xml) {
    String arn = Check.required(parameters, "LoadBalancerArn");
    if (!call.state().loadBalancers().containsKey(arn)) {
      return;
    }
    LoadBalancer balancer = Find.balancer(call, arn);
    if ("true".equals(BalancerAttributes.of(balancer).get("deletion_protection.enabled"))) {
      throw new AwsException(
          "OperationNotPermitted",
          "Load balancer '%s' cannot be deleted because deletion protection is enabled"
              .formatted(arn));
    }
    for (Listener listener : Find.listenersOf(call.state(), arn)) {
      for (Rule rule : Find.rulesOf(call.state(), listener.arn())) {
        call.state().rules().remove(rule.arn());
      }
      call.state().listeners().remove(listener.arn());
    }
    Networks.clear(call, balancer);
    call.state().loadBalancers().remove(arn);
    call.state().webAclAssociations().remove(arn);
  }

  static void setSecurityGroups(Call call, Parameters parameters, Xml xml) {
    LoadBalancer balancer = Find.balancer(call, parameters);
    if (parameters.list("SecurityGroups.member").isEmpty()) {
      throw new AwsException(
          "InvalidConfigurationRequest", "At least one security group must be specified");
    }
    List<String> groups = Networks.securityGroups(call, parameters, balancer.vpcId());
    keep(call, balancer.guardedBy(groups));
    xml.texts("SecurityGroupIds", "member", groups);
  }

  static void setSubnets(Call call, Parameters parameters, Xml xml) {
    LoadBalancer balancer = Find.balancer(call, parameters);
    List<Subnet> subnets = Networks.subnets(call, parameters);
    if (!subnets.getFirst().vpcId().equals(balancer.vpcId())) {
      throw new AwsException(
          "InvalidConfigurationRequest",
          "The subnets must belong to the VPC '%s' of the load balancer"
              .formatted(balancer.vpcId()));
    }
    List<String> present = balancer.zones().stream().map(zone -> zone.subnetId()).toList();
    Networks.checkRoom(
        call, subnets.stream().filter(each -> !present.contains(each.id())).toList());
    String type =
        Check.oneOf(parameters, "IpAddressType", CreateBalancer.IP_TYPES)
            .orElse(balancer.ipAddressType());
    CreateBalancer.checkIpType(type, balancer.internal(), subnets);
    LoadBalancer moved = balancer.across(CreateBalancer.zones(subnets)).addressed(type);
    keep(call, moved);
    xml.list("AvailabilityZones", "member", moved.zones(), zone -> BalancerXml.write(zone, xml));
    xml.text("IpAddressType", moved.ipAddressType());
  }

  static void setIpAddressType(Call call, Parameters parameters, Xml xml) {
    LoadBalancer balancer = Find.balancer(call, parameters);
    Check.required(parameters, "IpAddressType");
    String type = Check.oneOf(parameters, "IpAddressType", CreateBalancer.IP_TYPES).orElse("ipv4");
    List<Subnet> subnets =
        balancer.zones().stream()
            .flatMap(
                zone -> Optional.ofNullable(call.state().subnets().get(zone.subnetId())).stream())
            .toList();
    CreateBalancer.checkIpType(type, balancer.internal(), subnets);
    keep(call, balancer.addressed(type));
    xml.text("IpAddressType", type);
  }

  private static void keep(Call call, LoadBalancer next) {
    call.state().loadBalancers().put(next.arn(), next);
    Networks.place(call, next);
  }

  /** Nothing can be reserved here. */
  static void describeCapacityReservation(Call call, Parameters parameters, Xml xml) {
    Find.balancer(call, parameters);
    xml.text("DecreaseRequestsRemaining", 2).in("CapacityReservationState", () -> {});
  }
}
