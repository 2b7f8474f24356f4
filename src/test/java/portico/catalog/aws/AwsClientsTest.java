package portico.catalog.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import portico.catalog.CloudAccount;
import portico.testing.AwsFixture;
import software.amazon.awssdk.services.ec2.Ec2Client;

class AwsClientsTest {
  private static final URI HERE = URI.create("http://127.0.0.1:9");

  private static AwsClients open(CloudAccount account) {
    return AwsClients.open(account, "eu-west-1", () -> HERE, AwsFixture.impatient());
  }

  @Test
  void every_thread_gets_the_same_client() throws Exception {
    try (var clients = open(new CloudAccount.Practice());
        var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Ec2Client>> askers = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        askers.add(clients::ec2);
      }
      var known = clients.ec2();
      for (Future<Ec2Client> asked : threads.invokeAll(askers, 30, TimeUnit.SECONDS)) {
        assertThat(asked.get()).isSameAs(known);
      }
    }
  }

  @Test
  void every_service_has_the_region_and_the_address_of_the_account() {
    try (var clients = open(AwsFixture.endpoint(HERE))) {
      for (var configuration :
          List.of(
              clients.ec2().serviceClientConfiguration(),
              clients.elb().serviceClientConfiguration(),
              clients.acm().serviceClientConfiguration(),
              clients.sts().serviceClientConfiguration())) {
        assertThat(configuration.endpointOverride()).contains(HERE);
        assertThat(configuration.region().id()).isEqualTo("eu-west-1");
        assertThat(configuration.overrideConfiguration().apiCallTimeout())
            .contains(AwsFixture.impatient().limits().answer());
        assertThat(configuration.overrideConfiguration().apiCallAttemptTimeout())
            .contains(AwsFixture.impatient().limits().attempt());
      }
    }
  }

  @Test
  void aws_itself_is_reached_at_its_own_addresses() {
    try (var clients = open(new CloudAccount.Profile(Optional.empty()))) {
      assertThat(clients.ec2().serviceClientConfiguration().endpointOverride()).isEmpty();
      assertThat(clients.endpoint(AwsService.ELB))
          .isEqualTo(URI.create("https://elasticloadbalancing.eu-west-1.amazonaws.com"));
      assertThat(clients.endpoint(AwsService.STS))
          .isEqualTo(URI.create("https://sts.eu-west-1.amazonaws.com"));
    }
  }

  @Test
  void closing_twice_is_harmless_and_no_client_is_given_out_afterwards() {
    var clients = open(new CloudAccount.Practice());
    var client = clients.ec2();
    clients.close();
    clients.close();

    assertThatThrownBy(clients::ec2).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(client::describeVpcs).isInstanceOf(RuntimeException.class);
  }

  @Test
  void the_products_limits_are_those_that_are_promised() {
    var limits = AwsLimits.standard();

    assertThat(limits.answer()).hasSeconds(60);
    assertThat(limits.attempt()).hasSeconds(20);
    assertThat(limits.connect()).hasSeconds(5);
    assertThat(limits.attempts()).isEqualTo(3);
  }
}
