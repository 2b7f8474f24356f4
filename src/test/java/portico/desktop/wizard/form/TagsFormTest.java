package portico.desktop.wizard.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsFormTest {
  private final TagsForm form = new TagsForm("wizard-tag", Texts.load());

  @Test
  void tags_keep_their_order_and_blank_rows_are_none() {
    add("team", "ml");
    add("", "");
    add("area", "chat");

    assertThat(form.tags()).containsExactly(entry("team", "ml"), entry("area", "chat"));
    form.remove(form.lines().getFirst());
    assertThat(form.tags()).containsExactly(entry("area", "chat"));
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"aws:team, aws:", "portico:x, portico:", "te*am, \"*\"", "'', must not be empty"})
  void wrong_keys_are_told(String key, String message) {
    add(key, "x");

    assertThat(problems()).singleElement().extracting(Problem::text).asString().contains(message);
  }

  @Test
  void the_same_key_twice_is_told_at_once() {
    add("team", "");
    add("team", "");

    assertThat(problems()).hasSize(2).allSatisfy(each -> assertThat(each.text()).contains("team"));
  }

  @Test
  void a_value_without_a_key_is_told_beside_a_blank_row_and_not_in_it() {
    add("", "");
    add("", "ml");

    assertThat(problems())
        .singleElement()
        .extracting(Problem::control)
        .isEqualTo(form.lines().getLast().key().id());
  }

  @Test
  void tags_that_were_there_before_show_no_message_yet() {
    form.prefill(Map.of("aws:team", "x"));

    assertThat(problems()).hasSize(1);
    assertThat(form.fields()).allSatisfy(each -> assertThat(each.message().getValue()).isEmpty());
  }

  private void add(String key, String value) {
    form.add();
    form.lines().getLast().key().textProperty().set(key);
    form.lines().getLast().value().textProperty().set(value);
  }

  private Stream<Problem> problems() {
    return form.fields().flatMap(field -> field.problem().stream());
  }
}
