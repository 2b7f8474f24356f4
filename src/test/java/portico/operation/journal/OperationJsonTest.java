package portico.operation.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.model.Rule;
import portico.model.SpecRules;
import portico.model.Violation;
import portico.operation.EngineFailure;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.OperationResult;
import portico.operation.Outcome;
import portico.operation.ProviderKind;
import portico.testing.FilledValues;
import portico.testing.RandomSpecs;
import portico.text.FailureText;
import portico.text.Words;
import tools.jackson.databind.json.JsonMapper;

/** Nothing is lost between an operation's folder and the values that it stands for. */
class OperationJsonTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00.123Z");
  private static final OperationId ID = OperationId.create(NOW, 7);
  private static final int SPECS = 500;

  private final JsonMapper json = OperationJson.mapper();

  private <T> T again(T value, Class<T> type) {
    return json.readValue(json.writeValueAsString(value), type);
  }

  private static OperationRequest request(EnvironmentSpec spec) {
    return new OperationRequest(
        ID,
        OperationKind.DEPLOY,
        new EnvironmentName("demo"),
        spec,
        new CloudAccount.Practice(),
        ProviderKind.BUNDLED,
        NOW);
  }

  @Test
  void a_request_in_which_everything_is_set_comes_back_equal() {
    for (Object each : FilledValues.of(OperationRequest.class)) {
      assertThat(again((OperationRequest) each, OperationRequest.class)).isEqualTo(each);
    }
  }

  @Test
  void random_specs_come_back_equal() {
    RandomSpecs specs = new RandomSpecs(11);
    for (int count = 0; count < SPECS; count++) {
      OperationRequest request = request(specs.next());

      assertThat(again(request, OperationRequest.class)).isEqualTo(request);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        CloudAccount.class,
        CatalogFailure.class,
        EngineFailure.class,
        InstallEvent.class,
        OperationEvent.class,
        OperationFailure.class
      })
  void every_kind_of_a_sealed_value_comes_back_equal(Class<?> kinds) {
    for (Object each : FilledValues.of(kinds)) {
      assertThat((Object) json.readValue(json.writeValueAsString(each), kinds)).isEqualTo(each);
    }
  }

  static Stream<Object> outcomes() {
    return FilledValues.of(Outcome.class).stream();
  }

  /** A failed one holds a failure of every kind. */
  @ParameterizedTest
  @MethodSource("outcomes")
  void every_kind_of_outcome_comes_back_equal(Outcome outcome) {
    OperationResult result = new OperationResult(ID, NOW, NOW.plusSeconds(5), outcome);

    assertThat(again(result, OperationResult.class)).isEqualTo(result);
  }

  /** A violation's facts have no types in JSON: numbers and texts must be all there is. */
  @Test
  void a_violation_says_the_same_after_it_was_kept() {
    RandomSpecs specs = new RandomSpecs(12);
    FailureText text = new FailureText(Words.core());
    Set<Rule> seen = EnumSet.noneOf(Rule.class);
    for (int count = 0; count < SPECS; count++) {
      for (Violation violation : SpecRules.check(specs.next())) {
        seen.add(violation.rule());
        assertThat(text.of(again(violation, Violation.class))).isEqualTo(text.of(violation));
      }
    }
    assertThat(seen).as("rules that were broken").hasSizeGreaterThan(60);
  }
}
