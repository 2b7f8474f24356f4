package portico.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import portico.environment.EnvironmentState;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Phase;
import portico.operation.ResourceRef;
import portico.operation.Step;

class StatusTextTest {
  private static final StatusText TEXT = new StatusText(Words.core());
  private static final OperationId ID = new OperationId("20261123-153012-123-4f2a");

  @ParameterizedTest
  @EnumSource(Step.class)
  void every_step_has_words(Step step) {
    assertThat(TEXT.of(step)).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void every_phase_has_words(Phase phase) {
    assertThat(TEXT.of(phase)).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(OperationKind.class)
  void every_kind_of_operation_has_words(OperationKind kind) {
    assertThat(TEXT.of(kind)).isNotBlank();
  }

  static List<EnvironmentState> states() {
    Stream<EnvironmentState> plain =
        Stream.of(
            new EnvironmentState.Deployed(),
            new EnvironmentState.Empty(),
            new EnvironmentState.Damaged("dev.json", true));
    Stream<EnvironmentState> working =
        Arrays.stream(OperationKind.values()).map(kind -> new EnvironmentState.Working(ID, kind));
    Stream<EnvironmentState> incomplete =
        Arrays.stream(EnvironmentState.Reason.values())
            .map(reason -> new EnvironmentState.Incomplete(Optional.of(ID), reason));
    return Stream.of(plain, working, incomplete).flatMap(stream -> stream).toList();
  }

  @ParameterizedTest
  @MethodSource("states")
  void every_state_has_words(EnvironmentState state) {
    assertThat(TEXT.of(state)).isNotBlank();
  }

  @Test
  void every_kind_of_state_is_among_them() {
    assertThat(states().stream().<Class<?>>map(Object::getClass))
        .containsAll(List.of(EnvironmentState.class.getPermittedSubclasses()));
  }

  @Test
  void a_resource_type_without_a_name_of_its_own_stays_as_it_is() {
    assertThat(TEXT.typeOf(new ResourceRef("urn", "aws:lb/listener:Listener", "web")))
        .isEqualTo("Listener");
    assertThat(TEXT.typeOf(new ResourceRef("urn", "aws:s3/bucket:Bucket", "logs")))
        .isEqualTo("aws:s3/bucket:Bucket");
  }
}
