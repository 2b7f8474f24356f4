package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import portico.environment.Environment;
import portico.testing.Samples;
import portico.testing.SecureSamples;

/** The command by which the user asks from a shell. */
class TryItTest {
  private final CliRun cli = new CliRun();
  private final Environment deployed =
      SecureSamples.deployed(Samples.PROFILE, "triton", List.of(SecureSamples.HTTPS));

  @Test
  void a_service_of_http_is_asked_by_curl() {
    cli.fakes.environments.put(deployed);

    cli.run("status", "--probe", "--json");

    assertThat(cli.json().at("/endpoints/0/curl").asString()).startsWith("curl -i ");
    assertThat(cli.json().at("/endpoints/0").has("grpcurl")).isFalse();
  }

  @Test
  void a_service_of_grpc_is_asked_by_grpcurl_and_that_is_said() {
    cli.fakes.environments.put(SecureSamples.speakingGrpc(deployed));

    cli.run("status", "--probe");
    assertThat(cli.out())
        .contains("Try it with grpcurl", "-proto health.proto", ": grpcurl ")
        .contains(":443 grpc.health.v1.Health/Check");

    cli.run("status", "--probe", "--json");
    assertThat(cli.json().at("/endpoints/0/grpcurl").asString()).startsWith("grpcurl ");
    assertThat(cli.json().at("/endpoints/0").has("curl")).isFalse();
  }
}
