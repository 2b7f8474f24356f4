package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.cli.Cli;
import portico.cli.ProcessInterrupts;
import portico.cli.Terminal;
import portico.testing.TestEngine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line with everything real behind it: worker, engine, simulated AWS. */
@Tag("engine")
class PracticeCommandLineTest {
  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String line) {
    out.reset();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new StringReader(""),
            false,
            Map.of("PORTICO_HOME", home.toString()));
    Wiring wiring = new Wiring(Map.of("PORTICO_PULUMI", TestEngine.binary().toString()));
    return new Cli(wiring, terminal, new ProcessInterrupts()).run(line.split(" "));
  }

  private JsonNode json() {
    String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
    return new JsonMapper().readTree(lines[lines.length - 1]);
  }

  @Test
  void one_line_deploys_one_asks_and_one_destroys() {
    assertThat(run("deploy --practice --name demo --yes")).as(err::toString).isZero();
    assertThat(json().at("/outcome").asString()).isEqualTo("succeeded");
    String dnsName = json().at("/outputs/load_balancer_dns_name").asString();
    assertThat(dnsName).startsWith("ai-inference-lb-");

    assertThat(run("status demo --probe --json")).isEqualTo(1);
    assertThat(json().at("/load_balancer_dns_name").asString()).isEqualTo(dnsName);
    assertThat(json().at("/endpoints/0/verdict").asString()).isEqualTo("no_targets");

    assertThat(run("destroy --name demo --yes --json")).as(err::toString).isZero();
    assertThat(json().at("/changes/delete").asInt()).isEqualTo(6);
    assertThat(run("list --json")).isZero();
    assertThat(json().at("/environments").size()).isZero();
  }
}
