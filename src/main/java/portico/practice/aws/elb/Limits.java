package portico.practice.aws.elb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Listener;
import portico.practice.aws.state.Target;
import portico.practice.aws.state.TargetGroup;

/** The quotas of a new account (ALB guide, "Quotas for your Application Load Balancers"). */
final class Limits {
  private static final Map<String, Integer> ALL = all();

  private Limits() {}

  private static Map<String, Integer> all() {
    Map<String, Integer> all = new LinkedHashMap<>();
    all.put("application-load-balancers", 50);
    all.put("target-groups", 3000);
    all.put("network-load-balancers", 50);
    all.put("gateway-load-balancers", 100);
    all.put("gateway-load-balancers-per-vpc", 100);
    all.put("geneve-target-groups", 100);
    all.put("targets-per-availability-zone-per-gateway-load-balancer", 300);
    all.put("target-id-registrations-per-application-load-balancer", 1000);
    all.put("listeners-per-network-load-balancer", 50);
    all.put("targets-per-network-load-balancer", 3000);
    all.put("targets-per-availability-zone-per-network-load-balancer", 500);
    all.put("certificates-per-network-load-balancer", 25);
    all.put("target-groups-per-action-on-network-load-balancer", 1);
    all.put("targets-per-application-load-balancer", 1000);
    all.put("listeners-per-application-load-balancer", 50);
    all.put("rules-per-application-load-balancer", 100);
    all.put("certificates-per-application-load-balancer", 25);
    all.put("target-groups-per-application-load-balancer", 100);
    all.put("target-groups-per-action-on-application-load-balancer", 5);
    all.put("targets-per-target-group", 1000);
    all.put("condition-values-per-alb-rule", 5);
    all.put("condition-wildcards-per-alb-rule", 6);
    return all;
  }

  static int of(String name) {
    return ALL.getOrDefault(name, Integer.MAX_VALUE);
  }

  private static void refuse(String code, String message, int limit) {
    throw new AwsException(code, message + " (the limit is " + limit + ")");
  }

  /** Room for one more load balancer. */
  static void balancers(Call call) {
    int limit = of("application-load-balancers");
    if (call.state().loadBalancers().size() >= limit) {
      refuse(
          "TooManyLoadBalancers", "The maximum number of load balancers has been reached", limit);
    }
  }

  /** Room for one more target group. */
  static void targetGroups(Call call) {
    int limit = of("target-groups");
    if (call.state().targetGroups().size() >= limit) {
      refuse("TooManyTargetGroups", "The maximum number of target groups has been reached", limit);
    }
  }

  /** Room for these targets in a group. */
  static void targets(TargetGroup group, List<Target> targets) {
    int limit = of("targets-per-target-group");
    if (targets.stream().filter(Target::registered).count() > limit) {
      String message = "The maximum number of targets has been reached for '" + group.arn() + "'";
      refuse("TooManyTargets", message, limit);
    }
  }

  /** Room for the target groups a load balancer forwards to by now, and for their targets. */
  static void forwarding(Call call, String balancerArn) {
    List<String> groups = Find.groupsOf(call.state(), balancerArn);
    int mostGroups = of("target-groups-per-application-load-balancer");
    if (groups.size() > mostGroups) {
      String message =
          "The maximum number of unique target groups has been reached for '" + balancerArn + "'";
      refuse("TooManyUniqueTargetGroupsPerLoadBalancer", message, mostGroups);
    }
    long targets =
        groups.stream()
            .flatMap(arn -> Optional.ofNullable(call.state().targetGroups().get(arn)).stream())
            .flatMap(group -> group.targets().stream())
            .filter(Target::registered)
            .count();
    int mostTargets = of("targets-per-application-load-balancer");
    if (targets > mostTargets) {
      String message = "The maximum number of targets has been reached for '" + balancerArn + "'";
      refuse("TooManyTargets", message, mostTargets);
    }
  }

  /** Room for one more listener. */
  static void listeners(Call call, String balancerArn) {
    int limit = of("listeners-per-application-load-balancer");
    if (Find.listenersOf(call.state(), balancerArn).size() >= limit) {
      String message = "The maximum number of listeners has been reached for '" + balancerArn + "'";
      refuse("TooManyListeners", message, limit);
    }
  }

  /** Room for one more rule on a listener's load balancer; default rules do not count. */
  static void rules(Call call, Listener listener) {
    int limit = of("rules-per-application-load-balancer");
    int count = 0;
    for (Listener each : Find.listenersOf(call.state(), listener.loadBalancerArn())) {
      count += Find.rulesOf(call.state(), each.arn()).size();
    }
    if (count >= limit) {
      refuse(
          "TooManyRules",
          "The maximum number of rules has been reached for the load balancer",
          limit);
    }
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    Pages<Map.Entry<String, Integer>> page = Pages.elb(parameters, new ArrayList<>(ALL.entrySet()));
    xml.list(
        "Limits",
        "member",
        page.items(),
        limit -> xml.text("Name", limit.getKey()).text("Max", limit.getValue()));
    xml.maybe("NextMarker", page.next());
  }
}
