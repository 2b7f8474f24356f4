package portico.catalog.aws;

import static portico.catalog.aws.AwsService.ELB;
import static portico.catalog.aws.AwsService.S3;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import portico.catalog.Answer;
import portico.catalog.BalancerUse;
import portico.catalog.Leftovers;
import portico.catalog.MarkedResource;
import portico.catalog.MarkedResources;
import portico.catalog.OwnedResource;
import portico.catalog.ProtectedBalancer;
import portico.catalog.Removal;
import portico.catalog.RemovalControl;
import portico.catalog.RemovalTerms;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** Leftovers found and removed through the AWS SDK. */
public final class AwsLeftovers implements Leftovers {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Of a load balancer with many target groups, so many are asked whether anybody uses it. */
  private static final int GROUPS_ASKED = 10;

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
    needSome(tags.keySet());
    return AwsCall.answer(
        clients,
        ELB,
        "DescribeLoadBalancers",
        call -> resources(new TaggedThings(clients, call, filters(tags), wanted(tags)).all()));
  }

  @Override
  public Answer<List<OwnedResource>> ownedBuckets(Map<String, String> tags) {
    needSome(tags.keySet());
    return AwsCall.answer(
        clients,
        S3,
        "ListAllMyBuckets",
        call -> resources(new LogBuckets(clients).marked(call, wanted(tags))));
  }

  @Override
  public Answer<MarkedResources> marked(Set<String> tagKeys) {
    needSome(tagKeys);
    List<Filter> filters = tagKeys.stream().map(key -> filter("tag-key", key)).toList();
    Answer<List<MarkedResource>> most =
        AwsCall.answer(
            clients,
            ELB,
            "DescribeLoadBalancers",
            call ->
                new TaggedThings(clients, call, filters, tags -> tags.keySet().containsAll(tagKeys))
                    .all());
    return switch (most) {
      case Answer.Failed<List<MarkedResource>>(var failure) -> Answer.failed(failure);
      case Answer.Found<List<MarkedResource>>(var found) ->
          Answer.found(withBuckets(found, tagKeys));
    };
  }

  private MarkedResources withBuckets(List<MarkedResource> found, Set<String> tagKeys) {
    Answer<List<MarkedResource>> buckets =
        AwsCall.answer(
            clients,
            S3,
            "ListAllMyBuckets",
            call ->
                new LogBuckets(clients).marked(call, tags -> tags.keySet().containsAll(tagKeys)));
    return switch (buckets) {
      case Answer.Failed<List<MarkedResource>>(var failure) ->
          new MarkedResources(found, Optional.of(failure));
      case Answer.Found<List<MarkedResource>>(var more) ->
          new MarkedResources(
              Stream.of(found, more).flatMap(List::stream).toList(), Optional.empty());
    };
  }

  @Override
  public Answer<List<ProtectedBalancer>> protectedBalancers(Map<String, String> tags) {
    needSome(tags.keySet());
    return AwsCall.answer(
        clients,
        ELB,
        "DescribeLoadBalancers",
        call ->
            new TaggedThings(clients, call, filters(tags), wanted(tags))
                .balancers().stream()
                    .map(MarkedResource::resource)
                    .filter(owned -> isProtected(call, owned.id()))
                    .map(owned -> new ProtectedBalancer(owned.name(), isInternal(call, owned.id())))
                    .toList());
  }

  @Override
  public Answer<BalancerUse> use(String balancerArn) {
    return AwsCall.answer(
        clients,
        ELB,
        "DescribeLoadBalancerAttributes",
        call -> {
          try {
            return new BalancerUse(isProtected(call, balancerArn), healthy(call, balancerArn));
          } catch (LoadBalancerNotFoundException | TargetGroupNotFoundException gone) {
            return new BalancerUse(false, 0);
          }
        });
  }

  private int healthy(AwsCall call, String balancerArn) {
    List<TargetGroup> groups =
        call.of(
                ELB,
                "DescribeTargetGroups",
                () ->
                    clients
                        .elb()
                        .describeTargetGroups(request -> request.loadBalancerArn(balancerArn)))
            .targetGroups();
    return (int)
        groups.stream()
            .limit(GROUPS_ASKED)
            .flatMap(
                group ->
                    call
                        .of(
                            ELB,
                            "DescribeTargetHealth",
                            () ->
                                clients
                                    .elb()
                                    .describeTargetHealth(
                                        request -> request.targetGroupArn(group.targetGroupArn())))
                        .targetHealthDescriptions()
                        .stream())
            .filter(target -> target.targetHealth().state() == TargetHealthStateEnum.HEALTHY)
            .count();
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
  public Removal remove(
      List<OwnedResource> resources,
      RemovalTerms terms,
      RemovalControl control,
      Removal.Listener listener) {
    return new RemovalRun(clients, pause, terms, control, listener).of(resources);
  }

  private static void needSome(Collection<String> tags) {
    if (tags.isEmpty()) {
      throw new IllegalArgumentException("without a tag everything would be owned");
    }
  }

  private static Predicate<Map<String, String>> wanted(Map<String, String> tags) {
    return has -> has.entrySet().containsAll(tags.entrySet());
  }

  private static List<OwnedResource> resources(List<MarkedResource> marked) {
    return marked.stream().map(MarkedResource::resource).toList();
  }

  private static List<Filter> filters(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> filter("tag:" + tag.getKey(), literally(tag.getValue())))
        .toList();
  }

  private static Filter filter(String name, String value) {
    return Filter.builder().name(name).values(value).build();
  }

  /** In values of EC2 filters, * and ? stand for other characters unless escaped. */
  private static String literally(String value) {
    return value.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
  }
}
