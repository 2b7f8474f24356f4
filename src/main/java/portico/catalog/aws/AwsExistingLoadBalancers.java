package portico.catalog.aws;

import static portico.catalog.aws.AwsService.ELB;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import portico.catalog.Answer;
import portico.catalog.ExistingLoadBalancers;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.LoadBalancerSummary;
import portico.catalog.aws.existing.BalancerAnswers;
import portico.catalog.aws.existing.BalancerAnswers.GroupAnswers;
import portico.catalog.aws.existing.BalancerAnswers.ListenerAnswers;
import portico.catalog.aws.existing.BalancerReading;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** Asks AWS everything about the load balancers that are there. Calls nothing that changes. */
final class AwsExistingLoadBalancers implements ExistingLoadBalancers {
  private static final String APPLICATION = "application";

  private final AwsClients clients;
  private final LoadBalancerDetails details;

  AwsExistingLoadBalancers(AwsClients clients) {
    this.clients = clients;
    this.details = new LoadBalancerDetails(clients);
  }

  @Override
  public Answer<List<LoadBalancerSummary>> list() {
    return AwsCall.answer(clients, ELB, "DescribeLoadBalancers", this::list);
  }

  private List<LoadBalancerSummary> list(AwsCall call) {
    List<LoadBalancer> balancers =
        balancers(call).stream().filter(each -> each.typeAsString().equals(APPLICATION)).toList();
    var tags =
        new ElbTags(clients)
            .of(call, balancers.stream().map(LoadBalancer::loadBalancerArn).toList());
    return balancers.stream()
        .map(
            each ->
                BalancerReading.summary(each, tags.getOrDefault(each.loadBalancerArn(), Map.of())))
        .sorted(Comparator.comparing(LoadBalancerSummary::name))
        .toList();
  }

  private List<LoadBalancer> balancers(AwsCall call) {
    return call.of(
        ELB,
        "DescribeLoadBalancers",
        () -> clients.elb().describeLoadBalancersPaginator().loadBalancers().stream().toList());
  }

  @Override
  public Answer<FoundLoadBalancer> read(String arnOrName) {
    return AwsCall.answer(clients, ELB, "DescribeLoadBalancers", call -> read(call, arnOrName));
  }

  private FoundLoadBalancer read(AwsCall call, String arnOrName) {
    LoadBalancer balancer = balancer(call, arnOrName);
    List<ListenerAnswers> listeners = details.listeners(call, balancer.loadBalancerArn());
    Set<String> named = new LinkedHashSet<>();
    for (ListenerAnswers each : listeners) {
      named(each.listener().defaultActions(), named);
      each.rules().forEach(rule -> named(rule.actions(), named));
    }
    List<TargetGroup> all = details.targetGroups(call);
    List<GroupAnswers> groups =
        named.stream()
            .flatMap(arn -> all.stream().filter(each -> each.targetGroupArn().equals(arn)))
            .map(group -> details.group(call, group))
            .toList();
    List<String> securityGroups = balancer.securityGroups();
    return BalancerReading.of(
        new BalancerAnswers(
            clients.region(),
            balancer,
            details.attributes(call, balancer.loadBalancerArn()),
            listeners,
            groups,
            new ElbTags(clients).of(call, arns(balancer, listeners, named)),
            details.securityGroups(call, "group-id", securityGroups),
            details.usedElsewhere(call, balancer),
            details.securityGroups(call, "ip-permission.group-id", securityGroups),
            details.webAcl(call, balancer.loadBalancerArn()),
            details.reservedUnits(call, balancer.loadBalancerArn()),
            taken(call, all)));
  }

  private LoadBalancer balancer(AwsCall call, String arnOrName) {
    LoadBalancer found =
        call.of(
                ELB,
                "DescribeLoadBalancers",
                () ->
                    clients
                        .elb()
                        .describeLoadBalancers(
                            request ->
                                (arnOrName.startsWith("arn:")
                                        ? request.loadBalancerArns(arnOrName)
                                        : request.names(arnOrName))
                                    .build()))
            .loadBalancers()
            .getFirst();
    if (!found.typeAsString().equals(APPLICATION)) {
      throw ElasticLoadBalancingV2Exception.builder()
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .errorCode("UnsupportedLoadBalancerType")
                  .errorMessage(
                      "%s is a %s load balancer; only Application Load Balancers can be read"
                          .formatted(found.loadBalancerName(), found.typeAsString()))
                  .build())
          .build();
    }
    return found;
  }

  private static void named(List<Action> actions, Set<String> arns) {
    for (Action action : actions) {
      Optional.ofNullable(action.targetGroupArn()).ifPresent(arns::add);
      Optional.ofNullable(action.forwardConfig())
          .ifPresent(
              forward ->
                  forward.targetGroups().stream()
                      .map(TargetGroupTuple::targetGroupArn)
                      .forEach(arns::add));
    }
  }

  private static List<String> arns(
      LoadBalancer balancer, List<ListenerAnswers> listeners, Set<String> groups) {
    List<String> arns = new ArrayList<>(List.of(balancer.loadBalancerArn()));
    arns.addAll(groups);
    for (ListenerAnswers each : listeners) {
      arns.add(each.listener().listenerArn());
      each.rules().stream()
          .filter(rule -> !Boolean.TRUE.equals(rule.isDefault()))
          .map(Rule::ruleArn)
          .forEach(arns::add);
    }
    return arns;
  }

  private Set<String> taken(AwsCall call, List<TargetGroup> groups) {
    Set<String> names = new HashSet<>();
    groups.forEach(group -> names.add(group.targetGroupName()));
    balancers(call).forEach(each -> names.add(each.loadBalancerName()));
    return names;
  }
}
