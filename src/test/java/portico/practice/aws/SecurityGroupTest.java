package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleUpdate;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** Security groups and their rules. */
class SecurityGroupTest {
  @TempDir private Path folder;
  private Simulation simulation;

  @BeforeEach
  void start() {
    simulation = new Simulation(folder);
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  private String create(String name) {
    String vpc = simulation.vpc("ml-platform");
    return simulation
        .ec2
        .createSecurityGroup(r -> r.groupName(name).description("For tests").vpcId(vpc))
        .groupId();
  }

  private SecurityGroup describe(String id) {
    return simulation.ec2.describeSecurityGroups(r -> r.groupIds(id)).securityGroups().getFirst();
  }

  private static IpPermission tcp(int from, int to, String cidr) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(from)
        .toPort(to)
        .ipRanges(IpRange.builder().cidrIp(cidr).description("a test").build())
        .build();
  }

  private void admit(String group, IpPermission permission) {
    simulation.ec2.authorizeSecurityGroupIngress(r -> r.groupId(group).ipPermissions(permission));
  }

  private List<SecurityGroupRule> rules(String group) {
    Filter ofGroup = Filter.builder().name("group-id").values(group).build();
    return simulation.ec2.describeSecurityGroupRules(r -> r.filters(ofGroup)).securityGroupRules();
  }

  @Test
  void a_new_group_lets_nothing_in_and_everything_out() {
    String vpc = simulation.vpc("ml-platform");
    TagSpecification tags =
        TagSpecification.builder()
            .resourceType(ResourceType.SECURITY_GROUP)
            .tags(Tag.builder().key("portico:environment").value("demo").build())
            .build();
    String id =
        simulation
            .ec2
            .createSecurityGroup(
                r ->
                    r.groupName("portico-lb")
                        .description("Load balancer")
                        .vpcId(vpc)
                        .tagSpecifications(tags))
            .groupId();

    SecurityGroup group = describe(id);
    assertThat(group.ipPermissions()).isEmpty();
    assertThat(group.ipPermissionsEgress())
        .singleElement()
        .satisfies(
            out -> {
              assertThat(out.ipProtocol()).isEqualTo("-1");
              assertThat(out.ipRanges().getFirst().cidrIp()).isEqualTo("0.0.0.0/0");
            });
    assertThat(group.tags()).extracting(Tag::value).containsExactly("demo");
    assertThat(id).matches("sg-0[0-9a-f]{16}");
  }

  @Test
  void a_name_can_be_used_once_in_a_vpc() {
    create("twice");

    assertThat(Refusal.codeOf(() -> create("twice"))).isEqualTo("InvalidGroup.Duplicate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "sg-mine", "umlaut-ä"})
  void a_name_must_not_be_reserved_or_have_other_letters(String name) {
    assertThat(Refusal.codeOf(() -> create(name))).isEqualTo("InvalidParameterValue");
  }

  @Test
  void a_name_has_at_most_255_characters() {
    assertThat(create("n".repeat(255))).startsWith("sg-");
    assertThat(Refusal.codeOf(() -> create("n".repeat(256)))).isEqualTo("InvalidParameterValue");
  }

  @Test
  void rules_are_kept_one_by_one_and_shown_together() {
    String group = create("web");
    IpPermission both =
        tcp(80, 80, "192.0.2.0/24").toBuilder()
            .ipv6Ranges(Ipv6Range.builder().cidrIpv6("2001:db8::/32").build())
            .build();
    admit(group, both);
    admit(group, tcp(80, 80, "198.51.100.7/32"));

    assertThat(describe(group).ipPermissions())
        .singleElement()
        .satisfies(
            permission -> {
              assertThat(permission.ipRanges())
                  .extracting(IpRange::cidrIp)
                  .containsExactly("192.0.2.0/24", "198.51.100.7/32");
              assertThat(permission.ipv6Ranges())
                  .extracting(Ipv6Range::cidrIpv6)
                  .containsExactly("2001:db8::/32");
            });
    assertThat(rules(group)).hasSize(4);
  }

  @Test
  void address_bits_beyond_the_prefix_are_cleared() {
    String group = create("web");
    admit(group, tcp(80, 80, "203.0.113.77/24"));

    assertThat(describe(group).ipPermissions().getFirst().ipRanges().getFirst().cidrIp())
        .isEqualTo("203.0.113.0/24");
  }

  @Test
  void the_same_rule_cannot_be_added_twice() {
    String group = create("web");
    admit(group, tcp(80, 80, "192.0.2.0/24"));

    assertThat(Refusal.of(() -> admit(group, tcp(80, 80, "192.0.2.0/24"))))
        .isEqualTo(
            new Refusal(
                "InvalidPermission.Duplicate",
                400,
                "the specified rule \"peer: 192.0.2.0/24, TCP, from port: 80, to port: 80, ALLOW\""
                    + " already exists"));
  }

  @ParameterizedTest
  @CsvSource({
    "80, 80, 192.0.2.0/33",
    "80, 80, 192.0.2.0",
    "80, 80, 2001:db8::/32",
    "80, 80, everywhere",
    "81, 80, 192.0.2.0/24",
    "-1, 80, 192.0.2.0/24",
    "80, 65536, 192.0.2.0/24"
  })
  void malformed_rules_are_refused(int from, int to, String cidr) {
    String group = create("web");

    assertThat(Refusal.codeOf(() -> admit(group, tcp(from, to, cidr))))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void a_group_has_at_most_60_rules_in_a_direction() {
    String group = create("web");
    for (int i = 0; i < 60; i++) {
      admit(group, tcp(1000 + i, 1000 + i, "192.0.2.0/24"));
    }

    assertThat(Refusal.codeOf(() -> admit(group, tcp(80, 80, "192.0.2.0/24"))))
        .isEqualTo("RulesPerSecurityGroupLimitExceeded");
  }

  @Test
  void a_rule_is_revoked_by_its_traffic_or_by_its_id() {
    String group = create("web");
    admit(group, tcp(80, 80, "192.0.2.0/24"));
    simulation.ec2.revokeSecurityGroupIngress(
        r -> r.groupId(group).ipPermissions(tcp(80, 80, "192.0.2.0/24")));
    assertThat(describe(group).ipPermissions()).isEmpty();

    String out = rules(group).getFirst().securityGroupRuleId();
    simulation.ec2.revokeSecurityGroupEgress(r -> r.groupId(group).securityGroupRuleIds(out));
    assertThat(rules(group)).isEmpty();
  }

  @Test
  void revoking_a_rule_that_is_not_there_is_refused() {
    String group = create("web");

    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.ec2.revokeSecurityGroupIngress(
                        r -> r.groupId(group).ipPermissions(tcp(80, 80, "192.0.2.0/24")))))
        .isEqualTo("InvalidPermission.NotFound");
  }

  @Test
  void a_rule_can_be_modified_in_place() {
    String group = create("web");
    admit(group, tcp(80, 80, "192.0.2.0/24"));
    String rule =
        rules(group).stream()
            .filter(each -> !each.isEgress())
            .map(SecurityGroupRule::securityGroupRuleId)
            .findFirst()
            .orElseThrow();
    SecurityGroupRuleUpdate update =
        SecurityGroupRuleUpdate.builder()
            .securityGroupRuleId(rule)
            .securityGroupRule(
                SecurityGroupRuleRequest.builder()
                    .ipProtocol("tcp")
                    .fromPort(443)
                    .toPort(443)
                    .cidrIpv4("198.51.100.0/24")
                    .build())
            .build();
    simulation.ec2.modifySecurityGroupRules(r -> r.groupId(group).securityGroupRules(update));

    assertThat(describe(group).ipPermissions())
        .singleElement()
        .satisfies(permission -> assertThat(permission.toPort()).isEqualTo(443));
  }

  @Test
  void a_group_that_another_one_names_cannot_be_deleted() {
    String balancer = create("balancer");
    String servers = create("servers");
    IpPermission fromBalancer =
        IpPermission.builder()
            .ipProtocol("tcp")
            .fromPort(8000)
            .toPort(8000)
            .userIdGroupPairs(UserIdGroupPair.builder().groupId(balancer).build())
            .build();
    admit(servers, fromBalancer);
    assertThat(Refusal.codeOf(() -> delete(balancer))).isEqualTo("DependencyViolation");

    delete(servers);
    delete(balancer);
    assertThat(Refusal.codeOf(() -> describe(balancer))).isEqualTo("InvalidGroup.NotFound");
  }

  private void delete(String group) {
    simulation.ec2.deleteSecurityGroup(r -> r.groupId(group));
  }

  @Test
  void a_group_of_a_load_balancer_can_be_deleted_only_when_its_network_interfaces_are_gone() {
    String group = create("balancer");
    LoadBalancer balancer = simulation.balancer("demo", r -> r.securityGroups(group));
    assertThat(Refusal.of(() -> delete(group)))
        .isEqualTo(
            new Refusal(
                "DependencyViolation", 400, "resource " + group + " has a dependent object"));

    simulation.elb.deleteLoadBalancer(r -> r.loadBalancerArn(balancer.loadBalancerArn()));
    assertThat(Refusal.codeOf(() -> delete(group))).isEqualTo("DependencyViolation");

    simulation.clock.advance(Simulation.DELETION);
    delete(group);
  }

  @Test
  void the_default_group_cannot_be_deleted() {
    String group = simulation.group("ml-platform", "default");

    assertThat(Refusal.codeOf(() -> delete(group))).isEqualTo("CannotDelete");
  }
}
