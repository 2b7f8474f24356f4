package portico.practice.provider;

import static portico.practice.provider.SecurityGroupRuleSchema.ALL;
import static portico.practice.provider.SecurityGroupRuleSchema.FROM;
import static portico.practice.provider.SecurityGroupRuleSchema.GROUP;
import static portico.practice.provider.SecurityGroupRuleSchema.PEERS;
import static portico.practice.provider.SecurityGroupRuleSchema.PROTOCOL;
import static portico.practice.provider.SecurityGroupRuleSchema.SCHEMA;
import static portico.practice.provider.SecurityGroupRuleSchema.TO;
import static portico.practice.provider.SecurityGroupRuleSchema.normal;
import static portico.practice.provider.SecurityGroupRuleSchema.permission;
import static portico.practice.provider.SecurityGroupRuleSchema.state;
import static portico.practice.provider.SecurityGroupRuleSchema.update;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** One rule of a security group with its own id, for incoming or for outgoing traffic. */
final class SecurityGroupRuleType implements ResourceKind {
  private static final Set<String> ABSENT =
      Set.of(
          "InvalidSecurityGroupRuleId.NotFound",
          "InvalidSecurityGroupRuleId.Malformed",
          "InvalidPermission.NotFound",
          "InvalidGroup.NotFound");

  private final Direction direction;

  SecurityGroupRuleType(Direction direction) {
    this.direction = direction;
  }

  @Override
  public String token() {
    return direction.token();
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
            .map(SecurityGroupRuleSchema::protocol)
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
    return new Taken<SecurityGroupRule>(
            () -> standing(group, inputs, call),
            found -> adopted(found, inputs, call),
            "InvalidPermission.Duplicate")
        .madeOrTaken(
            () ->
                direction
                    .authorize(group, List.of(permission(inputs)), tags, call)
                    .getFirst()
                    .securityGroupRuleId());
  }

  @Override
  public void converge(String id, PropertyMap inputs, Call call) {
    SecurityGroupRule actual =
        call.awaitFound("the security group rule " + id, () -> find(id, call));
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
    find(id, call)
        .ifPresent(found -> direction.revokeRules(found.groupId(), List.of(id), ABSENT, call));
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
                .filter(direction::has)
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
        .filter(direction::has);
  }
}
