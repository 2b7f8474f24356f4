package portico.catalog.aws;

import static portico.catalog.aws.AwsService.EC2;
import static portico.catalog.aws.AwsService.ELB;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import portico.catalog.MarkedResource;
import portico.catalog.OwnedResource;
import portico.catalog.OwnedResource.Kind;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * What has certain tags in EC2 and Elastic Load Balancing, read within one call.
 *
 * @param filters how EC2 is told which; two of one name may count as either
 * @param wanted the same for tags that are read: ELBv2 has no filter by tag
 */
record TaggedThings(
    AwsClients clients, AwsCall call, List<Filter> filters, Predicate<Map<String, String>> wanted) {
  /** All of them, in the order of their kinds. */
  List<MarkedResource> all() {
    List<MarkedResource> all = new ArrayList<>(balancers());
    all.addAll(targetGroups());
    all.addAll(rules());
    all.addAll(securityGroups());
    return List.copyOf(all);
  }

  /** What a thing is called, and since when it is there, if AWS says that. */
  private record Named(String name, Optional<Instant> created) {}

  List<MarkedResource> balancers() {
    Map<String, Named> found = new LinkedHashMap<>();
    call.of(
            ELB,
            "DescribeLoadBalancers",
            () -> clients.elb().describeLoadBalancersPaginator().loadBalancers().stream().toList())
        .forEach(
            each ->
                found.put(
                    each.loadBalancerArn(),
                    new Named(each.loadBalancerName(), Optional.ofNullable(each.createdTime()))));
    return tagged(Kind.LOAD_BALANCER, found);
  }

  private List<MarkedResource> targetGroups() {
    Map<String, Named> found = new LinkedHashMap<>();
    call.of(
            ELB,
            "DescribeTargetGroups",
            () -> clients.elb().describeTargetGroupsPaginator().targetGroups().stream().toList())
        .forEach(
            each ->
                found.put(
                    each.targetGroupArn(), new Named(each.targetGroupName(), Optional.empty())));
    return tagged(Kind.TARGET_GROUP, found);
  }

  /** The tags of all are read. */
  private List<MarkedResource> tagged(Kind kind, Map<String, Named> found) {
    var tags = new ElbTags(clients).of(call, List.copyOf(found.keySet()));
    List<MarkedResource> marked = new ArrayList<>();
    found.forEach(
        (arn, named) -> {
          Map<String, String> has = tags.getOrDefault(arn, Map.of());
          if (wanted.test(has)) {
            marked.add(
                new MarkedResource(
                    new OwnedResource(kind, arn, named.name()), has, named.created()));
          }
        });
    return marked;
  }

  private List<MarkedResource> rules() {
    return call.of(
        EC2,
        "DescribeSecurityGroupRules",
        () ->
            clients
                .ec2()
                .describeSecurityGroupRulesPaginator(
                    request -> request.filters(filters).maxResults(AwsNetworks.PAGE))
                .securityGroupRules()
                .stream()
                .map(
                    rule ->
                        new MarkedResource(
                            new OwnedResource(
                                Kind.SECURITY_GROUP_RULE,
                                rule.securityGroupRuleId(),
                                rule.groupId()),
                            byKey(rule.tags()),
                            Optional.empty()))
                .filter(each -> wanted.test(each.tags()))
                .toList());
  }

  private List<MarkedResource> securityGroups() {
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
                .map(
                    group ->
                        new MarkedResource(
                            new OwnedResource(
                                Kind.SECURITY_GROUP, group.groupId(), group.groupName()),
                            byKey(group.tags()),
                            Optional.empty()))
                .filter(each -> wanted.test(each.tags()))
                .toList());
  }

  private static Map<String, String> byKey(List<Tag> tags) {
    Map<String, String> byKey = new HashMap<>();
    tags.forEach(tag -> byKey.put(tag.key(), tag.value() == null ? "" : tag.value()));
    return byKey;
  }
}
