package portico.practice.provider;

import static portico.practice.provider.TargetGroupSchema.ATTRIBUTES;
import static portico.practice.provider.TargetGroupSchema.LAMBDA;
import static portico.practice.provider.TargetGroupSchema.SCHEMA;
import static portico.practice.provider.TargetGroupSchema.checkStickiness;
import static portico.practice.provider.TargetGroupSchema.cookie;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * Target groups of application load balancers. AWS answers a create with an existing group when
 * name and settings match, so names are looked up first.
 */
final class TargetGroupType implements ResourceKind {
  static final Set<String> ABSENT = Set.of("TargetGroupNotFound");
  static final String TOKEN = "aws:lb/targetGroup:TargetGroup";

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
    if (!isLambda(inputs)) {
      for (String name : List.of("port", "protocol", "vpcId")) {
        if (inputs.get(name).isEmpty()) {
          checker.fail(name, "is required unless the target type is lambda");
        }
      }
    }
    inputs.map("stickiness").ifPresent(stickiness -> checkStickiness(stickiness, checker));
    inputs.map(HealthChecks.PROPERTY).ifPresent(health -> HealthChecks.check(health, checker));
    if (inputs.integer("slowStart").orElse(0) > 0
        && inputs
            .text("loadBalancingAlgorithmType")
            .filter(type -> !type.equals("round_robin"))
            .isPresent()) {
      checker.fail("slowStart", "works only with the algorithm round_robin");
    }
    return naming.named(reachable(inputs), 32, checker);
  }

  /** A function is not reached through the network: its health check has no port or protocol. */
  private static PropertyMap reachable(PropertyMap inputs) {
    return isLambda(inputs)
        ? inputs
            .map(HealthChecks.PROPERTY)
            .map(health -> health.without("port").without("protocol"))
            .map(health -> inputs.with(HealthChecks.PROPERTY, health))
            .orElse(inputs)
        : inputs;
  }

  private static boolean isLambda(PropertyMap properties) {
    return properties.text("targetType").equals(Optional.of(LAMBDA));
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String name = inputs.text(Naming.NAME).orElseThrow();
    return new Taken<TargetGroup>(
            () -> find(request -> request.names(name), call),
            found -> adopted(found, inputs, call),
            "DuplicateTargetGroupName")
        .orMade(
            () ->
                CallFailed.call(
                        "CreateTargetGroup",
                        () -> call.elb().createTargetGroup(creation(name, inputs)))
                    .targetGroups()
                    .getFirst()
                    .targetGroupArn());
  }

  @Override
  public void converge(String arn, PropertyMap inputs, Call call) {
    TargetGroup actual =
        call.awaitFound(
            "the target group " + arn, () -> find(request -> request.targetGroupArns(arn), call));
    HealthChecks.converge(actual, inputs, call);
    ElbAttributes.TARGET_GROUP.converge(ATTRIBUTES.and(cookie(inputs)), SCHEMA, arn, inputs, call);
    ElbTags.converge(arn, inputs, call);
  }

  @Override
  public Optional<Snapshot> read(String arn, PropertyMap hint, Call call) {
    return find(request -> request.targetGroupArns(arn), call)
        .map(found -> new Snapshot(arn, state(found, call)));
  }

  @Override
  public void delete(String arn, PropertyMap state, Call call) {
    call.patience()
        .until(
            "the target group " + arn + " to be released",
            call.limit(call.timing().inUseLimit()),
            () -> deleted(arn, state, call) ? Optional.of(true) : Optional.empty(),
            () ->
                "a listener or rule still forwards to it, on "
                    + find(request -> request.targetGroupArns(arn), call)
                        .map(TargetGroup::loadBalancerArns)
                        .orElse(List.of()));
  }

  private static boolean deleted(String arn, PropertyMap state, Call call) {
    try {
      CallFailed.find(
          "DeleteTargetGroup",
          ABSENT,
          () -> call.elb().deleteTargetGroup(request -> request.targetGroupArn(arn)));
      return true;
    } catch (CallFailed e) {
      if (e.code().equals("ResourceInUse")) {
        find(request -> request.targetGroupArns(arn), call)
            .ifPresent(found -> Forwards.release(arn, found.loadBalancerArns(), state, call));
        return false;
      }
      throw e;
    }
  }

  private static String adopted(TargetGroup existing, PropertyMap inputs, Call call) {
    String arn = existing.targetGroupArn();
    String what = "target group " + existing.targetGroupName();
    call.adopt(what, arn, ElbTags.owned(arn, inputs, call));
    PropertyMap actual = fixed(existing);
    for (String name : actual.fields().keySet()) {
      if (inputs.get(name).isPresent() && !inputs.get(name).equals(actual.get(name))) {
        throw new Refusal(
            Refusal.Why.CONFLICT,
            "%s already exists with %s %s, which cannot be changed; delete it first (%s)"
                .formatted(
                    what, name, actual.get(name).map(PropertyValue::shown).orElse("none"), arn));
      }
    }
    return arn;
  }

  private static CreateTargetGroupRequest creation(String name, PropertyMap inputs) {
    CreateTargetGroupRequest.Builder request = CreateTargetGroupRequest.builder().name(name);
    inputs.text("targetType").ifPresent(request::targetType);
    if (!isLambda(inputs)) {
      inputs.integer("port").ifPresent(request::port);
      inputs.text("protocol").ifPresent(request::protocol);
      inputs.text("protocolVersion").ifPresent(request::protocolVersion);
      inputs.text("vpcId").ifPresent(request::vpcId);
      inputs.text("ipAddressType").ifPresent(request::ipAddressType);
    }
    boolean grpc = inputs.text("protocolVersion").equals(Optional.of("GRPC"));
    inputs.map(HealthChecks.PROPERTY).ifPresent(health -> HealthChecks.fill(request, health, grpc));
    ElbTags.wanted(inputs).ifPresent(request::tags);
    return request.build();
  }

  private static PropertyMap fixed(TargetGroup found) {
    PropertyMap fixed =
        PropertyMap.EMPTY.with("targetType", PropertyValue.of(found.targetTypeAsString()));
    if (found.port() != null) {
      fixed = fixed.with("port", PropertyValue.of(found.port()));
    }
    return fixed
        .withText("protocol", found.protocolAsString())
        .withText("protocolVersion", found.protocolVersion())
        .withText("ipAddressType", found.ipAddressTypeAsString())
        .withText("vpcId", found.vpcId());
  }

  private static PropertyMap state(TargetGroup found, Call call) {
    String arn = found.targetGroupArn();
    PropertyMap state =
        fixed(found)
            .with(Naming.NAME, PropertyValue.of(found.targetGroupName()))
            .with(HealthChecks.PROPERTY, HealthChecks.state(found))
            .with("arn", PropertyValue.of(arn))
            .with("arnSuffix", PropertyValue.of(arn.substring(arn.lastIndexOf(':') + 1)))
            .with(
                "loadBalancerArns",
                PropertyValue.of(found.loadBalancerArns().stream().sorted().toList()));
    Map<String, String> attributes = ElbAttributes.TARGET_GROUP.read(arn, call);
    state = ATTRIBUTES.state(state, SCHEMA, attributes);
    state = cookie(state).state(state, SCHEMA, attributes);
    return ElbTags.state(isLambda(state) ? state.without("stickiness") : state, arn, call);
  }

  private static Optional<TargetGroup> find(
      Consumer<DescribeTargetGroupsRequest.Builder> request, Call call) {
    return CallFailed.find(
            "DescribeTargetGroups", ABSENT, () -> call.elb().describeTargetGroups(request))
        .flatMap(answer -> answer.targetGroups().stream().findFirst());
  }
}
