package portico.desktop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentSpec;
import portico.model.TargetGroupSpec;
import portico.testing.Samples;

class ProofDueTest {
  static Environment changed(Instant at, UnaryOperator<EnvironmentSpec> spec) {
    Environment usual = Samples.deployed("llama-staging", Samples.PRACTICE);
    return new Environment(
        usual.name(),
        usual.state(),
        usual.spec().map(spec),
        usual.account(),
        usual.provider(),
        usual.outputs(),
        usual.resources(),
        Optional.of(at));
  }

  static Environment changed(Instant at) {
    return changed(at, spec -> spec);
  }

  /** The same without any target. */
  static EnvironmentSpec bare(EnvironmentSpec spec) {
    TargetGroupSpec group = spec.targetGroups().getFirst();
    return new EnvironmentSpec(
        spec.region(),
        spec.loadBalancer(),
        List.of(
            new TargetGroupSpec(
                group.name(), group.protocol(), group.port(), group.healthCheck(), List.of())),
        spec.listeners(),
        spec.access());
  }

  @ParameterizedTest
  @CsvSource({"0, WHEN_ANSWERING", "3599, WHEN_ANSWERING", "3600, NO", "7200, NO"})
  void only_a_change_within_the_hour_is_proven_by_itself(long secondsAgo, ProofDue due) {
    Environment environment = changed(Samples.NOW.minusSeconds(secondsAgo));

    assertThat(ProofDue.of(environment, Instant.EPOCH, Samples.NOW)).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({"-1, WHEN_ANSWERING", "0, WHEN_ANSWERING", "1, NO"})
  void a_proof_since_the_change_is_enough(long secondsAfter, ProofDue due) {
    Instant change = Samples.NOW.minusSeconds(60);

    assertThat(ProofDue.of(changed(change), change.plusSeconds(secondsAfter), Samples.NOW))
        .isEqualTo(due);
  }

  @Test
  void without_targets_there_is_nothing_to_wait_for() {
    assertThat(ProofDue.of(changed(Samples.NOW, ProofDueTest::bare), Instant.EPOCH, Samples.NOW))
        .isEqualTo(ProofDue.NO_TARGETS);
  }

  @Test
  void what_is_not_deployed_is_not_proven() {
    Environment gone =
        Samples.inState("llama-staging", Samples.PRACTICE, new EnvironmentState.Empty());

    assertThat(ProofDue.of(gone, Instant.EPOCH, gone.lastChange().orElseThrow().plusSeconds(1)))
        .isEqualTo(ProofDue.NO);
  }
}
