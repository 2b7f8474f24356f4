package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRulesTest {
  private static final String FIELD = "loadBalancer.subnetIds";
  private static final String VPC = "vpc-1";
  private static final SubnetFacts A = publicSubnet("subnet-a", "us-west-2a");
  private static final SubnetFacts B = publicSubnet("subnet-b", "us-west-2b");
  private static final SubnetFacts C = publicSubnet("subnet-c", "us-west-2c");

  @ParameterizedTest
  @CsvSource({"0,true", "16,true", "27,true", "28,false", "32,false"})
  void a_subnet_is_a_27_or_larger(int prefix, boolean fit) {
    SubnetFacts subnet =
        new SubnetFacts("subnet-a", VPC, "us-west-2a", "availability-zone", prefix, 8, true);

    assertThat(NetworkRules.unfit(subnet, Scheme.INTERNET_FACING))
        .isEqualTo(fit ? List.of() : List.of(Violation.of(FIELD, Rule.SUBNET_TOO_SMALL, prefix)));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "7,false", "8,true", "4091,true"})
  void a_subnet_has_at_least_8_free_addresses(int free, boolean fit) {
    assertThat(NetworkRules.unfit(withFree(A, free), Scheme.INTERNET_FACING))
        .isEqualTo(
            fit ? List.of() : List.of(Violation.of(FIELD, Rule.SUBNET_FREE_ADDRESSES, free, 8)));
  }

  @Test
  void only_an_internet_facing_load_balancer_needs_public_subnets() {
    assertThat(NetworkRules.unfit(madePrivate(A), Scheme.INTERNET_FACING))
        .containsExactly(Violation.of(FIELD, Rule.SUBNET_NOT_PUBLIC));
    assertThat(NetworkRules.unfit(madePrivate(A), Scheme.INTERNAL)).isEmpty();
    assertThat(NetworkRules.unfit(A, Scheme.INTERNAL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local-zone", "wavelength-zone", "outpost"})
  void a_subnet_stands_in_an_availability_zone(String zoneType) {
    SubnetFacts subnet =
        new SubnetFacts("subnet-a", VPC, "us-west-2-lax-1a", zoneType, 24, 8, true);

    assertThat(NetworkRules.unfit(subnet, Scheme.INTERNET_FACING))
        .containsExactly(Violation.of(FIELD, Rule.SUBNET_ZONE_TYPE, zoneType));
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void two_or_more_fit_subnets_in_different_zones_are_right(Scheme scheme) {
    assertThat(NetworkRules.check(VPC, scheme, List.of(A, B))).isEmpty();
    assertThat(NetworkRules.check(VPC, scheme, List.of(A, B, C))).isEmpty();
  }

  @Test
  void subnets_in_fewer_than_two_zones_are_too_few() {
    assertThat(NetworkRules.check(VPC, Scheme.INTERNAL, List.of()))
        .containsExactly(Violation.of(FIELD, Rule.SUBNETS_TWO_ZONES, 0));
    assertThat(NetworkRules.check(VPC, Scheme.INTERNAL, List.of(A)))
        .containsExactly(Violation.of(FIELD, Rule.SUBNETS_TWO_ZONES, 1));
  }

  @Test
  void two_subnets_in_one_zone_are_refused() {
    SubnetFacts second = publicSubnet("subnet-x", "us-west-2a");

    assertThat(NetworkRules.check(VPC, Scheme.INTERNAL, List.of(A, B, second)))
        .containsExactly(Violation.of(FIELD + "[2]", Rule.SUBNETS_ONE_PER_ZONE, "us-west-2a"));
    assertThat(NetworkRules.check(VPC, Scheme.INTERNAL, List.of(A, second)))
        .containsExactly(
            Violation.of(FIELD + "[1]", Rule.SUBNETS_ONE_PER_ZONE, "us-west-2a"),
            Violation.of(FIELD, Rule.SUBNETS_TWO_ZONES, 1));
  }

  @Test
  void a_subnet_of_another_vpc_is_refused() {
    assertThat(NetworkRules.check("vpc-2", Scheme.INTERNAL, List.of(A, B)))
        .containsExactly(
            Violation.of(FIELD + "[0]", Rule.SUBNET_OTHER_VPC, "subnet-a", "vpc-2"),
            Violation.of(FIELD + "[1]", Rule.SUBNET_OTHER_VPC, "subnet-b", "vpc-2"));
  }

  @Test
  void an_unfit_subnet_is_named_by_its_position() {
    assertThat(NetworkRules.check(VPC, Scheme.INTERNET_FACING, List.of(A, madePrivate(B))))
        .containsExactly(Violation.of(FIELD + "[1]", Rule.SUBNET_NOT_PUBLIC));
  }

  @Test
  void the_sensible_pair_stands_in_the_first_two_zones_whatever_the_order() {
    List<SubnetFacts> subnets = new ArrayList<>(List.of(A, B, C));
    for (int turn = 0; turn < 3; turn++) {
      Collections.rotate(subnets, 1);
      assertThat(NetworkRules.sensiblePair(Scheme.INTERNET_FACING, subnets)).containsExactly(A, B);
    }
  }

  @Test
  void the_sensible_pair_leaves_out_unfit_subnets() {
    List<SubnetFacts> subnets = List.of(madePrivate(A), withFree(B, 7), C);

    assertThat(NetworkRules.sensiblePair(Scheme.INTERNET_FACING, subnets)).containsExactly(C);
    assertThat(NetworkRules.sensiblePair(Scheme.INTERNET_FACING, List.of())).isEmpty();
  }

  @Test
  void within_a_zone_the_sensible_pair_has_the_subnet_with_most_free_addresses() {
    SubnetFacts roomier = withFree(publicSubnet("subnet-z", "us-west-2a"), 251);
    SubnetFacts equal = publicSubnet("subnet-bb", "us-west-2b");

    assertThat(NetworkRules.sensiblePair(Scheme.INTERNET_FACING, List.of(A, roomier, equal, B)))
        .containsExactly(roomier, B);
  }

  @Test
  void an_internal_load_balancer_prefers_private_subnets_even_with_fewer_free_addresses() {
    SubnetFacts quiet = withFree(madePrivate(publicSubnet("subnet-q", "us-west-2a")), 8);

    assertThat(NetworkRules.sensiblePair(Scheme.INTERNAL, List.of(A, quiet, B)))
        .containsExactly(quiet, B);
    assertThat(NetworkRules.sensiblePair(Scheme.INTERNAL, List.of(quiet, A, B)))
        .containsExactly(quiet, B);
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void the_sensible_pair_breaks_no_rule(Scheme scheme) {
    List<SubnetFacts> subnets = List.of(madePrivate(C), A, B, withFree(C, 9));

    assertThat(NetworkRules.check(VPC, scheme, NetworkRules.sensiblePair(scheme, subnets)))
        .isEmpty();
  }

  private static SubnetFacts publicSubnet(String id, String zone) {
    return new SubnetFacts(id, VPC, zone, "availability-zone", 24, 200, true);
  }

  private static SubnetFacts madePrivate(SubnetFacts of) {
    return new SubnetFacts(
        of.id(), VPC, of.zone(), of.zoneType(), of.prefixLength(), of.freeAddresses(), false);
  }

  private static SubnetFacts withFree(SubnetFacts of, int free) {
    return new SubnetFacts(
        of.id(), VPC, of.zone(), of.zoneType(), of.prefixLength(), free, of.isPublic());
  }
}
