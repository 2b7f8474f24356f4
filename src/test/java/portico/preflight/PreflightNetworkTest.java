package portico.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.catalog.SecurityGroup;
import portico.catalog.Vpc;
import portico.model.IpAddressType;
import portico.model.IpTarget;

/** What preflight says of subnets and targets. */
class PreflightNetworkTest extends PreflightScene {
  @Test
  void subnets_must_fit_the_scheme_and_exist() {
    subnets = List.of("subnet-0ddddddddddddddd4", "subnet-0eeeeeeeeeeeeeee5");

    assertThat(findings()).contains(Finding.SUBNET_UNFIT, Finding.SUBNET_GONE);

    scheme = "internal";
    assertThat(findings()).contains(Finding.SUBNET_GONE).doesNotContain(Finding.SUBNET_UNFIT);
  }

  @ParameterizedTest
  @CsvSource({
    "172.31.4.5,, false",
    "100.64.0.9,, false",
    "10.20.0.4,, true",
    "10.20.0.4, all, false",
    "10.20.0.4, us-west-2a, false"
  })
  void an_address_outside_all_of_the_vpcs_networks_needs_a_zone(
      String ip, @Nullable String zone, boolean needed) {
    catalog.vpcs.set(
        0,
        new Vpc(catalog.vpcs.getFirst().id(), "", "172.31.0.0/16", List.of("100.64.0.0/16"), true));
    address = Optional.of(new IpTarget(ip, OptionalInt.empty(), Optional.ofNullable(zone)));

    assertThat(findings().contains(Finding.TARGET_ZONE_NEEDED)).isEqualTo(needed);
  }

  @Test
  void dualstack_needs_subnets_with_ipv6() {
    addresses = IpAddressType.DUALSTACK;

    assertThat(run())
        .filteredOn(check -> check.finding() == Finding.SUBNET_UNFIT)
        .extracting(check -> check.facts().getFirst())
        .containsExactlyElementsOf(subnets);
  }

  @ParameterizedTest
  @CsvSource({
    "i-0123456789abcdef0, TARGET_NOT_RUNNING",
    "i-0000000000000dead, TARGET_GONE",
    "i-0a9b8c7d6e5f40312, TARGETS_RUN"
  })
  void instances_must_run(String id, Finding expected) {
    instances.set(0, id);

    assertThat(findings()).contains(expected);
  }

  @Test
  void an_instance_outside_the_zones_is_a_warning() {
    instances.set(0, "i-0a9b8c7d6e5f40312");
    subnets = List.of("subnet-0aaaaaaaaaaaaaaa1", "subnet-0ccccccccccccccc3");

    assertThat(findings()).contains(Finding.TARGET_OUTSIDE_ZONES);
  }

  @Test
  void without_targets_the_load_balancer_will_answer_503() {
    instances.clear();

    assertThat(findings()).contains(Finding.TARGETS_NONE);
    assertThat(catalog.calls).doesNotContain("securityGroups");
  }

  @Test
  void a_target_that_lets_nobody_in_is_a_warning_until_a_rule_is_added() {
    catalog.securityGroups.set(0, new SecurityGroup(GROUP, "closed", List.of(), List.of()));
    assertThat(findings()).contains(Finding.TARGET_CLOSED);

    targetGroups.add(GROUP);
    assertThat(findings()).contains(Finding.SECURITY_GROUPS_FOUND);

    targetGroups.set(0, "sg-0000000000000dead");
    assertThat(findings()).contains(Finding.SECURITY_GROUP_GONE, Finding.TARGET_CLOSED);
  }
}
