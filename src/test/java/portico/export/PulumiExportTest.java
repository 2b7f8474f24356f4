package portico.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.model.EnvironmentSpec;

/**
 * The exported programs in Python and TypeScript, run by these languages with the real packages of
 * Pulumi and its mocks: each makes what Portico makes. {@code PORTICO_EXPORT_PYTHON} names a Python
 * that has pulumi_aws, {@code PORTICO_EXPORT_NODE_MODULES} a folder with the packages of
 * .ci/export-tools.
 */
@Tag("interop")
class PulumiExportTest {
  @TempDir private Path folder;

  private static String variable(String name) {
    return System.getenv().getOrDefault(name, "");
  }

  @Test
  void python_registers_what_porticos_own_program_does() throws IOException {
    String named = variable("PORTICO_EXPORT_PYTHON");
    Tool python = new Tool(named.isEmpty() ? "python3" : named);
    assumeThat(python.isHere() && python.run(folder, "-c", "import pulumi_aws").isEmpty())
        .as("pulumi_aws is not on this machine: see .ci/run")
        .isTrue();
    int number = 0;
    for (EnvironmentSpec spec : ExportedPrograms.specs(4)) {
      ExportedPrograms programs =
          new ExportedPrograms(spec, Files.createDirectory(folder.resolve("python" + number++)));

      programs.assertSame(programs.python(python));
    }
  }

  @Test
  void type_script_compiles_and_registers_what_porticos_own_program_does() throws IOException {
    Path modules = Path.of(variable("PORTICO_EXPORT_NODE_MODULES")).toAbsolutePath();
    Tool node = new Tool("node");
    assumeThat(node.isHere() && Files.isDirectory(modules.resolve("@pulumi/aws")))
        .as("node or @pulumi/aws is not on this machine: see .ci/run")
        .isTrue();
    int number = 0;
    for (EnvironmentSpec spec : ExportedPrograms.specs(3)) {
      ExportedPrograms programs =
          new ExportedPrograms(spec, Files.createDirectory(folder.resolve("node" + number++)));

      programs.assertSame(programs.typeScript(node, modules));
    }
  }

  /** The compiler is there to refuse what the provider does not have. */
  @Test
  void the_compiler_of_type_script_refuses_an_input_that_is_none() throws IOException {
    Path modules = Path.of(variable("PORTICO_EXPORT_NODE_MODULES")).toAbsolutePath();
    Tool node = new Tool("node");
    assumeThat(node.isHere() && Files.isDirectory(modules.resolve("@pulumi/aws")))
        .as("node or @pulumi/aws is not on this machine: see .ci/run")
        .isTrue();
    EnvironmentSpec spec = ExportSample.spec(ExportSample.Ground.NOWHERE);
    ExportSample.write(
        Exporter.export(spec, ExportForm.PULUMI_TYPESCRIPT, Running.NOTHING), folder);
    Path program = folder.resolve("index.ts");
    Files.writeString(program, Files.readString(program).replace("idleTimeout:", "idleTimeouts:"));
    Files.createSymbolicLink(folder.resolve("node_modules"), modules);

    assertThat(node.run(folder, "node_modules/typescript/bin/tsc", "-p", "."))
        .contains("idleTimeouts");
  }
}
