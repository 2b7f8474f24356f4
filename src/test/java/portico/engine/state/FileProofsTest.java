package portico.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.engine.Home;
import portico.model.EnvironmentName;
import portico.proof.ProofReport;
import portico.proof.ProofStep;
import portico.proof.ProofStore;
import portico.proof.ProofVerdict;
import portico.testing.FakeServiceProof;
import portico.testing.ProofSamples;
import portico.testing.Samples;

class FileProofsTest {
  @TempDir private Path folder;

  private static ProofReport report(Instant at, List<ProofStep> steps) {
    return new ProofReport(
        Samples.NAME,
        at,
        true,
        Samples.DNS_NAME,
        "vllm",
        Duration.ofSeconds(60),
        steps,
        ProofVerdict.of(steps),
        Duration.ofMillis(1500));
  }

  @Test
  void every_kind_of_step_and_problem_is_read_back_as_it_was() {
    FileProofs proofs = new FileProofs(new Home(folder));
    ProofReport report = report(Samples.NOW, ProofSamples.allSteps());

    assertThat(proofs.keep(report)).isEmpty();
    assertThat(proofs.all(Samples.NAME)).containsExactly(report);
    assertThat(proofs.all(new EnvironmentName("another"))).isEmpty();
  }

  @Test
  void the_newest_ten_are_kept_newest_first() {
    FileProofs proofs = new FileProofs(new Home(folder));
    for (int minute = 0; minute < 13; minute++) {
      assertThat(
              proofs.keep(
                  report(Samples.NOW.plusSeconds(60L * minute), FakeServiceProof.allGood())))
          .isEmpty();
    }

    assertThat(proofs.all(Samples.NAME))
        .hasSize(ProofStore.KEPT)
        .extracting(ProofReport::at)
        .startsWith(Samples.NOW.plusSeconds(720))
        .endsWith(Samples.NOW.plusSeconds(180));
  }

  @Test
  void a_damaged_report_is_passed_over() throws IOException {
    Home home = new Home(folder);
    FileProofs proofs = new FileProofs(home);
    proofs.keep(report(Samples.NOW, FakeServiceProof.allGood()));
    Path place = home.environment(Samples.NAME).resolve("proofs");
    Files.writeString(place.resolve("20990101T000000.000Z.json"), "{\"at\":");

    assertThat(proofs.all(Samples.NAME)).hasSize(1);
  }

  @Test
  void what_cannot_be_written_is_a_value() throws IOException {
    Files.writeString(folder.resolve("environments"), "a file in the way");
    FileProofs proofs = new FileProofs(new Home(folder));

    assertThat(proofs.keep(report(Samples.NOW, List.of()))).isPresent();
  }
}
