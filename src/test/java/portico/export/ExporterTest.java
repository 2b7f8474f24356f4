package portico.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import portico.export.ExportSample.Ground;
import portico.model.EnvironmentSpec;
import portico.model.InstanceTarget;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.SpecRules;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.testing.Samples;

/** What is exported, by the checks that need nothing but this machine's usual tools. */
class ExporterTest {
  private static final EnvironmentSpec SAMPLE = ExportSample.spec(Ground.NOWHERE);

  @TempDir private Path folder;

  private static Map<String, String> export(EnvironmentSpec spec, ExportForm form) {
    return Exporter.export(spec, form, Running.NOTHING);
  }

  private static List<EnvironmentSpec> specs(int count) {
    return ExportedPrograms.specs(count);
  }

  @Test
  void the_sample_breaks_no_rule() {
    assertThat(SpecRules.check(SAMPLE)).isEmpty();
  }

  @Test
  void java_compiles_against_the_real_provider() {
    for (EnvironmentSpec spec : specs(8)) {
      String source =
          export(spec, ExportForm.PULUMI_JAVA)
              .getOrDefault("src/main/java/loadbalancer/App.java", "");

      assertThat(JavaSource.errorsOf("loadbalancer.App", source, folder)).as(source).isEmpty();
    }
  }

  @Test
  void a_thousand_targets_still_compile_in_java() {
    List<TargetSpec> targets = new ArrayList<>();
    for (int index = 0; index < 1_000; index++) {
      targets.add(new InstanceTarget("i-%017x".formatted(index), OptionalInt.empty()));
    }
    EnvironmentSpec small = Samples.spec();
    TargetGroupSpec group = small.targetGroups().getFirst();
    EnvironmentSpec large =
        new EnvironmentSpec(
            small.region(),
            small.loadBalancer(),
            List.of(
                new TargetGroupSpec(
                    group.name(), group.protocol(), group.port(), group.healthCheck(), targets)),
            small.listeners(),
            small.access());

    String source =
        export(large, ExportForm.PULUMI_JAVA)
            .getOrDefault("src/main/java/loadbalancer/App.java", "");

    assertThat(JavaSource.errorsOf("loadbalancer.App", source, folder)).isEmpty();
  }

  @Test
  void yaml_names_every_resource_once_and_refers_only_to_those() {
    for (EnvironmentSpec spec : specs(60)) {
      String text = export(spec, ExportForm.PULUMI_YAML).getOrDefault("Pulumi.yaml", "");
      Map<?, ?> program = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
      Map<?, ?> resources = (Map<?, ?>) Objects.requireNonNull(program.get("resources"));

      assertThat(resources)
          .hasSize(new StackBuilder(spec, Running.NOTHING).build().resources().size());
      for (String reference : YamlReferences.of(program)) {
        String name = reference.replaceFirst("[.].*", "");
        assertThat(resources.containsKey(name) || name.startsWith("apiKey")).as(reference).isTrue();
      }
    }
  }

  @Test
  void python_compiles() throws IOException {
    Tool python = new Tool("python3");
    assumeThat(python.isHere()).as("python3 is not on this machine").isTrue();
    int number = 0;
    for (EnvironmentSpec spec : specs(5)) {
      Path place = folder.resolve("python" + number++);
      ExportSample.write(export(spec, ExportForm.PULUMI_PYTHON), place);

      assertThat(python.run(place, "-m", "py_compile", "__main__.py")).isEmpty();
    }
  }

  @Test
  void the_shell_reads_the_scripts() throws IOException {
    Tool bash = new Tool("bash");
    assumeThat(bash.isHere()).as("bash is not on this machine").isTrue();
    int number = 0;
    for (EnvironmentSpec spec : specs(12)) {
      Path place = folder.resolve("cli" + number++);
      ExportSample.write(export(spec, ExportForm.AWS_CLI), place);

      assertThat(bash.run(place, "-n", "create.sh")).isEmpty();
      assertThat(bash.run(place, "-n", "delete.sh")).isEmpty();
    }
  }

  @Test
  void shellcheck_has_nothing_against_the_scripts() throws IOException {
    Tool shellcheck = new Tool("shellcheck");
    assumeThat(shellcheck.isHere()).as("shellcheck is not on this machine").isTrue();
    int number = 0;
    for (EnvironmentSpec spec : specs(12)) {
      Path place = folder.resolve("shell" + number++);
      ExportSample.write(export(spec, ExportForm.AWS_CLI), place);

      // Texts of users may have dollar signs and backticks, which single quotes keep as they are.
      assertThat(shellcheck.run(place, "--exclude=SC2016", "create.sh", "delete.sh")).isEmpty();
    }
  }

  @Test
  void terraform_finds_nothing_to_format() throws IOException {
    Tool terraform = new Tool("terraform");
    assumeThat(terraform.isHere()).as("terraform is not on this machine").isTrue();
    int number = 0;
    for (EnvironmentSpec spec : specs(12)) {
      Path place = folder.resolve("tf" + number++);
      ExportSample.write(export(spec, ExportForm.TERRAFORM), place);

      assertThat(terraform.run(place, "fmt", "-check", "-diff", ".")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_form_says_how_to_take_over_and_where_the_key_goes(ExportForm form) {
    Map<String, String> files = export(SAMPLE, form);
    String all = String.join("\n", files.values());

    assertThat(files.getOrDefault("README.md", "")).contains("everything", "## Make it");
    assertThat(all.replace("_", "")).containsIgnoringCase("apiKeyTeamA");
    assertThat(all).doesNotContain("TODO", "FIXME", "portico:installation");
  }

  @ParameterizedTest
  @EnumSource(value = ExportForm.class, mode = EnumSource.Mode.EXCLUDE, names = "AWS_CLI")
  void what_runs_is_taken_over_by_its_id(ExportForm form) {
    Running running =
        new Running(
            Map.of(
                "aws:lb/loadBalancer:LoadBalancer::everything",
                "arn:balancer",
                "aws:lb/listenerRule:ListenerRule::https-rule-10",
                "arn:rule",
                "aws:lambda/permission:Permission::tools-lambda",
                "portico-tools",
                "aws:lb/targetGroupAttachment:TargetGroupAttachment::chat-i-0f1e2d3c4b5a69788-8001",
                "attachment"));
    Map<String, String> files = Exporter.export(SAMPLE, form, running);
    String imports =
        files.getOrDefault(form == ExportForm.TERRAFORM ? "imports.tf" : "import.json", "");

    assertThat(imports)
        .contains(
            "arn:balancer",
            "arn:rule",
            "arn:aws:lambda:us-west-2:123456789012:function:answer/portico-tools")
        .doesNotContain("attachment\"");
    assertThat(files.getOrDefault("README.md", "")).contains("Take over what runs", "import");
  }

  @Test
  void names_that_code_cannot_have_stay_apart() {
    EnvironmentSpec small = Samples.spec();
    String group = small.targetGroups().getFirst().name();
    EnvironmentSpec alike =
        new EnvironmentSpec(
            small.region(),
            small.loadBalancer(),
            small.targetGroups(),
            List.of(
                new ListenerSpec("a.b", Protocol.HTTP, 80, group),
                new ListenerSpec("a-b", Protocol.HTTP, 81, group)),
            small.access());

    assertThat(new StackBuilder(alike, Running.NOTHING).build().resources())
        .extracting(Stack.Resource::id)
        .doesNotHaveDuplicates()
        .contains("listener_a_b", "listener_a_b_2");
  }

  @Test
  void a_target_group_that_is_not_there_is_refused() {
    EnvironmentSpec small = Samples.spec();
    EnvironmentSpec wrong =
        new EnvironmentSpec(
            small.region(),
            small.loadBalancer(),
            small.targetGroups(),
            List.of(new ListenerSpec("a", Protocol.HTTP, 80, "gone")),
            small.access());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> export(wrong, ExportForm.TERRAFORM))
        .withMessageContaining("gone");
  }

  @Test
  void forms_have_names() {
    assertThat(ExportForm.of("aws-cli")).isEqualTo(Optional.of(ExportForm.AWS_CLI));
    assertThat(ExportForm.of("cloudformation")).isEmpty();
  }
}
