package portico.catalog.aws;

import static portico.catalog.aws.AwsService.EC2;
import static portico.catalog.aws.AwsService.ELB;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import portico.catalog.Answer;
import portico.catalog.Leftovers;
import portico.catalog.OwnedResource;
import portico.catalog.OwnedResource.Kind;
import portico.catalog.ProtectedBalancer;
import portico.catalog.Removal;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Leftovers found and removed through the AWS SDK. */
public final class AwsLeftovers implements Leftovers {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final AwsClients clients;
  private final Duration pause;

  /** Over these clients, which stay the caller's to close. Asks AWS every 5 s while it waits. */
  public AwsLeftovers(AwsClients clients) {
    this(clients, PAUSE);
  }

  /**
   * @param pause between two looks at what is still in use
   */
  public AwsLeftovers(AwsClients clients, Duration pause) {
    this.clients = clients;
    this.pause = pause;
  }

  @Override
  public Answer<List<OwnedResource>> owned(Map<String, String> tags) {
    return ofOwned(
        tags,
        call -> {
          List<OwnedResource> owned = new ArrayList<>(balancers(call, tags));
          owned.addAll(targetGroups(call, tags));
          owned.addAll(rules(call, tags));
          owned.addAll(securityGroups(call, tags));
          return List.copyOf(owned);
        });
  }

  @Override
  public Answer<List<ProtectedBalancer>> protectedBalancers(Map<String, String> tags) {
    return ofOwned(
        tags,
        call ->
            balancers(call, tags).stream()
                .filter(owned -> isProtected(call, owned.id()))
                .map(owned -> new ProtectedBalancer(owned.name(), isInternal(call, owned.id())))
                .toList());
  }

  private <T> Answer<T> ofOwned(Map<String, String> tags, Function<AwsCall, T> read) {
    if (tags.isEmpty()) {
      throw new IllegalArgumentException("without a tag everything would be owned");
    }
    return AwsCall.answer(clients, ELB, "DescribeLoadBalancers", read);
  }

  private boolean isProtected(AwsCall call, String arn) {
    return call
        .of(
            ELB,
            "DescribeLoadBalancerAttributes",
            () ->
                clients
                    .elb()
                    .describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn)))
        .attributes()
        .stream()
        .anyMatch(
            attribute ->
                attribute.key().equals("deletion_protection.enabled")
                    && attribute.value().equals("true"));
  }

  private boolean isInternal(AwsCall call, String arn) {
    return call
        .of(
            ELB,
            "DescribeLoadBalancers",
            () -> clients.elb().describeLoadBalancers(request -> request.loadBalancerArns(arn)))
        .loadBalancers()
        .stream()
        .anyMatch(balancer -> balancer.scheme() == LoadBalancerSchemeEnum.INTERNAL);
  }

  @Override
  public Removal remove(List<OwnedResource> resources, Duration limit) {
    return new RemovalRun(clients, pause, limit).of(resources);
  }

  private List<OwnedResource> balancers(AwsCall call, Map<String, String> tags) {
    Map<String, String> names =
        call.of(
            ELB,
            "DescribeLoadBalancers",
            () ->
                clients.elb().describeLoadBalancersPaginator().loadBalancers().stream()
                    .collect(byArn(LoadBalancer::loadBalancerArn, LoadBalancer::loadBalancerName)));
    return tagged(call, Kind.LOAD_BALANCER, names, tags);
  }

  private List<OwnedResource> targetGroups(AwsCall call, Map<String, String> tags) {
    Map<String, String> names =
        call.of(
            ELB,
            "DescribeTargetGroups",
            () ->
                clients.elb().describeTargetGroupsPaginator().targetGroups().stream()
                    .collect(byArn(TargetGroup::targetGroupArn, TargetGroup::targetGroupName)));
    return tagged(call, Kind.TARGET_GROUP, names, tags);
  }

  /** ELBv2 has no filter by tag: the tags of all are read. */
  private List<OwnedResource> tagged(
      AwsCall call, Kind kind, Map<String, String> names, Map<String, String> wanted) {
    var tags = new ElbTags(clients).of(call, List.copyOf(names.keySet()));
    return names.entrySet().stream()
        .filter(
            named ->
                tags.getOrDefault(named.getKey(), Map.of())
                    .entrySet()
                    .containsAll(wanted.entrySet()))
        .map(named -> new OwnedResource(kind, named.getKey(), named.getValue()))
        .toList();
  }

  private List<OwnedResource> rules(AwsCall call, Map<String, String> tags) {
    return call.of(
        EC2,
        "DescribeSecurityGroupRules",
        () ->
            clients
                .ec2()
                .describeSecurityGroupRulesPaginator(
                    request -> request.filters(filters(tags)).maxResults(AwsNetworks.PAGE))
                .securityGroupRules()
                .stream()
                .map(
                    rule ->
                        new OwnedResource(
                            Kind.SECURITY_GROUP_RULE, rule.securityGroupRuleId(), rule.groupId()))
                .toList());
  }

  private List<OwnedResource> securityGroups(AwsCall call, Map<String, String> tags) {
    return call.of(
        EC2,
        "DescribeSecurityGroups",
        () ->
            clients
                .ec2()
                .describeSecurityGroupsPaginator(
                    request -> request.filters(filters(tags)).maxResults(AwsNetworks.PAGE))
                .securityGroups()
                .stream()
                .map(
                    group ->
                        new OwnedResource(Kind.SECURITY_GROUP, group.groupId(), group.groupName()))
                .toList());
  }

  private static List<Filter> filters(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(
            tag ->
                Filter.builder()
                    .name("tag:" + tag.getKey())
                    .values(literally(tag.getValue()))
                    .build())
        .toList();
  }

  /** In values of EC2 filters, * and ? stand for other characters unless escaped. */
  private static String literally(String value) {
    return value.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
  }

  private static <T> Collector<T, ?, Map<String, String>> byArn(
      Function<T, String> arn, Function<T, String> name) {
    return Collectors.toMap(arn, name, (one, same) -> one, LinkedHashMap::new);
  }
}
