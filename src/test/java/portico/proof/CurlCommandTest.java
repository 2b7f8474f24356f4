package portico.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurlCommandTest {
  private static final String BALANCER = "demo-1.us-west-2.elb.amazonaws.com";

  private static ProofEndpoint endpoint(
      boolean secure, int port, Optional<String> domain, Optional<ProofEndpoint.Key> key) {
    return new ProofEndpoint(
        "web",
        BALANCER,
        secure,
        port,
        Optional.empty(),
        domain,
        Optional.of(new ProofEndpoint.Health("/health", "200", Duration.ofSeconds(5))),
        key);
  }

  private static String command(ProofEndpoint endpoint) {
    return CurlCommand.of(endpoint, "/v1/models", Optional.empty());
  }

  @Test
  void plain_http_is_asked_by_the_load_balancers_name() {
    assertThat(command(endpoint(false, 80, Optional.empty(), Optional.empty())))
        .isEqualTo("curl -i http://" + BALANCER + "/v1/models");
    assertThat(command(endpoint(false, 8080, Optional.of("ignored.example.com"), Optional.empty())))
        .isEqualTo("curl -i http://" + BALANCER + ":8080/v1/models");
  }

  @Test
  void a_certificates_name_needs_no_record() {
    assertThat(command(endpoint(true, 443, Optional.of("models.example.com"), Optional.empty())))
        .isEqualTo(
            "curl -i --connect-to models.example.com:443:"
                + BALANCER
                + ":443 https://models.example.com/v1/models");
  }

  @Test
  void a_wildcard_is_asked_by_a_name_that_it_is_for() {
    assertThat(command(endpoint(true, 8443, Optional.of("*.example.com"), Optional.empty())))
        .endsWith(" https://any-name.example.com:8443/v1/models")
        .contains(" any-name.example.com:8443:" + BALANCER + ":8443 ");
  }

  @Test
  void practice_is_reached_on_this_machine_and_its_authority_is_trusted() {
    ProofEndpoint there = endpoint(true, 443, Optional.of("a.example.com"), Optional.empty());
    ProofEndpoint here =
        new ProofEndpoint(
            there.listener(),
            there.dnsName(),
            true,
            443,
            Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", 44300)),
            there.certificateDomain(),
            there.health(),
            there.key());

    assertThat(CurlCommand.of(here, "/", Optional.of(Path.of("my home/ca.pem"))))
        .isEqualTo(
            "curl -i --cacert '"
                + Path.of("my home/ca.pem")
                + "' --connect-to a.example.com:443:127.0.0.1:44300 https://a.example.com/");
  }

  @Test
  void the_key_is_a_variable_of_the_shell() {
    var key =
        new ProofEndpoint.Key(
            "Authorization", "Bearer ", Optional.of("Bearer s3cret"), true, "/closed");

    assertThat(command(endpoint(false, 80, Optional.empty(), Optional.of(key))))
        .contains(" -H \"Authorization: Bearer $PORTICO_API_KEY\" ")
        .doesNotContain("s3cret");
  }

  @Test
  void nothing_in_a_header_or_path_is_a_command_of_the_shell() {
    var key = new ProofEndpoint.Key("X-Key", "a`b$(c)\"", Optional.empty(), true, "/closed");

    assertThat(
            CurlCommand.of(
                endpoint(false, 80, Optional.empty(), Optional.of(key)),
                "/a?b=1&c='d'",
                Optional.empty()))
        .contains("X-Key: a\\`b\\$(c)\\\"$PORTICO_API_KEY")
        .endsWith("/a?b=1&c='\\''d'\\'''");
  }
}
