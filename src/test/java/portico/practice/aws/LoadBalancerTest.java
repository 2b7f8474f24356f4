package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;

/** Load balancers and AWS's rules for them. */
class LoadBalancerTest {
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

  private LoadBalancer describe(LoadBalancer balancer) {
    return simulation
        .elb
        .describeLoadBalancers(r -> r.loadBalancerArns(balancer.loadBalancerArn()))
        .loadBalancers()
        .getFirst();
  }

  private void delete(LoadBalancer balancer) {
    simulation.elb.deleteLoadBalancer(r -> r.loadBalancerArn(balancer.loadBalancerArn()));
  }

  private Refusal refusalIn(String... subnetNames) {
    List<String> ids = List.of(subnetNames).stream().map(simulation::subnet).toList();
    return Refusal.of(() -> simulation.balancer("demo", r -> r.subnets(ids)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "abcdefghijklmnopqrstuvwxyz-12345", "A-1", "a--b"})
  void good_names_are_accepted(String name) {
    assertThat(simulation.balancer(name, _ -> {}).loadBalancerName()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"abcdefghijklmnopqrstuvwxyz-123456", "-a", "a-", "a_b", "a b", "internal-a"})
  void bad_names_are_refused(String name) {
    assertThat(Refusal.codeOf(() -> simulation.balancer(name, _ -> {})))
        .isEqualTo("ValidationError");
  }

  @Test
  void two_zones_are_needed() {
    assertThat(refusalIn("ml-platform-public-a"))
        .isEqualTo(
            new Refusal(
                "ValidationError",
                400,
                "At least two subnets in two different Availability Zones must be specified"));
  }

  @Test
  void a_zone_takes_one_subnet() {
    assertThat(refusalIn("ml-platform-public-a", "ml-platform-public-b", "ml-platform-private-a"))
        .isEqualTo(
            new Refusal(
                "InvalidConfigurationRequest",
                400,
                "A load balancer cannot be attached to multiple subnets in the same Availability"
                    + " Zone"));
  }

  @Test
  void a_subnet_must_be_27_or_larger_and_have_8_free_addresses() {
    assertThat(refusalIn("ml-platform-public-tiny", "ml-platform-public-b").code())
        .isEqualTo("InvalidSubnet");
    assertThat(refusalIn("ml-platform-public-a", "ml-platform-public-full").message())
        .startsWith("Not enough IP space available in subnet-")
        .endsWith("ELB requires at least 8 free IP addresses in each subnet.");
  }

  @Test
  void subnets_must_exist_and_be_of_one_vpc() {
    assertThat(
            Refusal.codeOf(
                () -> simulation.balancer("demo", r -> r.subnets("subnet-0123", "subnet-0124"))))
        .isEqualTo("SubnetNotFound");
    assertThat(refusalIn("ml-platform-public-a", "isolated-b").code())
        .isEqualTo("InvalidConfigurationRequest");
  }

  @Test
  void a_vpc_without_internet_gateway_takes_only_internal_load_balancers() {
    assertThat(refusalIn("isolated-a", "isolated-b").message()).endsWith("has no internet gateway");

    List<String> subnets =
        List.of(simulation.subnet("isolated-a"), simulation.subnet("isolated-b"));
    LoadBalancer made = simulation.balancer("inner", r -> r.subnets(subnets).scheme("internal"));
    simulation.clock.advance(Simulation.PROVISIONING);
    assertThat(made.dnsName()).startsWith("internal-inner-");
    assertThat(describe(made).state().code()).isEqualTo(LoadBalancerStateEnum.ACTIVE);
  }

  @Test
  void for_the_internet_but_in_private_subnets_it_never_becomes_active() {
    List<String> subnets =
        List.of(
            simulation.subnet("ml-platform-private-a"), simulation.subnet("ml-platform-private-b"));
    LoadBalancer made = simulation.balancer("demo", r -> r.subnets(subnets));

    simulation.clock.advance(Duration.ofDays(1));
    assertThat(describe(made).state().code()).isEqualTo(LoadBalancerStateEnum.PROVISIONING);
  }

  @Test
  void it_becomes_active_exactly_when_provisioning_is_over() {
    LoadBalancer made = simulation.balancer("demo", _ -> {});

    simulation.clock.advance(Simulation.PROVISIONING.minusMillis(1));
    assertThat(describe(made).state().code()).isEqualTo(LoadBalancerStateEnum.PROVISIONING);
    simulation.clock.advance(Duration.ofMillis(1));
    assertThat(describe(made).state().code()).isEqualTo(LoadBalancerStateEnum.ACTIVE);
  }

  @Test
  void without_security_groups_it_gets_the_default_one_of_its_vpc() {
    assertThat(simulation.balancer("demo", _ -> {}).securityGroups())
        .containsExactly(simulation.group("ml-platform", "default"));
  }

  @Test
  void security_groups_must_exist_be_of_the_vpc_and_at_most_five() {
    String foreign = simulation.group("default", "default");
    assertThat(
            Refusal.codeOf(
                () -> simulation.balancer("demo", r -> r.securityGroups("sg-0123456789"))))
        .isEqualTo("InvalidSecurityGroup");
    assertThat(Refusal.codeOf(() -> simulation.balancer("demo", r -> r.securityGroups(foreign))))
        .isEqualTo("InvalidConfigurationRequest");

    String vpc = simulation.vpc("ml-platform");
    List<String> six =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    simulation
                        .ec2
                        .createSecurityGroup(
                            r -> r.groupName("g" + i).description("one").vpcId(vpc))
                        .groupId())
            .toList();
    assertThat(Refusal.codeOf(() -> simulation.balancer("demo", r -> r.securityGroups(six))))
        .isEqualTo("InvalidConfigurationRequest");
    assertThat(
            simulation.balancer("demo", r -> r.securityGroups(six.subList(0, 5))).securityGroups())
        .hasSize(5);
  }

  @Test
  void creating_it_again_with_the_same_settings_returns_the_one_there_is() {
    LoadBalancer first = simulation.balancer("demo", _ -> {});

    assertThat(simulation.balancer("demo", _ -> {}).loadBalancerArn())
        .isEqualTo(first.loadBalancerArn());
    assertThat(Refusal.of(() -> simulation.balancer("demo", r -> r.scheme("internal"))))
        .isEqualTo(
            new Refusal(
                "DuplicateLoadBalancerName",
                400,
                "A load balancer with the same name 'demo' exists, but with different settings"));
  }

  @Test
  void it_takes_an_address_in_each_subnet_and_gives_it_back_after_its_deletion() {
    int before = freeAddresses();
    LoadBalancer made = simulation.balancer("demo", _ -> {});
    assertThat(freeAddresses()).isEqualTo(before - 2);
    assertThat(interfaces())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.description()).matches("ELB app/demo/[0-9a-f]{16}"));

    delete(made);
    assertThat(interfaces()).hasSize(2);
    simulation.clock.advance(Simulation.DELETION);
    assertThat(interfaces()).isEmpty();
    assertThat(freeAddresses()).isEqualTo(before);
  }

  private int freeAddresses() {
    return simulation
        .ec2
        .describeSubnets(r -> r.subnetIds(simulation.publicSubnets()))
        .subnets()
        .stream()
        .mapToInt(subnet -> subnet.availableIpAddressCount())
        .sum();
  }

  private List<NetworkInterface> interfaces() {
    Filter ofBalancers = Filter.builder().name("description").values("ELB app/demo/*").build();
    return simulation
        .ec2
        .describeNetworkInterfaces(r -> r.filters(ofBalancers))
        .networkInterfaces();
  }

  @Test
  void subnets_and_security_groups_can_be_replaced() {
    LoadBalancer made = simulation.balancer("demo", _ -> {});
    String group = simulation.group("ml-platform", "inference-sg");
    List<String> subnets =
        List.of(
            simulation.subnet("ml-platform-public-b"), simulation.subnet("ml-platform-public-c"));
    simulation.elb.setSecurityGroups(
        r -> r.loadBalancerArn(made.loadBalancerArn()).securityGroups(group));
    simulation.elb.setSubnets(r -> r.loadBalancerArn(made.loadBalancerArn()).subnets(subnets));

    assertThat(describe(made).securityGroups()).containsExactly(group);
    assertThat(describe(made).availabilityZones())
        .extracting(zone -> zone.zoneName())
        .containsExactly("us-west-2b", "us-west-2c");
    simulation.clock.advance(Simulation.DELETION);
    assertThat(interfaces())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.groups().getFirst().groupId()).isEqualTo(group));
  }

  @Test
  void a_region_has_room_for_50() {
    IntStream.range(0, 50).forEach(i -> simulation.balancer("lb-" + i, _ -> {}));

    assertThat(Refusal.codeOf(() -> simulation.balancer("lb-50", _ -> {})))
        .isEqualTo("TooManyLoadBalancers");
    assertThat(simulation.elb.describeLoadBalancersPaginator(r -> r.pageSize(20)).loadBalancers())
        .hasSize(50)
        .doesNotHaveDuplicates();
  }
}
