package portico.practice.aws.elb;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.state.Action;
import portico.practice.aws.state.Listener;
import portico.practice.aws.state.LoadBalancer;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.Rule;
import portico.practice.aws.state.TargetGroup;
import portico.practice.aws.state.WeightedGroup;

/** Finds what a request names, and what belongs together. */
final class Find {
  private Find() {}

  static LoadBalancer balancer(Call call, Parameters parameters) {
    return balancer(call, Check.required(parameters, "LoadBalancerArn"));
  }

  static LoadBalancer balancer(Call call, String arn) {
    checkForm(arn, "loadbalancer", "load balancer");
    return Optional.ofNullable(call.state().loadBalancers().get(arn))
        .orElseThrow(
            () ->
                new AwsException("LoadBalancerNotFound", "Load balancer '" + arn + "' not found"));
  }

  static TargetGroup group(Call call, Parameters parameters) {
    return group(call, Check.required(parameters, "TargetGroupArn"));
  }

  static TargetGroup group(Call call, String arn) {
    checkForm(arn, "targetgroup", "target group");
    return Optional.ofNullable(call.state().targetGroups().get(arn))
        .orElseThrow(
            () -> new AwsException("TargetGroupNotFound", "Target groups '" + arn + "' not found"));
  }

  static Listener listener(Call call, Parameters parameters) {
    return listener(call, Check.required(parameters, "ListenerArn"));
  }

  static Listener listener(Call call, String arn) {
    checkForm(arn, "listener", "listener");
    return Optional.ofNullable(call.state().listeners().get(arn))
        .orElseThrow(
            () -> new AwsException("ListenerNotFound", "Listener '" + arn + "' not found"));
  }

  static Rule rule(Call call, String arn) {
    checkForm(arn, "listener-rule", "listener rule");
    return Optional.ofNullable(call.state().rules().get(arn))
        .orElseThrow(() -> new AwsException("RuleNotFound", "Rule '" + arn + "' not found"));
  }

  private static void checkForm(String arn, String resource, String words) {
    if (!arn.matches(
        "arn:aws[a-z-]*:elasticloadbalancing:[a-z0-9-]+:\\d{12}:" + resource + "/.+")) {
      throw Check.invalid("'" + arn + "' is not a valid " + words + " ARN");
    }
  }

  static List<Listener> listenersOf(RegionState state, String balancerArn) {
    return state.listeners().values().stream()
        .filter(each -> each.loadBalancerArn().equals(balancerArn))
        .toList();
  }

  static List<Rule> rulesOf(RegionState state, String listenerArn) {
    return state.rules().values().stream()
        .filter(each -> each.listenerArn().equals(listenerArn))
        .toList();
  }

  /** The target groups a load balancer forwards to, by its listeners or their rules. */
  static List<String> groupsOf(RegionState state, String balancerArn) {
    return listenersOf(state, balancerArn).stream()
        .flatMap(listener -> actions(state, listener))
        .flatMap(action -> action.groups().stream())
        .map(WeightedGroup::targetGroupArn)
        .distinct()
        .toList();
  }

  private static Stream<Action> actions(RegionState state, Listener listener) {
    return Stream.concat(
        listener.actions().stream(),
        rulesOf(state, listener.arn()).stream().flatMap(rule -> rule.actions().stream()));
  }

  /** The load balancer that forwards to a target group: AWS allows one at most. */
  static Optional<LoadBalancer> balancerOf(RegionState state, String groupArn) {
    return state.loadBalancers().values().stream()
        .filter(each -> groupsOf(state, each.arn()).contains(groupArn))
        .findFirst();
  }
}
