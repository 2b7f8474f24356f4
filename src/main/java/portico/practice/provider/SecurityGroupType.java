package portico.practice.provider;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/**
 * Security groups in a VPC. As with the official provider, the rule that AWS adds to a new group
 * and that allows all outgoing traffic is taken away: outgoing traffic is what the program says.
 */
final class SecurityGroupType implements ResourceKind {
  static final Set<String> ABSENT = Set.of("InvalidGroup.NotFound", "InvalidGroupId.Malformed");
  private static final String TOKEN = "aws:ec2/securityGroup:SecurityGroup";
  private static final String DESCRIPTION = "description";
  private static final String VPC = "vpcId";
  private static final String REVOKE = "revokeRulesOnDelete";

  private static final Schema SCHEMA =
      Schema.of(
              Property.text(Naming.NAME)
                  .replaces()
                  .rule(ValueRule.length(1, 255))
                  .rule(ValueRule.matches("(?!sg-).*", "cannot begin with \"sg-\"")),
              Property.text(Naming.PREFIX)
                  .computed()
                  .local()
                  .replaces()
                  .rule(ValueRule.length(1, 100)),
              Property.text(DESCRIPTION)
                  .orElse("Managed by Pulumi")
                  .replaces()
                  .rule(ValueRule.length(1, 255)),
              Property.text(VPC).computed().replaces(),
              InlineRules.property(Direction.INGRESS.property()),
              InlineRules.property(Direction.EGRESS.property()),
              Property.yesNo(REVOKE).orElse(false).local(),
              Property.output("arn"),
              Property.output("ownerId"))
          .and(Tagging.properties());

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
    return naming.named(inputs, 255, checker);
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String name = inputs.text(Naming.NAME).orElseThrow();
    return new Taken<SecurityGroup>(
            () -> standing(name, inputs.text(VPC), call),
            found -> adopted(found, inputs, call),
            "InvalidGroup.Duplicate")
        .orMade(
            () ->
                CallFailed.call(
                        "CreateSecurityGroup",
                        () -> call.ec2().createSecurityGroup(creation(name, inputs)))
                    .groupId());
  }

  /** AWS's own rule has no tags; one that a program made next to this group would have its own. */
  @Override
  public void prepare(String id, PropertyMap inputs, Call call) {
    awaitFound(id, call);
    Filter ofGroup = Filter.builder().name("group-id").values(id).build();
    List<String> open =
        CallFailed.call(
            "DescribeSecurityGroupRules",
            () ->
                call
                    .ec2()
                    .describeSecurityGroupRulesPaginator(request -> request.filters(ofGroup))
                    .securityGroupRules()
                    .stream()
                    .filter(SecurityGroupType::addedByAws)
                    .map(SecurityGroupRule::securityGroupRuleId)
                    .toList());
    if (!open.isEmpty()) {
      Direction.EGRESS.revokeRules(id, open, Set.of(), call);
    }
  }

  @Override
  public void converge(String id, PropertyMap inputs, Call call) {
    SecurityGroup actual = awaitFound(id, call);
    for (Direction direction : Direction.values()) {
      if (inputs.get(direction.property()).isPresent()) {
        convergeRules(actual, direction, inputs, call);
      }
    }
    Ec2Tags.converge(id, inputs, Ec2Tags.map(actual.tags()), call);
  }

  private static void convergeRules(
      SecurityGroup actual, Direction direction, PropertyMap inputs, Call call) {
    String id = actual.groupId();
    Set<InlineRules.Single> wanted = InlineRules.wanted(inputs.maps(direction.property()));
    Set<InlineRules.Single> there = InlineRules.actual(id, direction.of(actual));
    direction.revoke(id, permissions(id, there, wanted), call);
    List<IpPermission> add = permissions(id, wanted, there);
    if (!add.isEmpty()) {
      direction.authorize(id, add, List.of(), call);
    }
  }

  @Override
  public Optional<Snapshot> read(String id, PropertyMap hint, Call call) {
    return find(id, call).map(found -> new Snapshot(id, state(found)));
  }

  @Override
  public void delete(String id, PropertyMap state, Call call) {
    if (state.flag(REVOKE).orElse(false)) {
      find(id, call)
          .ifPresent(
              found -> {
                for (Direction direction : Direction.values()) {
                  direction.revoke(id, direction.of(found), call);
                }
              });
    }
    call.patience()
        .until(
            "the security group " + id + " to be released",
            call.limit(call.timing().deletionLimit()),
            () -> deleted(id, call) ? Optional.of(true) : Optional.empty(),
            () -> "it is still used by " + SecurityGroupUsers.named(id, call));
  }

  /** Names are unique within a VPC only. */
  @Override
  public boolean collides(PropertyMap state, PropertyMap inputs) {
    boolean elsewhere = inputs.get(VPC).isPresent() && !inputs.get(VPC).equals(state.get(VPC));
    return !elsewhere && ResourceKind.super.collides(state, inputs);
  }

  private static boolean addedByAws(SecurityGroupRule rule) {
    boolean everywhere = "0.0.0.0/0".equals(rule.cidrIpv4()) || "::/0".equals(rule.cidrIpv6());
    return Boolean.TRUE.equals(rule.isEgress())
        && "-1".equals(rule.ipProtocol())
        && everywhere
        && rule.tags().isEmpty()
        && (rule.description() == null || rule.description().isEmpty());
  }

  private static boolean deleted(String id, Call call) {
    try {
      CallFailed.find(
          "DeleteSecurityGroup",
          ABSENT,
          () -> call.ec2().deleteSecurityGroup(request -> request.groupId(id)));
      return true;
    } catch (CallFailed e) {
      if (e.code().equals("DependencyViolation") || e.code().equals("InvalidGroup.InUse")) {
        return false;
      }
      throw e;
    }
  }

  private static String adopted(SecurityGroup existing, PropertyMap inputs, Call call) {
    String what = "security group " + existing.groupName();
    call.adopt(
        what,
        existing.groupId(),
        Tagging.owned(inputs.dictionary(Tagging.TAGS), Ec2Tags.map(existing.tags())));
    if (!inputs.text(DESCRIPTION).equals(Optional.ofNullable(existing.description()))) {
      throw new Refusal(
          Refusal.Why.CONFLICT,
          "%s already exists with another description, which cannot be changed; delete it first (%s)"
              .formatted(what, existing.groupId()));
    }
    return existing.groupId();
  }

  private static CreateSecurityGroupRequest creation(String name, PropertyMap inputs) {
    CreateSecurityGroupRequest.Builder request =
        CreateSecurityGroupRequest.builder()
            .groupName(name)
            .description(inputs.text(DESCRIPTION).orElseThrow());
    inputs.text(VPC).ifPresent(request::vpcId);
    request.tagSpecifications(
        Ec2Tags.specification(ResourceType.SECURITY_GROUP, inputs.dictionary(Tagging.TAGS)));
    return request.build();
  }

  private static List<IpPermission> permissions(
      String id, Set<InlineRules.Single> these, Set<InlineRules.Single> butNot) {
    Set<InlineRules.Single> left = new HashSet<>(these);
    left.removeAll(butNot);
    return left.stream().map(single -> single.permission(id)).toList();
  }

  private static PropertyMap state(SecurityGroup found) {
    String id = found.groupId();
    PropertyMap state =
        PropertyMap.EMPTY
            .with(Naming.NAME, PropertyValue.of(found.groupName()))
            .with(
                DESCRIPTION, PropertyValue.of(Optional.ofNullable(found.description()).orElse("")))
            .with("ownerId", PropertyValue.of(Optional.ofNullable(found.ownerId()).orElse("")))
            .with("arn", PropertyValue.of(Optional.ofNullable(found.securityGroupArn()).orElse("")))
            .withText(VPC, found.vpcId());
    for (Direction direction : Direction.values()) {
      PropertyValue rules = InlineRules.state(InlineRules.actual(id, direction.of(found)));
      state = state.with(direction.property(), rules);
    }
    return Tagging.state(state, Ec2Tags.map(found.tags()));
  }

  private static SecurityGroup awaitFound(String id, Call call) {
    return call.awaitFound("the security group " + id, () -> find(id, call));
  }

  private static Optional<SecurityGroup> standing(String name, Optional<String> vpc, Call call) {
    List<Filter> filters =
        new ArrayList<>(List.of(Filter.builder().name("group-name").values(name).build()));
    vpc.ifPresent(id -> filters.add(Filter.builder().name("vpc-id").values(id).build()));
    return CallFailed.call(
            "DescribeSecurityGroups",
            () -> call.ec2().describeSecurityGroups(request -> request.filters(filters)))
        .securityGroups()
        .stream()
        .findFirst();
  }

  private static Optional<SecurityGroup> find(String id, Call call) {
    return CallFailed.find(
            "DescribeSecurityGroups",
            ABSENT,
            () -> call.ec2().describeSecurityGroups(request -> request.groupIds(id)))
        .flatMap(answer -> answer.securityGroups().stream().findFirst());
  }
}
