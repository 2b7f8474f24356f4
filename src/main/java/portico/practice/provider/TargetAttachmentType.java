package portico.practice.provider;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/**
 * A target registered with a target group. Its id is {@code <target group
 * ARN>,<target>,<port>,<zone>}, where port and zone may be missing; the state says the same, and
 * goes first where the official provider made the id.
 */
final class TargetAttachmentType implements ResourceKind {
  private static final Set<String> ABSENT = Set.of("TargetGroupNotFound", "InvalidTarget");
  private static final String TOKEN = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
  private static final String GROUP = "targetGroupArn";
  private static final String TARGET = "targetId";
  private static final String PORT = "port";
  private static final String ZONE = "availabilityZone";

  private static final Schema SCHEMA =
      Schema.of(
          Property.text(GROUP).required().replaces().rule(ValueRule.arn()),
          Property.text(TARGET).required().replaces(),
          Property.whole(PORT).replaces().rule(ValueRule.range(1, 65535)),
          Property.text(ZONE).replaces());

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String group = inputs.text(GROUP).orElseThrow();
    CallFailed.call(
        "RegisterTargets",
        () ->
            call.elb()
                .registerTargets(request -> request.targetGroupArn(group).targets(target(inputs))));
    return String.join(
        ",",
        group,
        inputs.text(TARGET).orElseThrow(),
        inputs.integer(PORT).map(Object::toString).orElse(""),
        inputs.text(ZONE).orElse(""));
  }

  @Override
  public Optional<Snapshot> read(String id, PropertyMap hint, Call call) {
    PropertyMap known = known(id, hint);
    String group = known.text(GROUP).orElseThrow();
    boolean registered =
        CallFailed.find(
                "DescribeTargetHealth",
                ABSENT,
                () ->
                    call.elb()
                        .describeTargetHealth(
                            request -> request.targetGroupArn(group).targets(target(known))))
            .map(
                answer ->
                    answer.targetHealthDescriptions().stream()
                        .anyMatch(TargetAttachmentType::registered))
            .orElse(false);
    return registered ? Optional.of(new Snapshot(id, known)) : Optional.empty();
  }

  @Override
  public void delete(String id, PropertyMap state, Call call) {
    PropertyMap known = known(id, state);
    String group = known.text(GROUP).orElseThrow();
    CallFailed.find(
        "DeregisterTargets",
        ABSENT,
        () ->
            call.elb()
                .deregisterTargets(
                    request -> request.targetGroupArn(group).targets(target(known))));
  }

  /** Only the zone differs: deregistering the old would deregister the new. */
  @Override
  public boolean collides(PropertyMap state, PropertyMap inputs) {
    return List.of(GROUP, TARGET, PORT).stream()
        .allMatch(name -> state.get(name).equals(inputs.get(name)));
  }

  private static TargetDescription target(PropertyMap properties) {
    TargetDescription.Builder target =
        TargetDescription.builder().id(properties.text(TARGET).orElseThrow());
    properties.integer(PORT).ifPresent(target::port);
    properties.text(ZONE).ifPresent(target::availabilityZone);
    return target.build();
  }

  private static boolean registered(TargetHealthDescription description) {
    TargetHealth health = description.targetHealth();
    return health.state() != TargetHealthStateEnum.DRAINING
        && health.reason() != TargetHealthReasonEnum.TARGET_NOT_REGISTERED
        && health.reason() != TargetHealthReasonEnum.TARGET_DEREGISTRATION_IN_PROGRESS;
  }

  private static PropertyMap known(String id, PropertyMap hint) {
    if (hint.text(GROUP).isPresent() && hint.text(TARGET).isPresent()) {
      return new PropertyMap(
          hint.fields().entrySet().stream()
              .filter(each -> SCHEMA.byName().containsKey(each.getKey()))
              .collect(
                  java.util.stream.Collectors.toMap(
                      java.util.Map.Entry::getKey, java.util.Map.Entry::getValue)));
    }
    String[] parts = id.split(",", -1);
    if (parts.length < 2) {
      throw new Refusal(
          Refusal.Why.FAILED,
          "not an id of an attachment, <target group ARN>,<target>,<port>,<zone>: " + id);
    }
    PropertyMap known =
        PropertyMap.EMPTY
            .with(GROUP, PropertyValue.of(parts[0]))
            .with(TARGET, PropertyValue.of(parts[1]));
    if (parts.length > 2 && parts[2].matches("\\d{1,5}")) {
      known = known.with(PORT, PropertyValue.of(Integer.parseInt(parts[2])));
    }
    return parts.length > 3 && !parts[3].isEmpty()
        ? known.with(ZONE, PropertyValue.of(parts[3]))
        : known;
  }
}
