package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** What EC2 tells about the seeded networks and instances. */
class Ec2NetworkTest {
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

  private static Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }

  private static String nameOf(Subnet subnet) {
    return subnet.tags().isEmpty() ? "" : subnet.tags().getFirst().value();
  }

  @Test
  void there_are_three_regions_each_with_its_own_zones() {
    assertThat(simulation.ec2.describeRegions().regions())
        .extracting(region -> region.regionName())
        .containsExactlyInAnyOrder("us-west-2", "us-east-1", "eu-central-1");
    assertThat(simulation.ec2.describeAvailabilityZones().availabilityZones())
        .extracting(AvailabilityZone::zoneName, AvailabilityZone::zoneId)
        .contains(tuple("us-west-2d", "usw2-az4"))
        .hasSize(4);
  }

  @Test
  void a_region_that_is_not_enabled_refuses_the_credentials_as_aws_does() {
    try (Simulation tokyo = new Simulation(folder, Region.AP_NORTHEAST_1)) {
      assertThat(Refusal.of(tokyo.ec2::describeVpcs))
          .extracting(Refusal::code, Refusal::status)
          .containsExactly("AuthFailure", 401);
      assertThat(Refusal.codeOf(tokyo.elb::describeLoadBalancers))
          .isEqualTo("InvalidClientTokenId");
    }
  }

  @Test
  void every_region_has_a_default_vpc_and_ml_platform_and_only_oregon_an_isolated_one() {
    try (Simulation frankfurt = new Simulation(folder, Region.EU_CENTRAL_1)) {
      assertThat(frankfurt.ec2.describeVpcs().vpcs())
          .extracting(Vpc::cidrBlock)
          .containsExactlyInAnyOrder("172.31.0.0/16", "10.20.0.0/16");
      assertThat(simulation.ec2.describeVpcs().vpcs())
          .extracting(Vpc::cidrBlock)
          .containsExactlyInAnyOrder("172.31.0.0/16", "10.20.0.0/16", "10.30.0.0/16");
      assertThat(frankfurt.vpc("ml-platform")).isNotEqualTo(simulation.vpc("ml-platform"));
    }
  }

  @Test
  void seeded_ids_are_the_same_in_every_new_account(@TempDir Path other) {
    try (Simulation second = new Simulation(other)) {
      assertThat(second.vpc("ml-platform"))
          .isEqualTo(simulation.vpc("ml-platform"))
          .matches("vpc-0[0-9a-f]{16}");
      assertThat(second.instance("web-demo")).isEqualTo(simulation.instance("web-demo"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "is-default, true, 1",
    "cidr, 10.20.0.0/16, 1",
    "cidr, 10.*, 2",
    "cidr, 10.?0.0.0/16, 2",
    "tag:Name, ml-platform, 1",
    "tag:Name, ml, 0",
    "tag-key, Name, 2",
    "state, available, 3",
    "owner-id, 123456789012, 3"
  })
  void vpcs_can_be_filtered(String name, String value, int expected) {
    assertThat(simulation.ec2.describeVpcs(r -> r.filters(filter(name, value))).vpcs())
        .hasSize(expected);
  }

  @Test
  void several_filters_must_all_match_and_one_value_of_each_is_enough() {
    assertThat(
            simulation
                .ec2
                .describeSubnets(
                    r ->
                        r.filters(
                            filter("vpc-id", simulation.vpc("ml-platform")),
                            filter("availability-zone", "us-west-2a", "us-west-2b"),
                            filter("tag:Name", "*-private-*")))
                .subnets())
        .extracting(Ec2NetworkTest::nameOf)
        .containsExactly("ml-platform-private-a", "ml-platform-private-b");
  }

  @Test
  void an_unknown_filter_and_an_unknown_id_are_refused_by_name() {
    assertThat(
            Refusal.of(() -> simulation.ec2.describeVpcs(r -> r.filters(filter("colour", "red")))))
        .isEqualTo(new Refusal("InvalidParameterValue", 400, "The filter 'colour' is invalid"));
    assertThat(Refusal.of(() -> simulation.ec2.describeVpcs(r -> r.vpcIds("vpc-0123"))))
        .isEqualTo(
            new Refusal("InvalidVpcID.NotFound", 400, "The vpc ID 'vpc-0123' does not exist"));
    assertThat(Refusal.codeOf(() -> simulation.ec2.describeSubnets(r -> r.subnetIds("subnet-1"))))
        .isEqualTo("InvalidSubnetID.NotFound");
    assertThat(Refusal.codeOf(() -> simulation.ec2.describeInstances(r -> r.instanceIds("i-1"))))
        .isEqualTo("InvalidInstanceID.NotFound");
  }

  @Test
  void subnets_come_in_pages_without_loss_or_repetition() {
    List<String> paged =
        simulation.ec2.describeSubnetsPaginator(r -> r.maxResults(5)).subnets().stream()
            .map(Subnet::subnetId)
            .toList();
    DescribeSubnetsResponse all = simulation.ec2.describeSubnets();

    assertThat(all.nextToken()).isNull();
    assertThat(paged)
        .hasSize(16)
        .containsExactlyElementsOf(all.subnets().stream().map(Subnet::subnetId).toList());
  }

  @ParameterizedTest
  @CsvSource({"4", "1001"})
  void pages_have_between_5_and_1000_entries(int size) {
    assertThat(Refusal.codeOf(() -> simulation.ec2.describeSubnets(r -> r.maxResults(size))))
        .isEqualTo("InvalidParameterValue");
  }

  @Test
  void some_subnets_are_too_small_or_full() {
    Stream<Subnet> subnets = simulation.ec2.describeSubnets().subnets().stream();

    assertThat(subnets.filter(each -> nameOf(each).matches("ml-platform-public-(tiny|full)")))
        .extracting(Subnet::cidrBlock, Subnet::availableIpAddressCount)
        .containsExactly(tuple("10.20.10.0/28", 11), tuple("10.20.10.32/27", 0));
  }

  @Test
  void a_public_subnet_routes_to_the_internet_gateway_and_a_private_one_to_a_nat_gateway() {
    assertThat(defaultRoute("ml-platform-public-c").gatewayId()).startsWith("igw-");
    assertThat(defaultRoute("ml-platform-private-c").natGatewayId()).startsWith("nat-");
  }

  private Route defaultRoute(String subnet) {
    String id = simulation.subnet(subnet);
    return simulation
        .ec2
        .describeRouteTables(r -> r.filters(filter("association.subnet-id", id)))
        .routeTables()
        .getFirst()
        .routes()
        .stream()
        .filter(route -> route.destinationCidrBlock().equals("0.0.0.0/0"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void subnets_without_a_table_of_their_own_use_the_main_one() {
    List<RouteTable> tables =
        simulation
            .ec2
            .describeRouteTables(
                r ->
                    r.filters(
                        filter("vpc-id", simulation.vpc("default")),
                        filter("association.main", "true")))
            .routeTables();

    assertThat(tables).hasSize(1);
    assertThat(tables.getFirst().associations().getFirst().main()).isTrue();
    assertThat(tables.getFirst().associations().getFirst().subnetId()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"default, 1", "ml-platform, 1", "isolated, 0"})
  void all_vpcs_but_the_isolated_one_have_an_internet_gateway(String vpc, int expected) {
    assertThat(
            simulation
                .ec2
                .describeInternetGateways(
                    r -> r.filters(filter("attachment.vpc-id", simulation.vpc(vpc))))
                .internetGateways())
        .hasSize(expected);
  }

  @Test
  void instances_tell_where_they_are_and_whether_they_run() {
    Instance vllm = instance("vllm-llama-3-8b-a");
    assertThat(vllm.instanceTypeAsString()).isEqualTo("g5.xlarge");
    assertThat(vllm.state().name()).isEqualTo(InstanceStateName.RUNNING);
    assertThat(vllm.placement().availabilityZone()).isEqualTo("us-west-2a");
    assertThat(vllm.vpcId()).isEqualTo(simulation.vpc("ml-platform"));
    assertThat(vllm.securityGroups().getFirst().groupName()).isEqualTo("inference-sg");
    assertThat(instance("llama-cpp-spare").state().name()).isEqualTo(InstanceStateName.STOPPED);
  }

  private Instance instance(String name) {
    return simulation
        .ec2
        .describeInstances(r -> r.filters(Simulation.named(name)))
        .reservations()
        .getFirst()
        .instances()
        .getFirst();
  }

  @Test
  void instances_can_be_filtered_by_state_and_stopped_and_started() {
    Filter stopped = filter("instance-state-name", "stopped");
    assertThat(simulation.ec2.describeInstances(r -> r.filters(stopped)).reservations()).hasSize(2);

    String web = simulation.instance("web-demo");
    simulation.ec2.stopInstances(r -> r.instanceIds(web));
    assertThat(simulation.ec2.describeInstances(r -> r.filters(stopped)).reservations()).hasSize(3);

    simulation.ec2.startInstances(r -> r.instanceIds(web));
    assertThat(instance("web-demo").state().name()).isEqualTo(InstanceStateName.RUNNING);
  }

  @Test
  void a_dry_run_says_so_and_changes_nothing() {
    String web = simulation.instance("web-demo");

    assertThat(Refusal.of(() -> simulation.ec2.stopInstances(r -> r.instanceIds(web).dryRun(true))))
        .extracting(Refusal::code, Refusal::status)
        .containsExactly("DryRunOperation", 412);
    assertThat(instance("web-demo").state().name()).isEqualTo(InstanceStateName.RUNNING);
  }

  @Test
  void resources_can_be_tagged_and_found_by_their_tags() {
    String vpc = simulation.vpc("isolated");
    simulation.ec2.createTags(r -> r.resources(vpc).tags(tag("team", "audio"), tag("env", "")));
    assertThat(simulation.ec2.describeVpcs(r -> r.filters(filter("tag:team", "audio"))).vpcs())
        .extracting(Vpc::vpcId)
        .containsExactly(vpc);
    assertThat(simulation.ec2.describeTags(r -> r.filters(filter("resource-id", vpc))).tags())
        .hasSize(3);

    simulation.ec2.deleteTags(r -> r.resources(vpc).tags(tag("team", "other")));
    simulation.ec2.deleteTags(r -> r.resources(vpc).tags(tag("env", "")));
    assertThat(simulation.ec2.describeTags(r -> r.filters(filter("resource-id", vpc))).tags())
        .extracting(each -> each.key())
        .containsExactlyInAnyOrder("Name", "team");
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  @Test
  void the_account_names_its_default_vpc() {
    assertThat(
            simulation
                .ec2
                .describeAccountAttributes(r -> r.attributeNamesWithStrings("default-vpc"))
                .accountAttributes()
                .getFirst()
                .attributeValues()
                .getFirst()
                .attributeValue())
        .isEqualTo(simulation.vpc("default"));
  }

  @Test
  void a_vpc_tells_its_dns_attributes() {
    assertThat(
            simulation
                .ec2
                .describeVpcAttribute(
                    r -> r.vpcId(simulation.vpc("default")).attribute("enableDnsHostnames"))
                .enableDnsHostnames()
                .value())
        .isTrue();
  }
}
