package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static portico.testing.Answers.value;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import portico.catalog.Instance;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.testing.AwsScene.Ground;
import portico.testing.MotoServer;

/** The catalogue against moto, with networks of every kind. */
@Tag("moto")
class MotoCatalogTest extends CatalogContract {
  @RegisterExtension static final MotoServer MOTO = new MotoServer();

  @Override
  URI endpoint() {
    return MOTO.uri();
  }

  @Override
  Ground ground() {
    return scene.ground();
  }

  @Test
  void lists_other_vpcs_by_name() {
    scene.vpc("zebra", "10.1.0.0/16");
    scene.vpc("aardvark", "10.2.0.0/16");

    var vpcs = value(catalog.vpcs());

    assertThat(vpcs).extracting(Vpc::name).containsSubsequence("aardvark", "zebra");
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
}
