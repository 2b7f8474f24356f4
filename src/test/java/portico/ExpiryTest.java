package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.cli.Cli;
import portico.cli.ProcessInterrupts;
import portico.cli.Terminal;
import portico.engine.Home;
import portico.engine.state.FileDeadlines;
import portico.environment.Deadline;
import portico.environment.Environment;
import portico.model.EnvironmentName;
import portico.operation.OperationResult;
import portico.operation.OperationStatus;
import portico.service.Services;
import portico.testing.TestEngine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An environment ends by itself, with everything real behind it: worker, engine, simulated AWS. */
@Tag("engine")
class ExpiryTest {
  private static final EnvironmentName DEMO = new EnvironmentName("demo");

  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Wiring wiring =
      new Wiring(Map.of("PORTICO_PULUMI", TestEngine.binary().toString()));

  private int run(String line) {
    out.reset();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new StringReader(""),
            false,
            Map.of("PORTICO_HOME", home.toString()));
    return new Cli(wiring, terminal, new ProcessInterrupts()).run(line.split(" "));
  }

  private JsonNode json() {
    String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
    return new JsonMapper().readTree(lines[lines.length - 1]);
  }

  @Test
  void what_is_due_is_destroyed_and_its_deadline_forgotten() {
    assertThat(run("deploy --practice --name demo --ends-in 8h --yes")).as(err::toString).isZero();
    Deadline deadline = environment().orElseThrow().ending().deadline().orElseThrow();
    assertThat(json().at("/ends/at").asString())
        .startsWith(deadline.due().toString().substring(0, 19));
    assertThat(deadline.due()).isEqualTo(endOfDeployment().plusSeconds(8 * 60 * 60));
    assertThat(run("expire --json")).isZero();
    assertThat(json().at("/next/environment").asString()).isEqualTo("demo");
    assertThat(environment().orElseThrow().resources()).isNotEmpty();

    endNow();
    assertThat(run("expire --dry-run --json")).isZero();
    assertThat(json().at("/due/0/result").asString()).isEqualTo("would_be_destroyed");
    assertThat(run("expire --json")).as(err::toString).isZero();
    assertThat(json().at("/due/0/result").asString()).isEqualTo("destroyed");

    assertThat(environment().map(Environment::resources).stream().flatMap(each -> each.stream()))
        .isEmpty();
    assertThat(run("expire --json")).isZero();
    assertThat(json().at("/due").size()).isZero();
    assertThat(json().has("next")).isFalse();
  }

  private Optional<Environment> environment() {
    try (Services services = wiring.open(home)) {
      return services.environments().find(DEMO);
    }
  }

  private Instant endOfDeployment() {
    try (Services services = wiring.open(home)) {
      var last = services.operations().history(DEMO).getFirst();
      return last.status() instanceof OperationStatus.Finished(OperationResult result)
          ? result.finishedAt()
          : Instant.MIN;
    }
  }

  private void endNow() {
    try (Services services = wiring.open(home)) {
      FileDeadlines deadlines =
          new FileDeadlines(
              new Home(home), services.operations(), InstantSource.system(), Optional.empty());
      assertThat(deadlines.endAt(DEMO, Instant.now().minusSeconds(60))).isEmpty();
    }
  }
}
