package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.testing.Answers.value;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portico.catalog.Catalog;
import portico.catalog.Instance;
import portico.catalog.Region;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.testing.AwsFixture;
import portico.testing.AwsScene;
import portico.testing.AwsScene.Ground;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** What the catalogue reads from any AWS endpoint, whoever plays AWS. */
abstract class CatalogContract {
  AwsClients aws = AwsFixture.clients(URI.create("http://127.0.0.1:1"));
  AwsScene scene = new AwsScene(aws);
  Catalog catalog = new AwsCatalog(aws);

  /** The endpoint under test. */
  abstract URI endpoint();

  /** A VPC with two public subnets, a private one, and an instance that runs. */
  abstract Ground ground();

  @BeforeEach
  void open() {
    catalog.close();
    aws = AwsFixture.clients(endpoint());
    scene = new AwsScene(aws);
    catalog = new AwsCatalog(aws);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  @Test
  void tells_whose_credentials_they_are() {
    var caller = value(catalog.callerIdentity());

    assertThat(caller.account()).matches("\\d{12}");
    assertThat(caller.arn()).startsWith("arn:aws:").contains(caller.account());
  }

  @Test
  void lists_regions_with_their_names_by_code() {
    var regions = value(catalog.regions());

    assertThat(regions).contains(new Region("us-west-2", "US West (Oregon)"));
    assertThat(regions).extracting(Region::code).isSorted();
  }

  @Test
  void lists_the_default_vpc_first() {
    var ground = ground();

    var vpcs = value(catalog.vpcs());

    assertThat(vpcs.getFirst().isDefault()).isTrue();
    assertThat(vpcs).filteredOn(Vpc::isDefault).hasSize(1);
    assertThat(vpcs)
        .filteredOn(vpc -> vpc.id().equals(ground.vpc()))
        .singleElement()
        .satisfies(
            vpc -> {
              assertThat(vpc.name()).isNotEmpty();
              assertThat(vpc.cidr()).endsWith("/16");
            });
  }

  @Test
  void tells_public_subnets_from_private_ones() {
    var ground = ground();

    var subnets = value(catalog.subnets(ground.vpc()));

    assertThat(subnets)
        .filteredOn(subnet -> ground.publicSubnets().contains(subnet.id()))
        .hasSize(2)
        .allMatch(Subnet::isPublic)
        .allMatch(subnet -> subnet.freeAddresses() > 8);
    assertThat(subnets)
        .filteredOn(subnet -> subnet.id().equals(ground.privateSubnet()))
        .hasSize(1)
        .noneMatch(Subnet::isPublic);
    assertThat(subnets).extracting(Subnet::zone).isSorted();
    assertThat(subnets).extracting(Subnet::zoneType).containsOnly("availability-zone");
    assertThat(subnets).extracting(Subnet::vpcId).containsOnly(ground.vpc());
    assertThat(subnets).extracting(Subnet::name).doesNotContain("");
  }

  @Test
  void lists_instances_with_what_decides_their_use() {
    var ground = ground();

    var instances = value(catalog.instances(ground.vpc()));

    assertThat(instances)
        .filteredOn(instance -> instance.id().equals(ground.instance()))
        .singleElement()
        .satisfies(
            instance -> {
              assertThat(instance.isRunning()).isTrue();
              assertThat(instance.name()).isNotEmpty();
              assertThat(instance.type()).isEqualTo("g5.xlarge");
              assertThat(instance.zone()).startsWith("us-west-2");
              assertThat(instance.subnetId()).startsWith("subnet-");
              assertThat(instance.privateIp()).startsWith("10.");
              assertThat(instance.securityGroupIds())
                  .hasSize(1)
                  .allMatch(id -> id.startsWith("sg-"));
            });
    assertThat(instances)
        .extracting(Instance::isRunning)
        .isSortedAccordingTo((a, b) -> Boolean.compare(b, a));
  }

  @Test
  void finds_a_load_balancer_by_name_with_its_tags() {
    var ground = ground();
    var group = scene.securityGroup(ground.vpc(), "balancer", Map.of());
    var arn =
        scene.loadBalancer(
            "known", ground.publicSubnets(), List.of(group), Map.of("portico:stack", "demo"));

    var found = value(catalog.loadBalancer("known"));

    assertThat(found)
        .hasValueSatisfying(
            balancer -> {
              assertThat(balancer.arn()).isEqualTo(arn);
              assertThat(balancer.name()).isEqualTo("known");
              assertThat(balancer.dnsName()).contains("known");
              assertThat(balancer.state()).isIn("provisioning", "active");
              assertThat(balancer.vpcId()).isEqualTo(ground.vpc());
              assertThat(balancer.tags()).containsEntry("portico:stack", "demo");
            });
  }

  @Test
  void a_load_balancer_that_is_not_there_is_no_failure() {
    assertThat(value(catalog.loadBalancer("nowhere"))).isEmpty();
  }

  @Test
  void tells_whether_a_target_group_exists() {
    scene.targetGroup("taken", ground().vpc(), Map.of());

    assertThat(value(catalog.targetGroupExists("taken"))).isTrue();
    assertThat(value(catalog.targetGroupExists("free"))).isFalse();
  }

  @Test
  void tells_the_health_of_each_target() {
    var ground = ground();
    var group = scene.targetGroup("health", ground.vpc(), Map.of());
    aws.elb()
        .registerTargets(
            request ->
                request
                    .targetGroupArn(group)
                    .targets(TargetDescription.builder().id(ground.instance()).port(8000).build()));

    assertThat(value(catalog.targetHealth(group)))
        .singleElement()
        .satisfies(
            target -> {
              assertThat(target.targetId()).isEqualTo(ground.instance());
              assertThat(target.port()).isEqualTo(8000);
              assertThat(target.state())
                  .isIn("initial", "healthy", "unhealthy", "unused", "unavailable");
            });
  }

  @Test
  void security_groups_come_with_what_they_let_through() {
    var groups = value(catalog.securityGroups(ground().vpc()));

    assertThat(groups).isNotEmpty();
    assertThat(groups).allSatisfy(group -> assertThat(group.id()).startsWith("sg-"));
    assertThat(groups)
        .flatExtracting(group -> group.egress())
        .as("the VPC's default group lets everything out")
        .anySatisfy(
            permission -> {
              assertThat(permission.cidrs()).contains("0.0.0.0/0");
              assertThat(permission.admits(8000)).isTrue();
            });
  }

  @Test
  void tls_policies_begin_with_a_recommended_one() {
    var policies = value(catalog.tlsPolicies());

    assertThat(policies).isNotEmpty();
    assertThat(policies)
        .allSatisfy(
            policy -> {
              assertThat(policy.protocols()).isNotEmpty();
              assertThat(policy.ciphers()).isNotEmpty();
            });
    assertThat(policies).extracting(policy -> policy.name()).contains("ELBSecurityPolicy-2016-08");
  }

  @Test
  void credentials_without_an_end_have_none() {
    assertThat(value(catalog.credentialsExpiry())).isEmpty();
  }
}
