package portico.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentNameTest {
  static List<String> names() {
    return List.of("a", "7", "dev", "a-b", "a--b", "0-0", "x".repeat(40));
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_name_is_up_to_40_lower_case_letters_digits_and_inner_hyphens(String text) {
    assertThat(EnvironmentName.parse(text)).contains(new EnvironmentName(text));
    assertThat(FieldRules.environmentName("name", text)).isEmpty();
  }

  static List<String> others() {
    return List.of(
        "", "-", "-a", "a-", "A", "a_b", "a.b", "a b", "ä", "a\n", "../a", "x".repeat(41));
  }

  @ParameterizedTest
  @MethodSource("others")
  void anything_else_is_not_a_name(String text) {
    assertThat(EnvironmentName.parse(text)).isEmpty();
    assertThat(FieldRules.environmentName("name", text))
        .containsExactly(Violation.of("name", Rule.ENVIRONMENT_NAME_FORM, 40));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Dev", "a/b"})
  void the_constructor_refuses_what_is_not_a_name(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new EnvironmentName(text));
  }

  @Test
  void a_name_prints_as_itself() {
    assertThat(new EnvironmentName("dev")).hasToString("dev");
  }
}
