package portico.practice.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** One rule of a security group with its own id, for incoming or for outgoing traffic. */
final class SecurityGroupRuleType implements ResourceKind {
  enum Direction {
    INGRESS("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"),
    EGRESS("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");

    private final String token;

    Direction(String token) {
      this.token = token;
    }
  }

  private static final Set<String> ABSENT =
      Set.of(
          "InvalidSecurityGroupRuleId.NotFound",
          "InvalidSecurityGroupRuleId.Malformed",
          "InvalidPermission.NotFound",
          "InvalidGroup.NotFound");
  private static final String GROUP = "securityGroupId";
  private static final String PROTOCOL = "ipProtocol";
  private static final String FROM = "fromPort";
  private static final String TO = "toPort";
  private static final String DESCRIPTION = "description";
  private static final String ALL = "-1";
  private static final Map<String, InlineRules.Peer> PEERS =
      new TreeMap<>(
          Map.of(
              "cidrIpv4", InlineRules.Peer.CIDR,
              "cidrIpv6", InlineRules.Peer.CIDR6,
              "prefixListId", InlineRules.Peer.PREFIX_LIST,
              "referencedSecurityGroupId", InlineRules.Peer.GROUP));

  private static final Schema SCHEMA =
      Schema.of(
              Property.text(GROUP).required().replaces(),
              Property.text(PROTOCOL).required().normal(SecurityGroupRuleType::protocol),
              Property.whole(FROM).rule(ValueRule.range(-1, 65535)),
              Property.whole(TO).rule(ValueRule.range(-1, 65535)),
              Property.text("cidrIpv4"),
              Property.text("cidrIpv6"),
              Property.text("prefixListId"),
              Property.text("referencedSecurityGroupId"),
              Property.text(DESCRIPTION).rule(ValueRule.length(0, 255)),
              Property.output("arn"),
              Property.output("securityGroupRuleId"))
          .and(Tagging.properties());

  private final Direction direction;

  SecurityGroupRuleType(Direction direction) {
    this.direction = direction;
  }

  @Override
  public String token() {
    return direction.token;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public PropertyMap complete(PropertyMap inputs, Naming naming, Checker checker) {
    long peers = PEERS.keySet().stream().filter(inputs.fields()::containsKey).count();
    if (peers != 1) {
      checker.fail(
          "cidrIpv4",
          "exactly one of " + String.join(", ", PEERS.keySet()) + " is required, not " + peers);
    }
    boolean all =
        inputs
            .get(PROTOCOL)
            .map(SecurityGroupRuleType::protocol)
            .equals(Optional.of(PropertyValue.of(ALL)));
    for (String port : List.of(FROM, TO)) {
      if (all && inputs.integer(port).filter(number -> number != -1).isPresent()) {
        checker.fail(
            port, "cannot be given when ipProtocol is -1, which means all protocols and ports");
      } else if (!all && !inputs.unknown(PROTOCOL) && inputs.get(port).isEmpty()) {
        checker.fail(port, "is required unless ipProtocol is -1");
      }
    }
    return all ? inputs.without(FROM).without(TO) : inputs;
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String group = inputs.text(GROUP).orElseThrow();
    List<TagSpecification> tags =
        Ec2Tags.specification(ResourceType.SECURITY_GROUP_RULE, inputs.dictionary(Tagging.TAGS));
    IpPermission permission = permission(inputs);
    try {
      return switch (direction) {
        case INGRESS ->
            CallFailed.call(
                    "AuthorizeSecurityGroupIngress",
                    () ->
                        call.ec2()
                            .authorizeSecurityGroupIngress(
                                request ->
                                    request
                                        .groupId(group)
                                        .ipPermissions(permission)
                                        .tagSpecifications(tags)))
                .securityGroupRules()
                .getFirst()
                .securityGroupRuleId();
        case EGRESS ->
            CallFailed.call(
                    "AuthorizeSecurityGroupEgress",
                    () ->
                        call.ec2()
                            .authorizeSecurityGroupEgress(
                                request ->
                                    request
                                        .groupId(group)
                                        .ipPermissions(permission)
                                        .tagSpecifications(tags)))
                .securityGroupRules()
                .getFirst()
                .securityGroupRuleId();
      };
    } catch (CallFailed e) {
      if (e.code().equals("InvalidPermission.Duplicate")) {
        return standing(group, inputs, call)
            .map(found -> adopted(found, inputs, call))
            .orElseThrow(() -> e);
      }
      throw e;
    }
  }

  @Override
  public void converge(String id, PropertyMap inputs, Call call) {
    SecurityGroupRule actual =
        call.patience()
            .until(
                "the security group rule " + id + " to be found",
                call.timing().visibilityLimit(),
                () -> find(id, call),
                () -> "AWS does not know it");
    PropertyMap state = state(actual);
    boolean differs =
        SCHEMA.properties().stream()
            .filter(
                property ->
                    !property.has(Property.Trait.OUTPUT) && !property.name().equals(Tagging.TAGS))
            .anyMatch(
                property ->
                    !inputs
                        .get(property.name())
                        .map(property.normal())
                        .equals(state.get(property.name()).map(property.normal())));
    if (differs) {
      SecurityGroupRuleUpdate update =
          SecurityGroupRuleUpdate.builder()
              .securityGroupRuleId(id)
              .securityGroupRule(update(inputs))
              .build();
      CallFailed.call(
          "ModifySecurityGroupRules",
          () ->
              call.ec2()
                  .modifySecurityGroupRules(
                      request -> request.groupId(actual.groupId()).securityGroupRules(update)));
    }
    Ec2Tags.converge(id, inputs, Ec2Tags.map(actual.tags()), call);
  }

  @Override
  public Optional<Snapshot> read(String id, PropertyMap hint, Call call) {
    return find(id, call)
        .map(found -> new Snapshot(id, Tagging.state(state(found), Ec2Tags.map(found.tags()))));
  }

  @Override
  public void delete(String id, PropertyMap state, Call call) {
    Optional<SecurityGroupRule> found = find(id, call);
    if (found.isEmpty()) {
      return;
    }
    String group = found.get().groupId();
    switch (direction) {
      case INGRESS ->
          CallFailed.find(
              "RevokeSecurityGroupIngress",
              ABSENT,
              () ->
                  call.ec2()
                      .revokeSecurityGroupIngress(
                          request -> request.groupId(group).securityGroupRuleIds(id)));
      case EGRESS ->
          CallFailed.find(
              "RevokeSecurityGroupEgress",
              ABSENT,
              () ->
                  call.ec2()
                      .revokeSecurityGroupEgress(
                          request -> request.groupId(group).securityGroupRuleIds(id)));
    }
  }

  private String adopted(SecurityGroupRule existing, PropertyMap inputs, Call call) {
    boolean ours = Tagging.owned(inputs.dictionary(Tagging.TAGS), Ec2Tags.map(existing.tags()));
    call.adopt(
        "such a rule of security group " + existing.groupId(),
        existing.securityGroupRuleId(),
        ours);
    return existing.securityGroupRuleId();
  }

  private Optional<SecurityGroupRule> standing(String group, PropertyMap inputs, Call call) {
    Filter ofGroup = Filter.builder().name("group-id").values(group).build();
    List<String> compared =
        List.of(
            PROTOCOL,
            FROM,
            TO,
            "cidrIpv4",
            "cidrIpv6",
            "prefixListId",
            "referencedSecurityGroupId");
    return CallFailed.call(
        "DescribeSecurityGroupRules",
        () ->
            call
                .ec2()
                .describeSecurityGroupRulesPaginator(request -> request.filters(ofGroup))
                .securityGroupRules()
                .stream()
                .filter(
                    rule -> Boolean.TRUE.equals(rule.isEgress()) == (direction == Direction.EGRESS))
                .filter(
                    rule ->
                        compared.stream()
                            .allMatch(
                                name ->
                                    state(rule)
                                        .get(name)
                                        .map(value -> normal(name, value))
                                        .equals(
                                            inputs.get(name).map(value -> normal(name, value)))))
                .findFirst());
  }

  private Optional<SecurityGroupRule> find(String id, Call call) {
    return CallFailed.find(
            "DescribeSecurityGroupRules",
            ABSENT,
            () ->
                call.ec2().describeSecurityGroupRules(request -> request.securityGroupRuleIds(id)))
        .flatMap(
            answer ->
                answer.securityGroupRules().stream()
                    .filter(rule -> id.equals(rule.securityGroupRuleId()))
                    .findFirst())
        .filter(rule -> Boolean.TRUE.equals(rule.isEgress()) == (direction == Direction.EGRESS));
  }

  private static IpPermission permission(PropertyMap inputs) {
    String group = inputs.text(GROUP).orElseThrow();
    String peer =
        PEERS.keySet().stream()
            .filter(name -> inputs.get(name).isPresent())
            .findFirst()
            .orElseThrow();
    return new InlineRules.Single(
            InlineRules.protocol(inputs.text(PROTOCOL).orElseThrow()),
            inputs.integer(FROM).orElse(-1),
            inputs.integer(TO).orElse(-1),
            java.util.Objects.requireNonNull(PEERS.get(peer)),
            inputs.text(peer).orElseThrow(),
            inputs.text(DESCRIPTION).orElse(""))
        .permission(group);
  }

  private static SecurityGroupRuleRequest update(PropertyMap inputs) {
    SecurityGroupRuleRequest.Builder request = SecurityGroupRuleRequest.builder();
    text(inputs, PROTOCOL, request::ipProtocol);
    request.fromPort(inputs.integer(FROM).orElse(-1)).toPort(inputs.integer(TO).orElse(-1));
    text(inputs, "cidrIpv4", request::cidrIpv4);
    text(inputs, "cidrIpv6", request::cidrIpv6);
    text(inputs, "prefixListId", request::prefixListId);
    text(inputs, "referencedSecurityGroupId", request::referencedGroupId);
    text(inputs, DESCRIPTION, request::description);
    return request.build();
  }

  private static void text(PropertyMap inputs, String name, Consumer<String> target) {
    inputs.text(name).ifPresent(target);
  }

  private static PropertyMap state(SecurityGroupRule found) {
    boolean all = ALL.equals(found.ipProtocol());
    PropertyMap state =
        PropertyMap.EMPTY
            .with(GROUP, PropertyValue.of(found.groupId()))
            .with(PROTOCOL, PropertyValue.of(found.ipProtocol()))
            .with("securityGroupRuleId", PropertyValue.of(found.securityGroupRuleId()));
    if (!all && found.fromPort() != null && found.toPort() != null) {
      state =
          state
              .with(FROM, PropertyValue.of(found.fromPort()))
              .with(TO, PropertyValue.of(found.toPort()));
    }
    state = with(state, "arn", Optional.ofNullable(found.securityGroupRuleArn()));
    state = with(state, "cidrIpv4", Optional.ofNullable(found.cidrIpv4()));
    state = with(state, "cidrIpv6", Optional.ofNullable(found.cidrIpv6()));
    state = with(state, "prefixListId", Optional.ofNullable(found.prefixListId()));
    state = with(state, DESCRIPTION, Optional.ofNullable(found.description()));
    return with(
        state,
        "referencedSecurityGroupId",
        Optional.ofNullable(found.referencedGroupInfo()).map(ReferencedSecurityGroup::groupId));
  }

  private static PropertyMap with(PropertyMap state, String name, Optional<String> value) {
    return value
        .filter(text -> !text.isEmpty())
        .map(text -> state.with(name, PropertyValue.of(text)))
        .orElse(state);
  }

  private static PropertyValue normal(String name, PropertyValue value) {
    return name.equals(PROTOCOL) ? protocol(value) : value;
  }

  private static PropertyValue protocol(PropertyValue value) {
    if (!(value instanceof PropertyValue.Text(var given))) {
      return value;
    }
    return PropertyValue.of(InlineRules.protocol(given));
  }
}
