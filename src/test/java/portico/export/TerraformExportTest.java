package portico.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.model.EnvironmentSpec;
import tools.jackson.databind.json.JsonMapper;

/** The exported Terraform, read by a parser that Portico's authors did not write. */
@Tag("interop")
class TerraformExportTest {
  @TempDir private Path folder;

  @Test
  void every_resource_and_argument_is_read() throws IOException {
    String named = System.getenv().getOrDefault("PORTICO_EXPORT_PYTHON", "");
    Tool python = new Tool(named.isEmpty() ? "python3" : named);
    assumeThat(python.isHere() && python.run(folder, "-c", "import hcl2").isEmpty())
        .as("python-hcl2 is not on this machine: see .ci/run")
        .isTrue();
    int number = 0;
    for (EnvironmentSpec spec : ExportedPrograms.specs(6)) {
      Path place = Files.createDirectory(folder.resolve("terraform" + number++));
      ExportSample.write(Exporter.export(spec, ExportForm.TERRAFORM, Running.NOTHING), place);
      try (InputStream script =
          Objects.requireNonNull(getClass().getResourceAsStream("resources.py"))) {
        Files.copy(script, place.resolve("resources.py"));
      }
      assertThat(python.run(place, "resources.py")).isEmpty();

      Map<?, ?> found =
          JsonMapper.builder()
              .build()
              .readValue(Files.readAllBytes(place.resolve("resources.json")), Map.class);
      Map<String, List<String>> expected = expected(spec);
      assertThat(found.keySet()).map(String::valueOf).hasSameElementsAs(expected.keySet());
      expected.forEach(
          (name, arguments) ->
              assertThat((List<?>) found.get(name))
                  .as(name)
                  .map(String::valueOf)
                  .containsAll(arguments));
    }
  }

  private static Map<String, List<String>> expected(EnvironmentSpec spec) {
    Map<String, List<String>> expected = new TreeMap<>();
    for (Stack.Resource each : new StackBuilder(spec, Running.NOTHING).build().resources()) {
      expected.put(
          each.type().terraform() + "." + each.id(), List.copyOf(each.inputs().values().keySet()));
    }
    return expected;
  }
}
