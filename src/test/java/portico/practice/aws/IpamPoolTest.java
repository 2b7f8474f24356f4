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
import software.amazon.awssdk.services.ec2.model.IpamPool;
import software.amazon.awssdk.services.ec2.model.IpamScopeType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveIpamPoolEnum;

/** Public IPv4 addresses of a load balancer from a pool of VPC IPAM. */
class IpamPoolTest {
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

  private String pool(String name) {
    return simulation
        .ec2
        .describeIpamPools(request -> request.filters(Simulation.named(name)))
        .ipamPools()
        .getFirst()
        .ipamPoolId();
  }

  private LoadBalancer from(String pool) {
    return simulation.balancer(
        "demo", request -> request.ipamPools(pools -> pools.ipv4IpamPoolId(pool)));
  }

  private String poolOf(LoadBalancer balancer) {
    LoadBalancer now =
        simulation
            .elb
            .describeLoadBalancers(request -> request.loadBalancerArns(balancer.loadBalancerArn()))
            .loadBalancers()
            .getFirst();
    return now.ipamPools() == null ? "none" : now.ipamPools().ipv4IpamPoolId();
  }

  @Test
  void pools_tell_their_scope_family_and_region() {
    List<IpamPool> pools = simulation.ec2.describeIpamPools(_ -> {}).ipamPools();

    assertThat(pools)
        .hasSize(3)
        .allSatisfy(
            pool -> {
              assertThat(pool.locale()).isEqualTo("us-west-2");
              assertThat(pool.ipamPoolId()).matches("ipam-pool-[0-9a-f]{17}");
              assertThat(pool.stateAsString()).isEqualTo("create-complete");
            });
    assertThat(pools)
        .filteredOn(pool -> pool.ipamScopeType() == IpamScopeType.PUBLIC)
        .extracting(IpamPool::addressFamilyAsString)
        .containsExactlyInAnyOrder("ipv4", "ipv6");
    assertThat(
            Refusal.codeOf(
                () -> simulation.ec2.describeIpamPools(r -> r.ipamPoolIds("ipam-pool-0"))))
        .isEqualTo("InvalidIpamPoolId.NotFound");
  }

  @Test
  void a_load_balancer_tells_its_pool_and_others_have_none() {
    String pool = pool("partner-allow-list");

    assertThat(poolOf(from(pool))).isEqualTo(pool);
    assertThat(poolOf(simulation.balancer("plain", _ -> {}))).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({"partner-allow-list-v6", "vpc-ranges"})
  void only_pools_of_public_ipv4_addresses_are_taken(String name) {
    String pool = pool(name);

    assertThat(Refusal.codeOf(() -> from(pool))).isEqualTo("InvalidConfigurationRequest");
  }

  @ParameterizedTest
  @CsvSource({"ipam-pool-0, InvalidConfigurationRequest", "pool-0, ValidationError"})
  void what_is_no_pool_is_refused(String id, String code) {
    assertThat(Refusal.codeOf(() -> from(id))).isEqualTo(code);
  }

  @Test
  void an_internal_load_balancer_takes_none() {
    String pool = pool("partner-allow-list");

    assertThat(
            Refusal.codeOf(
                () ->
                    simulation.balancer(
                        "inside",
                        request ->
                            request
                                .scheme("internal")
                                .ipamPools(pools -> pools.ipv4IpamPoolId(pool)))))
        .isEqualTo("InvalidConfigurationRequest");
  }

  @Test
  void a_pool_is_changed_and_taken_away() {
    String pool = pool("partner-allow-list");
    LoadBalancer balancer = simulation.balancer("demo", _ -> {});
    String arn = balancer.loadBalancerArn();

    assertThat(
            simulation
                .elb
                .modifyIpPools(
                    request ->
                        request.loadBalancerArn(arn).ipamPools(pools -> pools.ipv4IpamPoolId(pool)))
                .ipamPools()
                .ipv4IpamPoolId())
        .isEqualTo(pool);
    assertThat(poolOf(balancer)).isEqualTo(pool);

    simulation.elb.modifyIpPools(
        request -> request.loadBalancerArn(arn).removeIpamPools(RemoveIpamPoolEnum.IPV4));
    assertThat(poolOf(balancer)).isEqualTo("none");
    assertThat(
            Refusal.codeOf(
                () -> simulation.elb.modifyIpPools(request -> request.loadBalancerArn(arn))))
        .isEqualTo("ValidationError");
  }
}
