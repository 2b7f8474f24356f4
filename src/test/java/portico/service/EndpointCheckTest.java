package portico.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.ActionSpec;
import portico.model.ApiKeyGate;
import portico.model.ConditionSpec;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.testing.FakeServices;
import portico.testing.Samples;
import portico.testing.SecureSamples;

/** Which listener is asked, by which name and with which command. */
class EndpointCheckTest {
  private final FakeServices fakes = new FakeServices();

  private List<EndpointCheck.Endpoint> endpoints(CloudAccount account, ListenerSpec... listeners) {
    return endpoints(SecureSamples.deployed(account, "vllm", List.of(listeners)));
  }

  private List<EndpointCheck.Endpoint> endpoints(Environment environment) {
    return new EndpointCheck(fakes.services()).endpoints(environment);
  }

  @Test
  void the_listener_that_serves_is_asked_and_not_the_one_that_redirects_to_it() {
    fakes.catalog.certificates.add(SecureSamples.CERTIFICATE);

    assertThat(endpoints(Samples.PROFILE, SecureSamples.REDIRECT, SecureSamples.HTTPS))
        .singleElement()
        .satisfies(
            endpoint -> {
              assertThat(endpoint.url()).isEqualTo("https://models.example.com/v1/models");
              assertThat(endpoint.target().url()).isEqualTo("https://models.example.com/");
              assertThat(endpoint.target().authority()).isEmpty();
              assertThat(endpoint.command())
                  .isEqualTo(
                      "curl -i --connect-to models.example.com:443:"
                          + Samples.DNS_NAME
                          + ":443 https://models.example.com/v1/models");
            });
  }

  @Test
  void of_two_that_serve_the_secure_one_comes_first() {
    ListenerSpec plain = new ListenerSpec("plain", Protocol.HTTP, 80, SecureSamples.group());

    assertThat(endpoints(Samples.PROFILE, plain, SecureSamples.HTTPS))
        .extracting(each -> each.target().endpoint().port())
        .containsExactly(443, 80);
  }

  @Test
  void in_practice_the_data_plane_and_its_authority_are_used() {
    fakes.catalog.certificates.add(SecureSamples.CERTIFICATE);
    EndpointCheck.Endpoint endpoint = endpoints(Samples.PRACTICE, SecureSamples.HTTPS).getFirst();

    assertThat(endpoint.target().endpoint().via()).contains(fakes.practice.address);
    assertThat(endpoint.target().authority()).isPresent();
    assertThat(endpoint.command()).contains("--cacert ", ":443:127.0.0.1:18080 ");
  }

  @Test
  void in_front_of_grpc_the_command_is_one_that_speaks_it() {
    fakes.catalog.certificates.add(SecureSamples.CERTIFICATE);
    Environment plain =
        SecureSamples.deployed(Samples.PROFILE, "triton", List.of(SecureSamples.HTTPS));
    EndpointCheck.Endpoint endpoint = endpoints(SecureSamples.speakingGrpc(plain)).getFirst();

    assertThat(endpoint.grpc()).isTrue();
    assertThat(endpoint.command())
        .isEqualTo(
            "grpcurl -authority models.example.com "
                + Samples.DNS_NAME
                + ":443 grpc.health.v1.Health/Check");
  }

  @Test
  void an_unreadable_account_leaves_the_load_balancers_own_name() {
    fakes.catalog.failure = Optional.of(new CatalogFailure.Throttled("ListCertificates"));

    assertThat(endpoints(Samples.PROFILE, SecureSamples.HTTPS).getFirst().url())
        .isEqualTo("https://" + Samples.DNS_NAME + "/v1/models");
  }

  @Test
  void the_environments_key_is_used_and_not_told() {
    var key = new ConditionSpec.ApiKey("X-Api-Key", "", "main");
    fakes.keys.keys.put("llama-staging/main", "s3cret");
    EndpointCheck.Endpoint endpoint =
        endpoints(Samples.PROFILE, ApiKeyGate.close(SecureSamples.HTTPS, key)).getFirst();

    assertThat(endpoint.target().endpoint().key().orElseThrow().value()).contains("s3cret");
    assertThat(endpoint.command()).contains("-H \"X-Api-Key: $PORTICO_API_KEY\"");
    assertThat(endpoint.toString()).doesNotContain("s3cret");
  }

  @Test
  void a_path_that_reaches_the_service_is_asked() {
    ListenerSpec routed =
        new ListenerSpec(
            "web",
            Protocol.HTTP,
            80,
            Optional.empty(),
            new ActionSpec.FixedResponse(404, "text/plain", ""),
            List.of(
                new ListenerRuleSpec(
                    "chat",
                    1,
                    List.of(new ConditionSpec.PathPattern(List.of("/chat/*"))),
                    ActionSpec.Forward.to(SecureSamples.group()))));

    assertThat(endpoints(Samples.PROFILE, routed).getFirst().target().url())
        .isEqualTo("http://" + Samples.DNS_NAME + "/chat/");
  }

  @Test
  void a_server_that_lists_no_models_is_asked_for_its_health() {
    assertThat(
            endpoints(
                    SecureSamples.deployed(Samples.PROFILE, "triton", List.of(SecureSamples.HTTPS)))
                .getFirst()
                .url())
        .isEqualTo("https://" + Samples.DNS_NAME + "/");
  }

  @Test
  void a_listener_that_answers_by_itself_is_asked_where_none_forwards() {
    ListenerSpec closed =
        new ListenerSpec(
            "closed",
            Protocol.HTTP,
            8080,
            Optional.empty(),
            new ActionSpec.FixedResponse(503, "text/plain", "soon"),
            List.of());

    assertThat(endpoints(Samples.PROFILE, SecureSamples.REDIRECT, closed))
        .extracting(EndpointCheck.Endpoint::url)
        .containsExactly("http://" + Samples.DNS_NAME + ":8080/");
    assertThat(endpoints(Samples.PROFILE, SecureSamples.REDIRECT)).isEmpty();
  }

  @Test
  void what_is_not_deployed_has_none() {
    assertThat(endpoints(Samples.inState("demo", Samples.PRACTICE, new EnvironmentState.Empty())))
        .isEmpty();
  }
}
