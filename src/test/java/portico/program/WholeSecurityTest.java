package portico.program;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.program.WholeDeclared.ATTACHMENT;
import static portico.program.WholeDeclared.EGRESS;
import static portico.program.WholeDeclared.INGRESS;
import static portico.program.WholeDeclared.TARGETS;
import static portico.program.WholeDeclared.WHOLE;
import static portico.program.WholeDeclared.named;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import portico.model.AccessSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.IpTarget;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;

/** The ways in, and on to the targets. */
class WholeSecurityTest {
  @Test
  void clients_come_in_by_both_kinds_of_addresses_on_both_ports() {
    assertThat(named(INGRESS, "lb-sg-in-443-203.0.113.7-32").inputs())
        .containsEntry("cidrIpv4", "203.0.113.7/32")
        .containsEntry("fromPort", 443.0);
    assertThat(named(INGRESS, "lb-sg-in-80-2001-db8---32").inputs())
        .containsEntry("cidrIpv6", "2001:db8::/32")
        .doesNotContainKey("cidrIpv4");
  }

  @Test
  void the_way_to_the_targets_is_as_narrow_as_can_be() {
    assertThat(WHOLE.ofType(EGRESS))
        .extracting(
            each ->
                each.input("fromPort")
                    + " "
                    + each.inputs().getOrDefault("cidrIpv4", "")
                    + each.inputs().getOrDefault("referencedSecurityGroupId", ""))
        .containsExactlyInAnyOrder(
            "8000.0 " + TARGETS,
            "8001.0 " + TARGETS,
            "9000.0 " + TARGETS,
            "8080.0 172.31.0.10/32",
            "8081.0 10.9.0.10/32");
  }

  @Test
  void the_targets_own_groups_let_the_balancer_in() {
    assertThat(WHOLE.ofType(INGRESS))
        .filteredOn(each -> each.input("securityGroupId").equals(TARGETS))
        .allSatisfy(
            each ->
                assertThat(each.inputs())
                    .containsEntry("referencedSecurityGroupId", "id-of-lb-sg")
                    .containsEntry(
                        "description", "Portico: from load balancer lb of environment demo"))
        .extracting(each -> each.input("fromPort"))
        .containsExactlyInAnyOrder(8000.0, 8001.0, 8080.0, 8081.0, 9000.0);
  }

  @Test
  void instances_whose_groups_are_not_named_are_reached_anywhere_on_their_port() {
    EnvironmentSpec spec = withGroups(List.of(WholeSpec.chat()), List.of());

    assertThat(RecordedResources.of(spec).ofType(EGRESS))
        .extracting(each -> each.input("fromPort") + " " + each.input("cidrIpv4"))
        .containsExactlyInAnyOrder("8000.0 0.0.0.0/0", "8001.0 0.0.0.0/0", "9000.0 0.0.0.0/0");
  }

  @Test
  void a_thousand_addresses_need_no_more_rules_than_a_security_group_takes() {
    List<IpTarget> targets =
        IntStream.range(0, 1000)
            .mapToObj(
                index ->
                    new IpTarget(
                        "10.0.%d.%d".formatted(index / 250, index % 250),
                        java.util.OptionalInt.empty(),
                        java.util.Optional.empty()))
            .toList();
    TargetGroupSpec embeddings = WholeSpec.embeddings();
    TargetGroupSpec large =
        new TargetGroupSpec(
            "embeddings",
            embeddings.targetType(),
            embeddings.protocol(),
            embeddings.protocolVersion(),
            8080,
            new HealthCheckSpec("/health", 30, 5, 2, 2),
            TargetGroupAttributes.AWS,
            List.copyOf(targets),
            Map.of());

    RecordedResources made = RecordedResources.of(withGroups(List.of(large), List.of()));

    assertThat(made.only(EGRESS).inputs())
        .containsEntry("cidrIpv4", "10.0.0.0/8")
        .containsEntry("fromPort", 8080.0);
    assertThat(made.ofType(ATTACHMENT)).hasSize(1000);
  }

  private static EnvironmentSpec withGroups(List<TargetGroupSpec> groups, List<String> targets) {
    EnvironmentSpec whole = WholeSpec.spec();
    return new EnvironmentSpec(
        whole.region(),
        whole.service(),
        whole.loadBalancer(),
        groups,
        List.of(WholeSpec.plain()),
        new AccessSpec(List.of("10.0.0.0/8"), targets),
        Map.of());
  }
}
