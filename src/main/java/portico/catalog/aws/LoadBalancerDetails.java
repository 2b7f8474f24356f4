package portico.catalog.aws;

import static portico.catalog.aws.AwsService.EC2;
import static portico.catalog.aws.AwsService.ELB;
import static portico.catalog.aws.AwsService.WAF;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import portico.catalog.aws.existing.BalancerAnswers.GroupAnswers;
import portico.catalog.aws.existing.BalancerAnswers.ListenerAnswers;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** The single questions about a load balancer; each answer is whole, with all its pages. */
final class LoadBalancerDetails {
  private final AwsClients clients;

  LoadBalancerDetails(AwsClients clients) {
    this.clients = clients;
  }

  Map<String, String> attributes(AwsCall call, String arn) {
    Map<String, String> read = new LinkedHashMap<>();
    call.of(
            ELB,
            "DescribeLoadBalancerAttributes",
            () ->
                clients
                    .elb()
                    .describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn)))
        .attributes()
        .forEach(each -> read.put(each.key(), orEmpty(each.value())));
    return read;
  }

  List<ListenerAnswers> listeners(AwsCall call, String balancerArn) {
    return call
        .of(
            ELB,
            "DescribeListeners",
            () ->
                clients
                    .elb()
                    .describeListenersPaginator(request -> request.loadBalancerArn(balancerArn))
                    .listeners()
                    .stream()
                    .toList())
        .stream()
        .map(listener -> listener(call, listener))
        .toList();
  }

  private ListenerAnswers listener(AwsCall call, Listener listener) {
    String arn = listener.listenerArn();
    Map<String, String> attributes = new LinkedHashMap<>();
    call.of(
            ELB,
            "DescribeListenerAttributes",
            () -> clients.elb().describeListenerAttributes(request -> request.listenerArn(arn)))
        .attributes()
        .forEach(each -> attributes.put(each.key(), orEmpty(each.value())));
    var certificates =
        listener.certificates().isEmpty()
            ? List.<Certificate>of()
            : call.of(
                ELB,
                "DescribeListenerCertificates",
                () ->
                    clients
                        .elb()
                        .describeListenerCertificatesPaginator(request -> request.listenerArn(arn))
                        .certificates()
                        .stream()
                        .toList());
    var rules =
        call.of(
            ELB,
            "DescribeRules",
            () ->
                clients
                    .elb()
                    .describeRulesPaginator(request -> request.listenerArn(arn))
                    .rules()
                    .stream()
                    .toList());
    return new ListenerAnswers(listener, attributes, certificates, rules);
  }

  /** All of the region: their names are taken. */
  List<TargetGroup> targetGroups(AwsCall call) {
    return call.of(
        ELB,
        "DescribeTargetGroups",
        () -> clients.elb().describeTargetGroupsPaginator().targetGroups().stream().toList());
  }

  GroupAnswers group(AwsCall call, TargetGroup group) {
    String arn = group.targetGroupArn();
    Map<String, String> attributes = new LinkedHashMap<>();
    call.of(
            ELB,
            "DescribeTargetGroupAttributes",
            () ->
                clients.elb().describeTargetGroupAttributes(request -> request.targetGroupArn(arn)))
        .attributes()
        .forEach(each -> attributes.put(each.key(), orEmpty(each.value())));
    var targets =
        call.of(
                ELB,
                "DescribeTargetHealth",
                () -> clients.elb().describeTargetHealth(request -> request.targetGroupArn(arn)))
            .targetHealthDescriptions();
    return new GroupAnswers(group, attributes, targets);
  }

  List<SecurityGroup> securityGroups(AwsCall call, String filter, List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : call.of(
            EC2,
            "DescribeSecurityGroups",
            () ->
                clients
                    .ec2()
                    .describeSecurityGroupsPaginator(
                        request ->
                            request
                                .filters(Filter.builder().name(filter).values(ids).build())
                                .maxResults(AwsNetworks.PAGE))
                    .securityGroups()
                    .stream()
                    .toList());
  }

  /** Which of the load balancer's security groups are on other network interfaces too. */
  Set<String> usedElsewhere(AwsCall call, LoadBalancer balancer) {
    List<String> ids = balancer.securityGroups();
    Set<String> used = new LinkedHashSet<>();
    if (ids.isEmpty()) {
      return used;
    }
    String arn = balancer.loadBalancerArn();
    String own = "ELB " + arn.substring(arn.indexOf(":loadbalancer/") + ":loadbalancer/".length());
    call.of(
        EC2,
        "DescribeNetworkInterfaces",
        () -> {
          clients
              .ec2()
              .describeNetworkInterfacesPaginator(
                  request ->
                      request
                          .filters(Filter.builder().name("group-id").values(ids).build())
                          .maxResults(AwsNetworks.PAGE))
              .networkInterfaces()
              .stream()
              .filter(each -> !own.equals(each.description()))
              .flatMap(each -> each.groups().stream())
              .map(GroupIdentifier::groupId)
              .filter(ids::contains)
              .forEach(used::add);
          return used;
        });
    return used;
  }

  Optional<String> webAcl(AwsCall call, String balancerArn) {
    return Optional.ofNullable(
            call.of(
                    WAF,
                    "GetWebACLForResource",
                    () ->
                        clients
                            .waf()
                            .getWebACLForResource(request -> request.resourceArn(balancerArn)))
                .webACL())
        .map(each -> each.arn());
  }

  OptionalInt reservedUnits(AwsCall call, String balancerArn) {
    var minimum =
        call.of(
                ELB,
                "DescribeCapacityReservation",
                () ->
                    clients
                        .elb()
                        .describeCapacityReservation(
                            request -> request.loadBalancerArn(balancerArn)))
            .minimumLoadBalancerCapacity();
    return minimum == null || minimum.capacityUnits() == null
        ? OptionalInt.empty()
        : OptionalInt.of(minimum.capacityUnits());
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
