package portico.practice.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.practice.provider.ProviderCaller.LOAD_BALANCER;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CreateResponse;

/** The pool that a load balancer's public IPv4 addresses come from. */
class IpamPoolsTest extends LoadBalancerScene {
  private PropertyMap from(String pool) {
    return balancer().with("ipamPools", PropertyMap.ofTexts(Map.of("ipv4IpamPoolId", pool)));
  }

  private static String poolOf(PropertyMap state) {
    return state.map("ipamPools").flatMap(pools -> pools.text("ipv4IpamPoolId")).orElse("none");
  }

  @Test
  void a_load_balancer_is_made_from_a_pool_and_read_with_it() {
    CreateResponse made = caller.create(LOAD_BALANCER, from("ipam-pool-0a"));
    PropertyMap state = Wire.decode(made.getProperties());

    assertThat(poolOf(state)).isEqualTo("ipam-pool-0a");
    assertThat(elb.calls).doesNotContain("ModifyIpPools");
    assertThat(caller.diff(LOAD_BALANCER, state, from("ipam-pool-0a")).getDiffsList()).isEmpty();
  }

  @Test
  void another_pool_is_an_update_and_so_is_none() {
    CreateResponse made = caller.create(LOAD_BALANCER, from("ipam-pool-0a"));
    PropertyMap state = Wire.decode(made.getProperties());
    var diff = caller.diff(LOAD_BALANCER, state, from("ipam-pool-0b"));
    assertThat(diff.getDiffsList()).isNotEmpty();
    assertThat(diff.getReplacesList()).isEmpty();

    PropertyMap other = caller.update(LOAD_BALANCER, made.getId(), state, from("ipam-pool-0b"));
    assertThat(poolOf(other)).isEqualTo("ipam-pool-0b");

    assertThat(caller.diff(LOAD_BALANCER, other, balancer()).getDiffsList()).isNotEmpty();
    PropertyMap none = caller.update(LOAD_BALANCER, made.getId(), other, balancer());
    assertThat(poolOf(none)).isEqualTo("none");
    assertThat(elb.calls).containsOnlyOnce("CreateLoadBalancer").contains("ModifyIpPools");
  }
}
