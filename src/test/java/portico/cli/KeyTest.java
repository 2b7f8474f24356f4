package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portico.model.ApiKeyGate;
import portico.model.ConditionSpec;
import portico.operation.OperationFailure;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.Outcome;
import portico.testing.Samples;
import portico.testing.SecureSamples;

/** The API key: shown on demand alone, renewed with a deployment. */
class KeyTest {
  private static final ConditionSpec.ApiKey BEARER =
      new ConditionSpec.ApiKey("Authorization", "Bearer ", "main");

  private final CliRun cli = new CliRun();

  @BeforeEach
  void deploy() {
    cli.fakes.catalog.certificates.add(SecureSamples.CERTIFICATE);
    cli.fakes.environments.put(
        SecureSamples.deployed(
            Samples.PRACTICE,
            "vllm",
            List.of(SecureSamples.REDIRECT, ApiKeyGate.close(SecureSamples.HTTPS, BEARER))));
    cli.fakes.keys.keys.put("llama-staging/main", "s3cret");
  }

  @Test
  void the_key_alone_is_printed() {
    assertThat(cli.run("key", "show", "llama-staging")).isZero();

    assertThat(cli.out()).isEqualTo("s3cret\n");
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void as_json_it_comes_with_where_it_goes() {
    assertThat(cli.run("key", "show", "--key", "main", "--json")).isZero();

    assertThat(cli.json().get("key").asString()).isEqualTo("s3cret");
    assertThat(cli.json().get("header").asString()).isEqualTo("Authorization");
    assertThat(cli.json().get("prefix").asString()).isEqualTo("Bearer ");
    assertThat(cli.out().lines()).hasSize(1);
  }

  @Test
  void a_key_that_is_not_here_is_not_made() {
    cli.fakes.keys.keys.clear();

    assertThat(cli.run("key", "show")).isEqualTo(2);
    assertThat(cli.err()).contains("not kept on this machine", "portico key renew");
    assertThat(cli.fakes.keys.keys).isEmpty();
  }

  @Test
  void without_a_gate_there_is_none() {
    cli.fakes.environments.put(Samples.deployed("open", Samples.PRACTICE));

    assertThat(cli.run("key", "show", "open")).isEqualTo(2);
    assertThat(cli.err()).contains("open has no listener that asks for an API key.");
    assertThat(cli.run("key", "show", "llama-staging", "--key", "other")).isEqualTo(2);
    assertThat(cli.err()).contains("Name one of the keys of llama-staging with --key: main.");
  }

  @Test
  void a_renewed_key_is_deployed_and_not_printed() {
    cli.operations.script(
        OperationKind.DEPLOY,
        id -> {
          cli.fakes.keys.renew(Samples.NAME, "main");
          cli.succeed(id);
        });

    assertThat(cli.run("key", "renew", "llama-staging", "--yes")).isZero();

    String now = cli.fakes.keys.keys.get("llama-staging/main");
    assertThat(now).isNotEqualTo("s3cret");
    assertThat(cli.fakes.operations.started)
        .extracting(OperationRequest::kind, OperationRequest::renewedKey)
        .containsExactly(tuple(OperationKind.DEPLOY, Optional.of("main")));
    assertThat(cli.out() + cli.err())
        .contains("portico key show llama-staging")
        .doesNotContain("s3cret", now);
  }

  @Test
  void a_start_that_is_refused_leaves_the_key() {
    cli.fakes.operations.refusal =
        Optional.of(
            new OperationFailure.EnvironmentBusy(
                OptionalLong.empty(), Optional.empty(), Optional.empty()));

    assertThat(cli.run("key", "renew", "llama-staging", "--yes")).isEqualTo(ExitCode.FAILED);

    assertThat(cli.fakes.keys.keys).containsEntry("llama-staging/main", "s3cret");
  }

  @Test
  void a_deployment_that_ended_before_the_engine_is_said_to_have_left_the_key() {
    cli.operations.script(
        OperationKind.DEPLOY,
        id ->
            cli.fakes.operations.finish(
                id, new Outcome.Failed(List.of(new OperationFailure.WorkerFailed("none")), 3)));

    assertThat(cli.run("key", "renew", "llama-staging", "--yes", "--json"))
        .isEqualTo(ExitCode.FAILED);

    assertThat(cli.err()).contains("The key of llama-staging is as it was");
    assertThat(cli.json().get("renewed").asBoolean()).isFalse();
  }

  @Test
  void a_deployment_that_failed_with_the_new_key_is_said_to_need_another() {
    cli.operations.script(
        OperationKind.DEPLOY,
        id -> {
          cli.fakes.keys.renew(Samples.NAME, "main");
          cli.fakes.operations.finish(
              id, new Outcome.Failed(List.of(new OperationFailure.WorkerFailed("none")), 3));
        });

    assertThat(cli.run("key", "renew", "llama-staging", "--yes")).isEqualTo(ExitCode.FAILED);

    assertThat(cli.err()).contains("not known to hold", "portico deploy --name llama-staging");
  }

  @Test
  void who_says_no_keeps_the_key() {
    cli.interactive = true;
    cli.input = "n\n";

    assertThat(cli.run("key", "renew", "llama-staging")).isEqualTo(130);
    assertThat(cli.err()).contains("callers with the old key are refused");
    assertThat(cli.fakes.keys.keys).containsEntry("llama-staging/main", "s3cret");
    assertThat(cli.fakes.operations.started).isEmpty();
  }

  @Test
  void without_someone_to_ask_nothing_is_renewed() {
    assertThat(cli.run("key", "renew", "llama-staging")).isEqualTo(2);

    assertThat(cli.fakes.keys.keys).containsEntry("llama-staging/main", "s3cret");
  }

  @Test
  void the_status_says_how_to_use_the_key_and_never_the_key() {
    assertThat(cli.run("status", "--probe")).isZero();

    assertThat(cli.out())
        .contains(
            "API key      needed in Authorization; to use it: export PORTICO_API_KEY=\"$(portico"
                + " key show llama-staging)\"\n",
            "Endpoint     https://models.example.com/: ",
            "-H \"Authorization: Bearer $PORTICO_API_KEY\" https://models.example.com/v1/models\n")
        .doesNotContain("s3cret");
    assertThat(cli.fakes.probe.asked)
        .singleElement()
        .satisfies(
            asked ->
                assertThat(asked.endpoint().key().orElseThrow().value()).contains("Bearer s3cret"));
    assertThat(cli.run("status", "--probe", "--json")).isZero();
    assertThat(cli.json().at("/api_keys/0/header").asString()).isEqualTo("Authorization");
    assertThat(cli.out()).doesNotContain("s3cret");
  }
}
