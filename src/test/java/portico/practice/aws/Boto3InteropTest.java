package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS SDK for Python finds in the simulation what it expects of AWS. */
@Tag("interop")
class Boto3InteropTest {
  private static final long LIMIT_SECONDS = 90;

  @TempDir private Path folder;

  @Test
  void boto3_goes_the_whole_way_from_subnets_to_a_healthy_target_and_back() throws Exception {
    assumeTrue(run("python3", "-c", "import boto3").code() == 0, "python3 with boto3 is missing");
    Path script = folder.resolve("journey.py");
    try (InputStream source =
        Objects.requireNonNull(getClass().getResourceAsStream("boto3_journey.py"))) {
      Files.copy(source, script);
    }
    SimulationSettings settings =
        SimulationSettings.defaults()
            .withProvisioning(Duration.ofMillis(300))
            .withDeletion(Duration.ofMillis(200));
    try (SimulatedAws aws = SimulatedAws.start(folder.resolve("state"), settings)) {
      Finished finished = run("python3", script.toString(), aws.endpoint().toString());

      assertThat(finished.output()).endsWith("done\n");
      assertThat(finished.code()).isZero();
    }
  }

  private record Finished(int code, String output) {}

  private Finished run(String... command) throws InterruptedException {
    List<String> words = new ArrayList<>(List.of(command));
    Path output = folder.resolve("output.txt");
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Finished(-1, "took longer than " + LIMIT_SECONDS + " s");
      }
      return new Finished(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException absent) {
      return new Finished(-1, String.valueOf(absent.getMessage()));
    }
  }
}
