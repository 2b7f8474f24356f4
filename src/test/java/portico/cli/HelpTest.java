package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class HelpTest {
  private final CliRun cli = new CliRun();

  @Test
  void the_help_names_every_command() {
    assertThat(cli.run("--help")).isZero();

    for (String command :
        List.of(
            "deploy",
            "preflight",
            "preview",
            "list",
            "status",
            "doctor",
            "outputs",
            "prove",
            "history",
            "drift",
            "refresh",
            "cancel",
            "destroy",
            "sweep",
            "sign-in",
            "catalog",
            "certificate",
            "spec",
            "export",
            "cost",
            "practice")) {
      assertThat(cli.out()).containsPattern("(?m)^  " + command + " +[A-Z]");
    }
    assertThat(cli.out()).contains("Exit codes: 0 done, 1 failed, 2 wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy",
        "preflight",
        "preview",
        "list",
        "status",
        "doctor",
        "outputs",
        "prove",
        "history",
        "drift",
        "refresh",
        "cancel",
        "destroy",
        "sweep",
        "sign-in",
        "catalog",
        "spec",
        "export",
        "cost",
        "practice"
      })
  void every_command_explains_its_options_and_gives_examples(String command) {
    assertThat(cli.run(command, "--help")).isZero();

    assertThat(cli.out()).contains("Examples:", "portico " + command);
    assertThat(cli.homes).isEmpty();
  }

  @Test
  void no_option_is_without_explanation() {
    for (CommandLine command : cli.cli().commands().getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      assertThat(spec.usageMessage().header()).as(spec.qualifiedName()).hasSize(1);
      for (ArgSpec each : spec.args()) {
        assertThat(each.description()).as(spec.qualifiedName() + " " + each).hasSize(1);
      }
    }
  }

  @Test
  void the_version_is_told() {
    assertThat(cli.run("--version")).isZero();

    assertThat(cli.out()).startsWith("portico");
  }

  @Test
  void without_a_command_the_exit_code_says_so() {
    assertThat(cli.run()).isEqualTo(2);

    assertThat(cli.err()).contains("Try \"portico --help\".");
  }
}
