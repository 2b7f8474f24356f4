package portico.practice.provider;

import static portico.practice.provider.LoadBalancerSchema.ADDRESSES;
import static portico.practice.provider.LoadBalancerSchema.ATTRIBUTES;
import static portico.practice.provider.LoadBalancerSchema.GROUPS;
import static portico.practice.provider.LoadBalancerSchema.INTERNAL;
import static portico.practice.provider.LoadBalancerSchema.POOL;
import static portico.practice.provider.LoadBalancerSchema.POOLS;
import static portico.practice.provider.LoadBalancerSchema.SCHEMA;
import static portico.practice.provider.LoadBalancerSchema.SUBNETS;
import static portico.practice.provider.LoadBalancerSchema.withLogsOff;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyIpPoolsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveIpamPoolEnum;

/** Application load balancers. A create and an update end when the load balancer is active. */
final class LoadBalancerType implements ResourceKind {
  static final Set<String> ABSENT = Set.of("LoadBalancerNotFound");
  private static final String TOKEN = "aws:lb/loadBalancer:LoadBalancer";

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public PropertyMap complete(PropertyMap inputs, Naming naming, Checker checker) {
    return naming.named(inputs, 32, checker);
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String name = inputs.text(Naming.NAME).orElseThrow();
    return new Taken<LoadBalancer>(
            () -> find(request -> request.names(name), call),
            found -> adopted(found, inputs, call),
            "DuplicateLoadBalancerName")
        .orMade(
            () ->
                CallFailed.call(
                        "CreateLoadBalancer",
                        () -> call.elb().createLoadBalancer(creation(name, inputs)))
                    .loadBalancers()
                    .getFirst()
                    .loadBalancerArn());
  }

  @Override
  public void converge(String arn, PropertyMap inputs, Call call) {
    LoadBalancer actual =
        call.awaitFound(
            "the load balancer " + arn, () -> find(request -> request.loadBalancerArns(arn), call));
    convergeNetwork(actual, inputs, call);
    ElbAttributes.LOAD_BALANCER.converge(ATTRIBUTES, SCHEMA, arn, withLogsOff(inputs), call);
    ElbTags.converge(arn, inputs, call);
    awaitActive(arn, call);
  }

  @Override
  public Optional<Snapshot> read(String arn, PropertyMap hint, Call call) {
    return find(request -> request.loadBalancerArns(arn), call)
        .filter(found -> found.type() == LoadBalancerTypeEnum.APPLICATION)
        .map(found -> new Snapshot(arn, state(found, call), problem(found)));
  }

  @Override
  public void delete(String arn, PropertyMap state, Call call) {
    CallFailed.find(
        "DeleteLoadBalancer",
        ABSENT,
        () -> call.elb().deleteLoadBalancer(request -> request.loadBalancerArn(arn)));
    call.patience()
        .until(
            "the load balancer " + arn + " to be gone",
            call.limit(call.timing().deletionLimit()),
            () ->
                find(request -> request.loadBalancerArns(arn), call).isEmpty()
                    ? Optional.of(true)
                    : Optional.empty(),
            () -> "AWS still lists it");
  }

  private static String adopted(LoadBalancer existing, PropertyMap inputs, Call call) {
    String arn = existing.loadBalancerArn();
    String what = "load balancer " + existing.loadBalancerName();
    call.adopt(what, arn, ElbTags.owned(arn, inputs, call));
    boolean internal = existing.scheme() == LoadBalancerSchemeEnum.INTERNAL;
    if (existing.type() != LoadBalancerTypeEnum.APPLICATION
        || inputs.flag(INTERNAL).orElse(false) != internal) {
      throw new Refusal(
          Refusal.Why.CONFLICT,
          "%s already exists as an %s %s load balancer, which cannot be changed; delete it first (%s)"
              .formatted(what, existing.schemeAsString(), existing.typeAsString(), arn));
    }
    return arn;
  }

  private static CreateLoadBalancerRequest creation(String name, PropertyMap inputs) {
    CreateLoadBalancerRequest.Builder request =
        CreateLoadBalancerRequest.builder()
            .name(name)
            .type(LoadBalancerTypeEnum.APPLICATION)
            .subnets(inputs.texts(SUBNETS))
            .scheme(
                inputs.flag(INTERNAL).orElse(false)
                    ? LoadBalancerSchemeEnum.INTERNAL
                    : LoadBalancerSchemeEnum.INTERNET_FACING);
    inputs.text(ADDRESSES).ifPresent(request::ipAddressType);
    LoadBalancerSchema.pool(inputs)
        .ifPresent(id -> request.ipamPools(pools -> pools.ipv4IpamPoolId(id)));
    if (!inputs.texts(GROUPS).isEmpty()) {
      request.securityGroups(inputs.texts(GROUPS));
    }
    ElbTags.wanted(inputs).ifPresent(request::tags);
    return request.build();
  }

  private static void convergeNetwork(LoadBalancer actual, PropertyMap inputs, Call call) {
    String arn = actual.loadBalancerArn();
    List<String> groups = inputs.texts(GROUPS);
    if (!groups.isEmpty() && !Set.copyOf(groups).equals(Set.copyOf(actual.securityGroups()))) {
      CallFailed.call(
          "SetSecurityGroups",
          () ->
              call.elb()
                  .setSecurityGroups(
                      request -> request.loadBalancerArn(arn).securityGroups(groups)));
    }
    Set<String> subnets = new HashSet<>(subnets(actual));
    if (!subnets.equals(Set.copyOf(inputs.texts(SUBNETS)))) {
      CallFailed.call(
          "SetSubnets",
          () ->
              call.elb()
                  .setSubnets(
                      request -> request.loadBalancerArn(arn).subnets(inputs.texts(SUBNETS))));
    }
    inputs
        .text(ADDRESSES)
        .filter(wanted -> !wanted.equals(actual.ipAddressTypeAsString()))
        .ifPresent(
            wanted ->
                CallFailed.call(
                    "SetIpAddressType",
                    () ->
                        call.elb()
                            .setIpAddressType(
                                request -> request.loadBalancerArn(arn).ipAddressType(wanted))));
    convergePool(actual, LoadBalancerSchema.pool(inputs), call);
  }

  private static void convergePool(LoadBalancer actual, Optional<String> wanted, Call call) {
    if (wanted.equals(pool(actual))) {
      return;
    }
    ModifyIpPoolsRequest.Builder request =
        ModifyIpPoolsRequest.builder().loadBalancerArn(actual.loadBalancerArn());
    wanted.ifPresentOrElse(
        id -> request.ipamPools(pools -> pools.ipv4IpamPoolId(id)),
        () -> request.removeIpamPools(RemoveIpamPoolEnum.IPV4));
    CallFailed.call("ModifyIpPools", () -> call.elb().modifyIpPools(request.build()));
  }

  private static Optional<String> pool(LoadBalancer found) {
    return Optional.ofNullable(found.ipamPools())
        .flatMap(pools -> Optional.ofNullable(pools.ipv4IpamPoolId()));
  }

  private static void awaitActive(String arn, Call call) {
    call.patience()
        .until(
            "the load balancer " + arn + " to become active",
            call.limit(call.timing().loadBalancerLimit()),
            () ->
                find(request -> request.loadBalancerArns(arn), call)
                    .filter(LoadBalancerType::settled),
            () ->
                "it is still being provisioned. An internet-facing load balancer needs subnets with a route to an internet gateway");
  }

  private static boolean settled(LoadBalancer found) {
    LoadBalancerStateEnum state = found.state().code();
    if (state == LoadBalancerStateEnum.FAILED) {
      throw new Refusal(Refusal.Why.FAILED, problem(found).orElseThrow());
    }
    return state == LoadBalancerStateEnum.ACTIVE || state == LoadBalancerStateEnum.ACTIVE_IMPAIRED;
  }

  private static Optional<String> problem(LoadBalancer found) {
    return switch (found.state().code()) {
      case FAILED ->
          Optional.of(
              "AWS could not set up the load balancer %s: %s"
                  .formatted(
                      found.loadBalancerArn(),
                      Optional.ofNullable(found.state().reason()).orElse("no reason given")));
      case PROVISIONING ->
          Optional.of("AWS is still setting up the load balancer " + found.loadBalancerArn());
      case ACTIVE, ACTIVE_IMPAIRED, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
    };
  }

  private static PropertyMap state(LoadBalancer found, Call call) {
    String arn = found.loadBalancerArn();
    PropertyMap state =
        PropertyMap.EMPTY
            .with(Naming.NAME, PropertyValue.of(found.loadBalancerName()))
            .with(INTERNAL, PropertyValue.of(found.scheme() == LoadBalancerSchemeEnum.INTERNAL))
            .with("loadBalancerType", PropertyValue.of(found.typeAsString()))
            .with(SUBNETS, PropertyValue.of(subnets(found)))
            .with(GROUPS, PropertyValue.of(found.securityGroups().stream().sorted().toList()))
            .with(ADDRESSES, PropertyValue.of(found.ipAddressTypeAsString()))
            .with("arn", PropertyValue.of(arn))
            .with(
                "arnSuffix",
                PropertyValue.of(
                    arn.substring(arn.indexOf(":loadbalancer/") + ":loadbalancer/".length())))
            .with("dnsName", PropertyValue.of(found.dnsName()))
            .with("vpcId", PropertyValue.of(found.vpcId()))
            .with("zoneId", PropertyValue.of(found.canonicalHostedZoneId()));
    PropertyMap placed =
        pool(found)
            .map(id -> state.with(POOLS, PropertyMap.EMPTY.with(POOL, PropertyValue.of(id))))
            .orElse(state);
    return ElbTags.state(
        ATTRIBUTES.state(placed, SCHEMA, ElbAttributes.LOAD_BALANCER.read(arn, call)), arn, call);
  }

  private static List<String> subnets(LoadBalancer found) {
    return found.availabilityZones().stream().map(AvailabilityZone::subnetId).sorted().toList();
  }

  private static Optional<LoadBalancer> find(
      Consumer<DescribeLoadBalancersRequest.Builder> request, Call call) {
    return CallFailed.find(
            "DescribeLoadBalancers", ABSENT, () -> call.elb().describeLoadBalancers(request))
        .flatMap(answer -> answer.loadBalancers().stream().findFirst());
  }
}
