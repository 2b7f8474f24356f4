package portico.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagRulesTest {
  private static final String FIELD = "tags[a]";

  static Stream<String> keys() {
    return Stream.of("a", "Team Größe_1.:/=+-@", "awsome", "Name", "x".repeat(128), "½ Ⅷ");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void a_key_has_1_to_128_letters_blanks_digits_and_some_signs(String key) {
    assertThat(TagRules.key(FIELD, key)).isEmpty();
  }

  @Test
  void a_key_of_129_characters_is_too_long_and_an_empty_one_is_missing() {
    assertThat(TagRules.key(FIELD, "x".repeat(129)))
        .containsExactly(Violation.of(FIELD, Rule.TAG_KEY_LENGTH, 129, 128));
    assertThat(TagRules.key(FIELD, "")).containsExactly(Violation.of(FIELD, Rule.REQUIRED));
  }

  @Test
  void a_value_has_up_to_256_characters_and_may_be_empty() {
    assertThat(TagRules.value(FIELD, "")).isEmpty();
    assertThat(TagRules.value(FIELD, "x".repeat(256))).isEmpty();
    assertThat(TagRules.value(FIELD, "x".repeat(257)))
        .containsExactly(Violation.of(FIELD, Rule.TAG_VALUE_LENGTH, 257, 256));
  }

  @ParameterizedTest
  @CsvSource({"a*b,*", "a#,#", "'a,b',','", "a\\b,\\", "'a\tb',U+0009", "a😀,😀"})
  void the_first_character_that_a_tag_cannot_have_is_named(String text, String wrong) {
    Violation violation = Violation.of(FIELD, Rule.TAG_CHARACTERS, wrong);
    assertThat(TagRules.key(FIELD, text)).containsExactly(violation);
    assertThat(TagRules.value(FIELD, text)).containsExactly(violation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws:x", "AWS:x", "Aws:"})
  void keys_that_begin_with_aws_are_awss_own(String key) {
    assertThat(TagRules.key(FIELD, key))
        .containsExactly(Violation.of(FIELD, Rule.TAG_AWS_PREFIX, key));
    assertThat(TagRules.value(FIELD, key)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"portico:environment", "Portico:x"})
  void keys_that_begin_with_portico_are_porticos_own(String key) {
    assertThat(TagRules.key(FIELD, key))
        .containsExactly(Violation.of(FIELD, Rule.TAG_PORTICO_PREFIX, key));
  }

  @Test
  void a_resource_has_up_to_50_tags_with_porticos_two_and_a_name() {
    assertThat(SpecRules.check(SpecSamples.withTags(tags(0, 47)))).isEmpty();
    assertThat(SpecRules.check(SpecSamples.withTags(tags(0, 48))))
        .containsExactly(Violation.of("tags", Rule.TAGS_TOO_MANY, 51, 50));
  }

  @Test
  void a_tag_that_the_resource_sets_again_counts_once() {
    assertThat(TagRules.together(FIELD, tags(0, 40), tags(30, 48))).isEmpty();
    assertThat(TagRules.together(FIELD, tags(0, 40), tags(30, 49)))
        .containsExactly(Violation.of(FIELD, Rule.TAGS_TOO_MANY, 51, 50));
    assertThat(TagRules.together(FIELD, tags(0, 47), Map.of("Name", "x"))).isEmpty();
  }

  @Test
  void a_wrong_tag_of_the_environment_stands_at_its_key() {
    assertThat(SpecRules.check(SpecSamples.withTags(Map.of("a", "*"))))
        .isEqualTo(List.of(Violation.of("tags[a]", Rule.TAG_CHARACTERS, "*")));
  }

  private static Map<String, String> tags(int from, int to) {
    Map<String, String> tags = new LinkedHashMap<>();
    IntStream.range(from, to).forEach(index -> tags.put("key" + index, "value"));
    return tags;
  }
}
