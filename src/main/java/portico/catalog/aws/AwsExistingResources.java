package portico.catalog.aws;

import static portico.catalog.aws.AwsService.EC2;
import static portico.catalog.aws.AwsService.ELB;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import portico.catalog.Answer;
import portico.catalog.ExistingResources;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ListenerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;

/**
 * Looks up what an interrupted create may have made, by what makes such a resource unique in AWS:
 * the name of a load balancer, target group or security group, the port of a listener, the whole of
 * a rule.
 */
public final class AwsExistingResources implements ExistingResources {
  private final AwsClients clients;

  /** Over these clients, which stay the caller's to close. */
  public AwsExistingResources(AwsClients clients) {
    this.clients = clients;
  }

  @Override
  public Answer<Optional<String>> find(String pulumiType, Map<String, Object> inputs) {
    var wanted = new PendingInputs(inputs);
    if (wanted.porticoTags().isEmpty()) {
      return Answer.found(Optional.empty());
    }
    return switch (pulumiType) {
      case "aws:lb/loadBalancer:LoadBalancer" ->
          elb("DescribeLoadBalancers", call -> balancer(call, wanted));
      case "aws:lb/targetGroup:TargetGroup" ->
          elb("DescribeTargetGroups", call -> targetGroup(call, wanted));
      case "aws:lb/listener:Listener" -> elb("DescribeListeners", call -> listener(call, wanted));
      case "aws:lb/listenerRule:ListenerRule" ->
          elb("DescribeRules", call -> listenerRule(call, wanted));
      case "aws:ec2/securityGroup:SecurityGroup" ->
          ec2("DescribeSecurityGroups", call -> securityGroup(call, wanted));
      case "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" ->
          ec2("DescribeSecurityGroupRules", call -> rule(call, wanted, false));
      case "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule" ->
          ec2("DescribeSecurityGroupRules", call -> rule(call, wanted, true));
      default -> Answer.found(Optional.empty());
    };
  }

  private Answer<Optional<String>> elb(
      String operation, Function<AwsCall, Optional<String>> search) {
    return AwsCall.answer(clients, ELB, operation, search);
  }

  private Answer<Optional<String>> ec2(
      String operation, Function<AwsCall, Optional<String>> search) {
    return AwsCall.answer(clients, EC2, operation, search);
  }

  private Optional<String> balancer(AwsCall call, PendingInputs wanted) {
    return wanted
        .text("name")
        .flatMap(
            name -> {
              try {
                return call
                    .of(
                        ELB,
                        "DescribeLoadBalancers",
                        () -> clients.elb().describeLoadBalancers(request -> request.names(name)))
                    .loadBalancers()
                    .stream()
                    .map(LoadBalancer::loadBalancerArn)
                    .findFirst();
              } catch (LoadBalancerNotFoundException e) {
                return Optional.empty();
              }
            })
        .filter(arn -> ours(call, arn, wanted));
  }

  private Optional<String> targetGroup(AwsCall call, PendingInputs wanted) {
    return wanted
        .text("name")
        .flatMap(
            name -> {
              try {
                return call
                    .of(
                        ELB,
                        "DescribeTargetGroups",
                        () -> clients.elb().describeTargetGroups(request -> request.names(name)))
                    .targetGroups()
                    .stream()
                    .map(TargetGroup::targetGroupArn)
                    .findFirst();
              } catch (TargetGroupNotFoundException e) {
                return Optional.empty();
              }
            })
        .filter(arn -> ours(call, arn, wanted));
  }

  private Optional<String> listener(AwsCall call, PendingInputs wanted) {
    var balancer = wanted.text("loadBalancerArn");
    var port = wanted.number("port");
    if (balancer.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    try {
      return call.of(
              ELB,
              "DescribeListeners",
              () ->
                  clients
                      .elb()
                      .describeListenersPaginator(
                          request -> request.loadBalancerArn(balancer.get()))
                      .listeners()
                      .stream()
                      .filter(listener -> port.equals(Optional.ofNullable(listener.port())))
                      .map(Listener::listenerArn)
                      .findFirst())
          .filter(arn -> ours(call, arn, wanted));
    } catch (LoadBalancerNotFoundException e) {
      return Optional.empty();
    }
  }

  private Optional<String> listenerRule(AwsCall call, PendingInputs wanted) {
    var listener = wanted.text("listenerArn");
    var priority = wanted.number("priority").map(String::valueOf);
    if (listener.isEmpty() || priority.isEmpty()) {
      return Optional.empty();
    }
    try {
      return call.of(
              ELB,
              "DescribeRules",
              () ->
                  clients
                      .elb()
                      .describeRulesPaginator(request -> request.listenerArn(listener.get()))
                      .rules()
                      .stream()
                      .filter(rule -> priority.equals(Optional.ofNullable(rule.priority())))
                      .map(Rule::ruleArn)
                      .findFirst())
          .filter(arn -> ours(call, arn, wanted));
    } catch (ListenerNotFoundException e) {
      return Optional.empty();
    }
  }

  private boolean ours(AwsCall call, String arn, PendingInputs wanted) {
    var tags = new ElbTags(clients).of(call, List.of(arn)).getOrDefault(arn, Map.of());
    return wanted.isOwner(tags);
  }

  private Optional<String> securityGroup(AwsCall call, PendingInputs wanted) {
    var name = wanted.text("name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<Filter> filters = new ArrayList<>();
    filters.add(filter("group-name", name.get()));
    wanted.text("vpcId").ifPresent(vpc -> filters.add(filter("vpc-id", vpc)));
    return call.of(
        EC2,
        "DescribeSecurityGroups",
        () ->
            clients
                .ec2()
                .describeSecurityGroupsPaginator(
                    request -> request.filters(filters).maxResults(AwsNetworks.PAGE))
                .securityGroups()
                .stream()
                .filter(group -> wanted.isOwner(byKey(group.tags())))
                .map(group -> group.groupId())
                .findFirst());
  }

  private Optional<String> rule(AwsCall call, PendingInputs wanted, boolean egress) {
    var group = wanted.text("securityGroupId");
    if (group.isEmpty()) {
      return Optional.empty();
    }
    return call.of(
        EC2,
        "DescribeSecurityGroupRules",
        () ->
            clients
                .ec2()
                .describeSecurityGroupRulesPaginator(
                    request ->
                        request
                            .filters(filter("group-id", group.get()))
                            .maxResults(AwsNetworks.PAGE))
                .securityGroupRules()
                .stream()
                .filter(rule -> egress == Boolean.TRUE.equals(rule.isEgress()))
                .filter(rule -> wanted.describes(rule))
                .filter(rule -> wanted.isOwner(byKey(rule.tags())))
                .map(SecurityGroupRule::securityGroupRuleId)
                .findFirst());
  }

  private static Filter filter(String name, String value) {
    return Filter.builder().name(name).values(value).build();
  }

  private static Map<String, String> byKey(List<Tag> tags) {
    Map<String, String> byKey = new HashMap<>();
    tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
    return byKey;
  }
}
