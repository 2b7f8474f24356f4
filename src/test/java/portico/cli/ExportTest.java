package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.testing.Samples;

class ExportTest {
  private final CliRun cli = new CliRun();

  @TempDir private Path folder;

  private int export(String... more) {
    String[] line = new String[more.length + 3];
    line[0] = "export";
    System.arraycopy(more, 0, line, 1, more.length);
    line[more.length + 1] = "--to";
    line[more.length + 2] = folder.resolve("out").toString();
    return cli.run(line);
  }

  @Test
  void an_environment_is_written_with_the_ids_of_what_runs() throws IOException {
    cli.fakes.environments.put(Samples.deployed("llama", Samples.PRACTICE));

    assertThat(export("llama", "--as", "terraform", "--json")).isZero();

    assertThat(folder.resolve("out/main.tf")).content().contains("resource \"aws_lb\"");
    assertThat(folder.resolve("out/imports.tf")).content().contains("sg-0d5a3f7e1c2b49860");
    assertThat(cli.json().at("/files").toString()).contains("main.tf", "README.md");
    assertThat(cli.json().at("/form").asString()).isEqualTo("terraform");
  }

  @Test
  void a_spec_is_written_as_it_resolves_in_the_account() throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.yaml"), "region: us-west-2");

    assertThat(export("--spec", spec.toString(), "--practice", "--as", "aws-cli")).isZero();

    assertThat(folder.resolve("out/create.sh")).content().contains("subnet-0aaaaaaaaaaaaaaa1");
  }

  @Test
  void files_that_are_there_are_kept_unless_they_may_go() throws IOException {
    cli.fakes.environments.put(Samples.deployed("llama", Samples.PRACTICE));
    Path file = Files.createDirectories(folder.resolve("out")).resolve("main.tf");
    Files.writeString(file, "mine");

    assertThat(export("llama", "--as", "terraform")).isEqualTo(ExitCode.USAGE);
    assertThat(file).hasContent("mine");
    assertThat(folder.resolve("out/README.md")).doesNotExist();
    assertThat(cli.err()).contains("main.tf is there already");

    assertThat(export("llama", "--as", "terraform", "--force")).isZero();
    assertThat(file).content().contains("aws_lb");
  }

  @Test
  void form_and_thing_must_be_named() {
    assertThat(export("llama", "--as", "cdk")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("pulumi-java, pulumi-typescript");
    assertThat(export("--as", "terraform")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("Say what to export");
  }
}
