package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.testing.Samples;

class AccessRulesTest {
  private static final String INGRESS = "access.ingressCidrs";

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,IPV4,true",
    "2001:db8::/32,IPV4,false",
    "2001:db8::/32,DUALSTACK,true",
    "2001:db8::/32,DUALSTACK_WITHOUT_PUBLIC_IPV4,true",
    "10.0.0.0/8,DUALSTACK,true"
  })
  void ipv6_clients_need_a_load_balancer_with_ipv6(
      String cidr, IpAddressType type, boolean allowed) {
    Violation violation = Violation.of(INGRESS + "[0]", Rule.INGRESS_NEEDS_DUALSTACK, cidr);
    assertThat(AccessRules.check(new AccessSpec(List.of(cidr)), type, 1))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @Test
  void somebody_may_reach_the_listeners() {
    assertThat(AccessRules.check(new AccessSpec(List.of()), IpAddressType.IPV4, 1))
        .containsExactly(Violation.of(INGRESS, Rule.INGRESS_REQUIRED));
  }

  @Test
  void a_network_in_another_spelling_is_the_same() {
    AccessSpec access = new AccessSpec(List.of("2001:db8::/32", "2001:0DB8:0::/32"));

    assertThat(AccessRules.check(access, IpAddressType.DUALSTACK, 1))
        .containsExactly(Violation.of(INGRESS + "[1]", Rule.INGRESS_TWICE, "2001:0DB8:0::/32"));
  }

  @Test
  void the_targets_security_groups_have_ids_and_are_named_once() {
    String id = "sg-0123abcd";
    AccessSpec access = new AccessSpec(List.of("10.0.0.0/8"), List.of(id, "x", id));

    assertThat(AccessRules.check(access, IpAddressType.IPV4, 1))
        .containsExactly(
            Violation.of("access.targetSecurityGroupIds[1]", Rule.SECURITY_GROUP_ID_FORM, "x"),
            Violation.of("access.targetSecurityGroupIds[2]", Rule.SECURITY_GROUP_TWICE, id));
  }

  @ParameterizedTest
  @CsvSource({"60,1,0", "61,1,61", "30,2,0", "31,2,62", "1,60,0"})
  void a_security_group_has_60_rules_for_each_version_of_ip(int each, int listeners, int refused) {
    List<String> cidrs = new ArrayList<>();
    for (int index = 0; index < each; index++) {
      cidrs.add("10.0.%d.0/24".formatted(index));
      cidrs.add("2001:db8:%x::/48".formatted(index));
    }

    assertThat(AccessRules.check(new AccessSpec(cidrs), IpAddressType.DUALSTACK, listeners))
        .isEqualTo(
            refused == 0
                ? List.of()
                : List.of(Violation.of(INGRESS, Rule.INGRESS_TOO_MANY, refused, 60)));
  }

  @ParameterizedTest
  @CsvSource({"60,0,0", "61,0,61", "60,1,0", "30,2,0", "31,2,62"})
  void the_targets_ports_fit_the_outgoing_rules(int ports, int groups, int refused) {
    List<String> ids = new ArrayList<>();
    for (int index = 0; index < groups; index++) {
      ids.add("sg-0123abc" + index);
    }
    EnvironmentSpec spec = withPorts(ports, ids);

    assertThat(AccessRules.outgoing(spec))
        .isEqualTo(
            refused == 0
                ? List.of()
                : List.of(Violation.of("targetGroups", Rule.EGRESS_TOO_MANY, refused, 60)));
    assertThat(SpecRules.check(spec)).isEqualTo(AccessRules.outgoing(spec));
  }

  private static EnvironmentSpec withPorts(int ports, List<String> securityGroupIds) {
    EnvironmentSpec spec = Samples.spec();
    TargetGroupSpec group = spec.targetGroups().getFirst();
    List<InstanceTarget> targets = new ArrayList<>();
    for (int index = 0; index < ports; index++) {
      targets.add(new InstanceTarget("i-0f1e2d3c4b5a69788", OptionalInt.of(9000 + index)));
    }
    return new EnvironmentSpec(
        spec.region(),
        spec.loadBalancer(),
        List.of(
            new TargetGroupSpec(
                group.name(), group.protocol(), group.port(), group.healthCheck(), targets)),
        spec.listeners(),
        new AccessSpec(spec.access().ingressCidrs(), securityGroupIds));
  }
}
