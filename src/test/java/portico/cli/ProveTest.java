package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.environment.EnvironmentState;
import portico.proof.ProofProblem;
import portico.proof.ProofStep;
import portico.proof.Streaming;
import portico.testing.Samples;

class ProveTest {
  private final CliRun cli = new CliRun();
  @TempDir private Path folder;

  @BeforeEach
  void deploy() {
    cli.fakes.environments.put(Samples.deployed("demo", Samples.PRACTICE));
  }

  @Test
  void a_proof_is_told_step_by_step_and_kept() {
    assertThat(cli.run("prove", "demo")).isZero();

    assertThat(cli.err()).contains("Health: GET /health answers 200", "Stream: 24 events");
    assertThat(cli.out()).startsWith("Proven").contains("Practice: AWS is simulated");
    assertThat(cli.fakes.proofs.reports).hasSize(1);
  }

  @Test
  void machines_get_the_whole_report() {
    assertThat(cli.run("prove", "demo", "--json")).isZero();

    assertThat(cli.json().path("outcome").asString()).isEqualTo("succeeded");
    assertThat(cli.json().path("proof").path("verdict").path("grade").asString())
        .isEqualTo("PROVEN");
    assertThat(cli.json().path("proof").path("steps").size()).isEqualTo(5);
  }

  @Test
  void what_is_not_proven_fails() {
    cli.fakes.proof.steps =
        List.of(
            new ProofStep.Failed(
                "web",
                Duration.ofSeconds(10),
                ProofStep.Stage.CONNECT,
                new ProofProblem.TimedOut(Duration.ofSeconds(10))));
    assertThat(cli.run("prove", "demo")).isEqualTo(1);

    assertThat(cli.err()).contains("web: Connect: FAILED: Nothing came within 10 s");
    assertThat(cli.out()).startsWith("Not proven");
  }

  @Test
  void the_users_own_request_and_silence_are_asked() {
    cli.run(
        "prove",
        "demo",
        "--stream-path",
        "/own",
        "--body",
        "{}",
        "--header",
        "Accept: text/event-stream",
        "--silent",
        "7");

    var asked = cli.fakes.proof.asked.getFirst();
    assertThat(asked.silence()).isEqualTo(Optional.of(Duration.ofSeconds(7)));
    assertThat(asked.stream())
        .isInstanceOfSatisfying(
            Streaming.Ask.class,
            ask -> {
              assertThat(ask.method()).isEqualTo("POST");
              assertThat(ask.path()).isEqualTo("/own");
              assertThat(ask.headers().getFirst().value()).isEqualTo("text/event-stream");
              assertThat(ask.own()).isTrue();
            });
  }

  @Test
  void nothing_of_it_is_asked_when_it_is_left_out() {
    cli.run("prove", "demo", "--no-stream", "--silent", "0");

    assertThat(cli.fakes.proof.asked.getFirst().silence()).isEmpty();
    assertThat(cli.fakes.proof.asked.getFirst().stream()).isInstanceOf(Streaming.NotAsked.class);
  }

  @Test
  void the_report_is_exported_by_the_files_name() throws IOException {
    Path page = folder.resolve("proof.md");
    Path json = folder.resolve("proof.json");

    assertThat(cli.run("prove", "demo", "--export", page.toString())).isZero();
    assertThat(cli.run("prove", "demo", "--export", json.toString())).isZero();
    assertThat(Files.readString(page)).startsWith("# Proof of service: demo");
    assertThat(Files.readString(json)).startsWith("{");
    assertThat(cli.run("prove", "demo", "--export", folder.resolve("no/proof.md").toString()))
        .isEqualTo(1);
  }

  @Test
  void wrong_options_and_environments_without_a_load_balancer_are_refused() {
    assertThat(cli.run("prove", "demo", "--silent", "5000")).isEqualTo(2);
    assertThat(cli.run("prove", "demo", "--body", "x")).isEqualTo(2);
    assertThat(cli.run("prove", "demo", "--stream-path", "no-slash")).isEqualTo(2);
    assertThat(cli.run("prove", "demo", "--stream-path", "/x", "--header", "a b: c")).isEqualTo(2);
    cli.fakes.environments.put(
        Samples.inState("empty", Samples.PRACTICE, new EnvironmentState.Empty()));
    assertThat(cli.run("prove", "empty")).isEqualTo(2);
    assertThat(cli.fakes.proof.asked).isEmpty();
  }

  @Test
  void ctrl_c_ends_it_with_what_was_found() {
    cli.fakes.proof.beforeStep =
        () -> {
          if (cli.fakes.proof.asked.size() == 1) {
            cli.interrupts.press();
          }
        };
    assertThat(cli.run("prove", "demo")).isEqualTo(130);

    assertThat(cli.fakes.proofs.reports).hasSize(1);
  }
}
