package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static portico.testing.Answers.value;

import java.net.URI;
import java.util.List;
import java.util.Locale;
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
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/** What the catalogue reads from any AWS endpoint, whoever plays AWS. */
abstract class CatalogContract {
  private AwsClients aws = AwsFixture.clients(URI.create("http://127.0.0.1:1"));
  private AwsScene scene = new AwsScene(aws);
  private Catalog catalog = new AwsCatalog(aws);

  /** The endpoint under test. */
  abstract URI endpoint();

  @BeforeEach
  void open() {
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
  void lists_the_default_vpc_first_and_then_by_name() {
    scene.vpc("zebra", "10.1.0.0/16");
    scene.vpc("aardvark", "10.2.0.0/16");

    var vpcs = value(catalog.vpcs());

    assertThat(vpcs.getFirst().isDefault()).isTrue();
    assertThat(vpcs).extracting(Vpc::name).containsSubsequence("aardvark", "zebra");
    assertThat(vpcs).filteredOn(Vpc::isDefault).hasSize(1);
  }

  @Test
  void calls_a_subnet_public_when_its_own_route_table_leads_to_an_internet_gateway() {
    var vpc = scene.vpc("routes", "10.3.0.0/16");
    var open = scene.subnet(vpc, "open", "10.3.10.0/24", "us-west-2a");
    scene.subnet(vpc, "closed", "10.3.9.0/24", "us-west-2a");
    scene.subnet(vpc, "other zone", "10.3.1.0/24", "us-west-2b");
    scene.openToInternet(vpc, open);

    var subnets = value(catalog.subnets(vpc));

    assertThat(subnets)
        .extracting(Subnet::name, Subnet::isPublic, Subnet::zone, Subnet::zoneType)
        .containsExactly(
            tuple("open", true, "us-west-2a", "availability-zone"),
            tuple("closed", false, "us-west-2a", "availability-zone"),
            tuple("other zone", false, "us-west-2b", "availability-zone"));
    assertThat(subnets).extracting(Subnet::freeAddresses).allMatch(free -> free == 251);
    assertThat(subnets).extracting(Subnet::prefixLength).containsOnly(24);
  }

  @Test
  void a_subnet_without_a_route_table_of_its_own_follows_the_main_one() {
    var vpc = scene.vpc("main table", "10.8.0.0/16");
    scene.subnet(vpc, "follower", "10.8.1.0/24", "us-west-2a");
    assertThat(value(catalog.subnets(vpc))).extracting(Subnet::isPublic).containsExactly(false);

    scene.openMainTableToInternet(vpc);

    assertThat(value(catalog.subnets(vpc))).extracting(Subnet::isPublic).containsExactly(true);
  }

  @Test
  void lists_running_instances_first_and_no_terminated_ones() {
    var vpc = scene.vpc("instances", "10.4.0.0/16");
    var subnet = scene.subnet(vpc, "only", "10.4.0.0/24", "us-west-2a");
    var guard = scene.securityGroup(vpc, "guard", Map.of());
    var stopped = scene.instance(subnet, guard, "a stopped");
    var gone = scene.instance(subnet, guard, "b gone");
    var running = scene.instance(subnet, guard, "c running");
    aws.ec2().stopInstances(request -> request.instanceIds(stopped));
    aws.ec2().terminateInstances(request -> request.instanceIds(gone));

    var instances = value(catalog.instances(vpc));

    assertThat(instances).extracting(Instance::id).containsExactly(running, stopped);
    var first = instances.getFirst();
    assertThat(first.isRunning()).isTrue();
    assertThat(first.name()).isEqualTo("c running");
    assertThat(first.type()).isEqualTo("g5.xlarge");
    assertThat(first.zone()).isEqualTo("us-west-2a");
    assertThat(first.subnetId()).isEqualTo(subnet);
    assertThat(first.privateIp()).startsWith("10.4.0.");
    assertThat(first.securityGroupIds()).containsExactly(guard);
  }

  @Test
  void lists_certificates_of_every_key_type() {
    for (var key : List.of("RSA_2048", "EC_prime256v1")) {
      aws.acm()
          .requestCertificate(
              request ->
                  request
                      .domainName(key.replace('_', '-').toLowerCase(Locale.ROOT) + ".example.com")
                      .subjectAlternativeNames("api.example.com")
                      .keyAlgorithm(key)
                      .validationMethod("DNS"));
    }

    var certificates = value(catalog.certificates());

    assertThat(certificates)
        .extracting(certificate -> certificate.domain())
        .contains("ec-prime256v1.example.com", "rsa-2048.example.com");
    assertThat(certificates)
        .filteredOn(certificate -> certificate.domain().equals("rsa-2048.example.com"))
        .singleElement()
        .satisfies(
            certificate -> {
              assertThat(certificate.alternativeNames()).contains("api.example.com");
              assertThat(certificate.arn()).startsWith("arn:aws:acm:us-west-2:");
              assertThat(certificate.status()).isIn("PENDING_VALIDATION", "ISSUED");
            });
  }

  @Test
  void finds_a_load_balancer_by_name_with_its_tags() {
    var vpc = scene.vpc("balancer", "10.5.0.0/16");
    var one = scene.subnet(vpc, "one", "10.5.1.0/24", "us-west-2a");
    var two = scene.subnet(vpc, "two", "10.5.2.0/24", "us-west-2b");
    scene.openToInternet(vpc, one, two);
    var group = scene.securityGroup(vpc, "balancer", Map.of());
    var arn =
        scene.loadBalancer(
            "known", List.of(one, two), List.of(group), Map.of("portico:stack", "demo"));

    var found = value(catalog.loadBalancer("known"));

    assertThat(found)
        .hasValueSatisfying(
            balancer -> {
              assertThat(balancer.arn()).isEqualTo(arn);
              assertThat(balancer.name()).isEqualTo("known");
              assertThat(balancer.dnsName()).contains("known");
              assertThat(balancer.state()).isIn("provisioning", "active");
              assertThat(balancer.vpcId()).isEqualTo(vpc);
              assertThat(balancer.tags()).containsEntry("portico:stack", "demo");
            });
  }

  @Test
  void a_load_balancer_that_is_not_there_is_no_failure() {
    assertThat(value(catalog.loadBalancer("nowhere"))).isEmpty();
  }

  @Test
  void tells_whether_a_target_group_exists() {
    var vpc = scene.vpc("groups", "10.6.0.0/16");
    scene.targetGroup("taken", vpc, Map.of());

    assertThat(value(catalog.targetGroupExists("taken"))).isTrue();
    assertThat(value(catalog.targetGroupExists("free"))).isFalse();
  }

  @Test
  void tells_the_health_of_each_target() {
    var vpc = scene.vpc("health", "10.7.0.0/16");
    var subnet = scene.subnet(vpc, "only", "10.7.0.0/24", "us-west-2a");
    var guard = scene.securityGroup(vpc, "guard", Map.of());
    var instance = scene.instance(subnet, guard, "model");
    var group = scene.targetGroup("health", vpc, Map.of());
    aws.elb()
        .registerTargets(
            request ->
                request
                    .targetGroupArn(group)
                    .targets(TargetDescription.builder().id(instance).port(8000).build()));

    var health = value(catalog.targetHealth(group));

    assertThat(health)
        .singleElement()
        .satisfies(
            target -> {
              assertThat(target.targetId()).isEqualTo(instance);
              assertThat(target.port()).isEqualTo(8000);
              assertThat(target.state())
                  .isIn("initial", "healthy", "unhealthy", "unused", "unavailable");
            });
  }
}
