package portico.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrpcurlCommandTest {
  private static final String BALANCER = "demo-1.us-west-2.elb.amazonaws.com";

  private static ProofEndpoint endpoint(
      boolean secure,
      Optional<InetSocketAddress> via,
      Optional<String> domain,
      Optional<ProofEndpoint.Key> key) {
    return new ProofEndpoint(
        "web", BALANCER, secure, secure ? 443 : 80, via, domain, Optional.empty(), key);
  }

  private static String command(ProofEndpoint endpoint) {
    return GrpcurlCommand.of(endpoint, Optional.empty());
  }

  @Test
  void a_certificates_name_is_the_authority_and_needs_no_record() {
    assertThat(
            command(
                endpoint(
                    true, Optional.empty(), Optional.of("models.example.com"), Optional.empty())))
        .isEqualTo(
            "grpcurl -authority models.example.com "
                + BALANCER
                + ":443 grpc.health.v1.Health/Check");
  }

  @Test
  void without_a_known_certificate_the_load_balancer_is_its_own_authority() {
    assertThat(command(endpoint(true, Optional.empty(), Optional.empty(), Optional.empty())))
        .isEqualTo("grpcurl " + BALANCER + ":443 grpc.health.v1.Health/Check");
  }

  @Test
  void without_tls_it_is_told_to_speak_plainly() {
    assertThat(command(endpoint(false, Optional.empty(), Optional.empty(), Optional.empty())))
        .isEqualTo("grpcurl -plaintext " + BALANCER + ":80 grpc.health.v1.Health/Check");
  }

  @Test
  void practice_is_reached_on_this_machine_and_its_authority_is_trusted() {
    ProofEndpoint here =
        endpoint(
            true,
            Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", 44300)),
            Optional.of("*.example.com"),
            Optional.empty());

    assertThat(GrpcurlCommand.of(here, Optional.of(Path.of("my home/ca.pem"))))
        .isEqualTo(
            "grpcurl -cacert '"
                + Path.of("my home/ca.pem")
                + "' -authority any-name.example.com 127.0.0.1:44300"
                + " grpc.health.v1.Health/Check");
  }

  @Test
  void the_key_is_a_variable_of_the_shell() {
    var key =
        new ProofEndpoint.Key(
            "Authorization", "Bearer ", Optional.of("Bearer s3cret"), true, "/closed");

    assertThat(command(endpoint(true, Optional.empty(), Optional.empty(), Optional.of(key))))
        .contains(" -H \"Authorization: Bearer $PORTICO_API_KEY\" ")
        .doesNotContain("s3cret");
  }
}
