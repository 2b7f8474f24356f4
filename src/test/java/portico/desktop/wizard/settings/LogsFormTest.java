package portico.desktop.wizard.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portico.desktop.wizard.WizardFixture;
import portico.desktop.wizard.form.Field;
import portico.model.LoadBalancerAttributes;
import portico.model.LogBucket;

class LogsFormTest {
  private final LogsForm form = new LogsForm(new WizardFixture().texts);

  private List<String> wrong() {
    return form.fields().filter(each -> !each.isValid()).map(Field::id).toList();
  }

  @Test
  void no_logs_are_kept_at_first() {
    assertThat(form.accessLogs()).isEmpty();
    assertThat(form.connectionLogs()).isEmpty();
    assertThat(form.makes().getValue()).isFalse();
    assertThat(wrong()).isEmpty();
  }

  @Test
  void both_kinds_of_logs_go_into_one_bucket_that_is_made() {
    form.access().place().choose(LogPlace.MADE);
    assertThat(form.makes().getValue()).isTrue();
    assertThat(form.accessLogs()).contains(new LogBucket.Made("requests", 30));

    form.connections().place().choose(LogPlace.MADE);
    form.days().textProperty().set("7");
    assertThat(form.accessLogs()).contains(new LogBucket.Made("requests", 7));
    assertThat(form.connectionLogs()).contains(new LogBucket.Made("connections", 7));
  }

  @Test
  void a_prefix_that_the_user_typed_stays() {
    form.access().prefix().textProperty().set("mine");
    form.access().place().choose(LogPlace.MADE);
    assertThat(form.accessLogs()).contains(new LogBucket.Made("mine", 30));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "3650, true", "0, false", "3651, false", "'', false", "x, false"})
  void days_matter_only_while_a_bucket_is_made(String days, boolean right) {
    form.days().textProperty().set(days);
    assertThat(wrong()).isEmpty();

    form.connections().place().choose(LogPlace.MADE);
    assertThat(wrong()).isEqualTo(right ? List.of() : List.of("wizard-log-days"));
    form.connections().place().choose(LogPlace.NONE);
    assertThat(wrong()).isEmpty();
    assertThat(form.makes().getValue()).isFalse();
  }

  @Test
  void logs_of_an_existing_environment_are_shown() {
    Optional<LogBucket> made = Optional.of(new LogBucket.Made("", 90));
    Optional<LogBucket> existing = Optional.of(new LogBucket.Existing("mine", "c"));

    form.prefill(new LoadBalancerAttributes(60, 3600, true, false, true, made, existing));

    assertThat(form.access().place().get()).isEqualTo(LogPlace.MADE);
    assertThat(form.accessLogs()).isEqualTo(made);
    assertThat(form.connectionLogs()).isEqualTo(existing);
  }
}
