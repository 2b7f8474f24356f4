package portico.catalog.aws.existing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.TakeoverRemark;
import portico.catalog.TakeoverRemark.Kind;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Who gets in is read from security groups. */
class ReadAccessTest extends BalancerScene {
  @Test
  void nobody_gets_in_who_does_not_get_in_today() {
    listener = listener.toBuilder().port(443).build();
    securityGroups.add(group("sg-1", "shop", tcp(443, "10.0.0.0/8"), tcp(22, "192.0.2.0/24")));

    FoundLoadBalancer found = read();

    assertThat(found.spec().access().ingressCidrs()).containsExactly("10.0.0.0/8");
    assertThat(found.spec().loadBalancer().securityGroupIds()).isEmpty();
    assertThat(facts(found, Kind.SECURITY_RULE_LEFT_OUT))
        .containsExactly("sg-1", "tcp 22 192.0.2.0/24");
  }

  @Test
  void a_security_group_that_others_are_on_is_put_on_the_new_one_too() {
    securityGroups.add(group("sg-1", "shop", tcp(80, "10.0.0.0/8")));
    usedElsewhere = Set.of("sg-1");

    FoundLoadBalancer found = read();

    assertThat(found.spec().loadBalancer().securityGroupIds()).containsExactly("sg-1");
    assertThat(facts(found, Kind.SECURITY_GROUP_KEPT)).containsExactly("sg-1", "shop");
    assertThat(found.remarks()).contains(TakeoverRemark.of(Kind.NO_NETWORK));
  }

  @Test
  void groups_of_targets_that_admit_the_old_one_admit_the_new_one() {
    securityGroups.add(group("sg-1", "shop", tcp(80, "10.0.0.0/8")));
    admitting.add(
        group(
            "sg-2",
            "gpus",
            IpPermission.builder()
                .ipProtocol("tcp")
                .fromPort(8000)
                .toPort(8000)
                .userIdGroupPairs(UserIdGroupPair.builder().groupId("sg-1").build())
                .build()));

    FoundLoadBalancer found = read();

    assertThat(found.spec().access().targetSecurityGroupIds()).containsExactly("sg-2");
    assertThat(facts(found, Kind.TARGETS_OPENED)).containsExactly("sg-2");
  }
}
