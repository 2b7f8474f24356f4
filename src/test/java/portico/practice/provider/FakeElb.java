package portico.practice.provider;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerState;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyIpPoolsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyIpPoolsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTagsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** Load balancers in memory, whose states and refusals a test decides. */
final class FakeElb implements ElasticLoadBalancingV2Client {
  final List<String> calls = new ArrayList<>();

  /** Served one per look at a load balancer; the last one stays. */
  final Deque<LoadBalancerState> states =
      new ArrayDeque<>(List.of(state(LoadBalancerStateEnum.ACTIVE, "")));

  /** Thrown once by the next call of that name. */
  final Map<String, Supplier<? extends RuntimeException>> failures = new LinkedHashMap<>();

  /**
   * The next create works, but its answer is lost and the SDK's repetition finds the name taken.
   */
  boolean loseNextAnswer;

  private final Map<String, LoadBalancer> balancers = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> tags = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> attributes = new LinkedHashMap<>();

  static LoadBalancerState state(LoadBalancerStateEnum code, String reason) {
    return LoadBalancerState.builder().code(code).reason(reason).build();
  }

  static AwsServiceException refusal(String code, String message) {
    return AwsServiceException.builder()
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .statusCode(400)
        .build();
  }

  synchronized Map<String, String> attributes(String arn) {
    return Map.copyOf(attributes.getOrDefault(arn, Map.of()));
  }

  synchronized boolean isEmpty() {
    return balancers.isEmpty();
  }

  @Override
  public synchronized CreateLoadBalancerResponse createLoadBalancer(
      CreateLoadBalancerRequest request) {
    called("CreateLoadBalancer");
    String arn =
        "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/"
            + request.name()
            + "/0123456789abcdef";
    LoadBalancer made =
        LoadBalancer.builder()
            .loadBalancerArn(arn)
            .loadBalancerName(request.name())
            .type(request.type())
            .scheme(request.scheme())
            .ipAddressType("ipv4")
            .ipamPools(request.ipamPools())
            .dnsName(request.name() + ".us-east-1.elb.amazonaws.com")
            .canonicalHostedZoneId("Z35SXDOTRQ7X7K")
            .vpcId("vpc-1")
            .securityGroups(request.securityGroups())
            .availabilityZones(
                request.subnets().reversed().stream()
                    .map(subnet -> AvailabilityZone.builder().subnetId(subnet).build())
                    .toList())
            .build();
    balancers.put(arn, made);
    Map<String, String> given = new TreeMap<>();
    request.tags().forEach(tag -> given.put(tag.key(), tag.value()));
    tags.put(arn, given);
    attributes.put(arn, new TreeMap<>(Map.of("idle_timeout.timeout_seconds", "60")));
    if (loseNextAnswer) {
      loseNextAnswer = false;
      throw refusal("DuplicateLoadBalancerName", "A load balancer with the same name exists");
    }
    return CreateLoadBalancerResponse.builder().loadBalancers(made).build();
  }

  @Override
  public synchronized ModifyIpPoolsResponse modifyIpPools(ModifyIpPoolsRequest request) {
    called("ModifyIpPools");
    balancers.computeIfPresent(
        request.loadBalancerArn(),
        (_, each) -> each.toBuilder().ipamPools(request.ipamPools()).build());
    return ModifyIpPoolsResponse.builder().ipamPools(request.ipamPools()).build();
  }

  @Override
  public synchronized DescribeLoadBalancersResponse describeLoadBalancers(
      DescribeLoadBalancersRequest request) {
    called("DescribeLoadBalancers");
    LoadBalancerState state = states.size() > 1 ? states.removeFirst() : states.getFirst();
    List<LoadBalancer> found =
        balancers.values().stream()
            .filter(
                each ->
                    request.loadBalancerArns().contains(each.loadBalancerArn())
                        || request.names().contains(each.loadBalancerName()))
            .map(each -> each.toBuilder().state(state).build())
            .toList();
    if (found.isEmpty()) {
      throw refusal("LoadBalancerNotFound", "One or more load balancers not found");
    }
    return DescribeLoadBalancersResponse.builder().loadBalancers(found).build();
  }

  @Override
  public synchronized DeleteLoadBalancerResponse deleteLoadBalancer(
      DeleteLoadBalancerRequest request) {
    called("DeleteLoadBalancer");
    balancers.remove(request.loadBalancerArn());
    return DeleteLoadBalancerResponse.builder().build();
  }

  @Override
  public synchronized DescribeLoadBalancerAttributesResponse describeLoadBalancerAttributes(
      DescribeLoadBalancerAttributesRequest request) {
    List<LoadBalancerAttribute> listed =
        attributes.getOrDefault(request.loadBalancerArn(), Map.of()).entrySet().stream()
            .map(
                each ->
                    LoadBalancerAttribute.builder()
                        .key(each.getKey())
                        .value(each.getValue())
                        .build())
            .toList();
    return DescribeLoadBalancerAttributesResponse.builder().attributes(listed).build();
  }

  @Override
  public synchronized ModifyLoadBalancerAttributesResponse modifyLoadBalancerAttributes(
      ModifyLoadBalancerAttributesRequest request) {
    called("ModifyLoadBalancerAttributes");
    Map<String, String> changed =
        attributes.computeIfAbsent(request.loadBalancerArn(), _ -> new TreeMap<>());
    request.attributes().forEach(each -> changed.put(each.key(), each.value()));
    return ModifyLoadBalancerAttributesResponse.builder().build();
  }

  @Override
  public synchronized DescribeTagsResponse describeTags(DescribeTagsRequest request) {
    String arn = request.resourceArns().getFirst();
    List<Tag> listed =
        tags.getOrDefault(arn, Map.of()).entrySet().stream()
            .map(each -> Tag.builder().key(each.getKey()).value(each.getValue()).build())
            .toList();
    return DescribeTagsResponse.builder()
        .tagDescriptions(TagDescription.builder().resourceArn(arn).tags(listed).build())
        .build();
  }

  @Override
  public synchronized AddTagsResponse addTags(AddTagsRequest request) {
    called("AddTags");
    Map<String, String> changed =
        tags.computeIfAbsent(request.resourceArns().getFirst(), _ -> new TreeMap<>());
    request.tags().forEach(each -> changed.put(each.key(), each.value()));
    return AddTagsResponse.builder().build();
  }

  @Override
  public synchronized RemoveTagsResponse removeTags(RemoveTagsRequest request) {
    called("RemoveTags");
    Map<String, String> changed =
        tags.computeIfAbsent(request.resourceArns().getFirst(), _ -> new TreeMap<>());
    changed.keySet().removeAll(request.tagKeys());
    return RemoveTagsResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "elasticloadbalancing";
  }

  @Override
  public void close() {}

  private void called(String name) {
    calls.add(name);
    Optional.ofNullable(failures.remove(name))
        .ifPresent(
            failure -> {
              throw failure.get();
            });
  }
}
