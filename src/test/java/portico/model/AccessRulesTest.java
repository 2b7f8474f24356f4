package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(AccessRules.check(new AccessSpec(List.of(cidr)), type))
        .isEqualTo(allowed ? List.of() : List.of(violation));
  }

  @Test
  void somebody_may_reach_the_listeners() {
    assertThat(AccessRules.check(new AccessSpec(List.of()), IpAddressType.IPV4))
        .containsExactly(Violation.of(INGRESS, Rule.INGRESS_REQUIRED));
  }

  @Test
  void a_network_in_another_spelling_is_the_same() {
    AccessSpec access = new AccessSpec(List.of("2001:db8::/32", "2001:0DB8:0::/32"));

    assertThat(AccessRules.check(access, IpAddressType.DUALSTACK))
        .containsExactly(Violation.of(INGRESS + "[1]", Rule.INGRESS_TWICE, "2001:0DB8:0::/32"));
  }

  @Test
  void the_targets_security_groups_have_ids_and_are_named_once() {
    String id = "sg-0123abcd";
    AccessSpec access = new AccessSpec(List.of("10.0.0.0/8"), List.of(id, "x", id));

    assertThat(AccessRules.check(access, IpAddressType.IPV4))
        .containsExactly(
            Violation.of("access.targetSecurityGroupIds[1]", Rule.SECURITY_GROUP_ID_FORM, "x"),
            Violation.of("access.targetSecurityGroupIds[2]", Rule.SECURITY_GROUP_TWICE, id));
  }
}
