package portico.desktop.wizard.targets;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.NumberRules;
import portico.desktop.wizard.form.Texts;
import portico.model.FieldRules;
import portico.model.HealthCheckSpec;
import portico.model.Rule;
import portico.model.SpecDefaults;

/** The fields of a health check and what they come to. */
public final class HealthCheckForm {
  private final Texts texts;
  private final Field path;
  private final Field interval;
  private final Field timeout;
  private final Field healthy;
  private final Field unhealthy;
  private final StringBinding consequence;

  HealthCheckForm(Texts texts) {
    this.texts = texts;
    path =
        new Field(
            "wizard-health-path",
            texts.get("targets.health.path"),
            text -> texts.first(FieldRules.healthCheckPath("", text)));
    interval =
        new Field(
            "wizard-health-interval", texts.get("targets.health.interval"), this::intervalFault);
    timeout =
        new Field(
            "wizard-health-timeout",
            texts.get("targets.health.timeout"),
            this::timeoutFault,
            interval.textProperty());
    healthy =
        new Field(
            "wizard-health-healthy", texts.get("targets.health.healthy"), this::thresholdFault);
    unhealthy =
        new Field(
            "wizard-health-unhealthy", texts.get("targets.health.unhealthy"), this::thresholdFault);
    prefill(SpecDefaults.HEALTH_CHECK);
    consequence =
        Bindings.createStringBinding(
            this::currentConsequence, interval.fault(), healthy.fault(), unhealthy.fault());
  }

  public Field path() {
    return path;
  }

  public Field interval() {
    return interval;
  }

  public Field timeout() {
    return timeout;
  }

  public Field healthy() {
    return healthy;
  }

  public Field unhealthy() {
    return unhealthy;
  }

  /** How long it takes to notice a dead and a recovered target; empty while fields are wrong. */
  public ObservableValue<String> consequence() {
    return consequence;
  }

  List<Field> fields() {
    return List.of(path, interval, timeout, healthy, unhealthy);
  }

  void prefill(HealthCheckSpec spec) {
    path.prefill(spec.path());
    interval.prefill(String.valueOf(spec.intervalSeconds()));
    timeout.prefill(String.valueOf(spec.timeoutSeconds()));
    healthy.prefill(String.valueOf(spec.healthyThreshold()));
    unhealthy.prefill(String.valueOf(spec.unhealthyThreshold()));
  }

  /** The health check, if every field is right. */
  Optional<HealthCheckSpec> spec() {
    return fields().stream().allMatch(Field::isValid)
        ? Optional.of(
            new HealthCheckSpec(
                path.text(), whole(interval), whole(timeout), whole(healthy), whole(unhealthy)))
        : Optional.empty();
  }

  private static int whole(Field field) {
    return field.number().orElseThrow();
  }

  private Optional<String> intervalFault(String text) {
    return NumberRules.fault(
        texts,
        text,
        Rule.HEALTH_INTERVAL_RANGE,
        number -> FieldRules.healthCheckInterval("", number),
        FieldRules.INTERVAL_MIN,
        FieldRules.INTERVAL_MAX);
  }

  private Optional<String> timeoutFault(String text) {
    return NumberRules.fault(
        texts,
        text,
        Rule.HEALTH_TIMEOUT_RANGE,
        number -> FieldRules.healthCheckTimeout("", number, interval.number()),
        FieldRules.TIMEOUT_MIN,
        FieldRules.TIMEOUT_MAX);
  }

  private Optional<String> thresholdFault(String text) {
    return NumberRules.fault(
        texts,
        text,
        Rule.HEALTH_THRESHOLD_RANGE,
        number -> FieldRules.healthCheckThreshold("", number),
        FieldRules.THRESHOLD_MIN,
        FieldRules.THRESHOLD_MAX);
  }

  private String currentConsequence() {
    if (!interval.isValid() || !healthy.isValid() || !unhealthy.isValid()) {
      return "";
    }
    return texts.get(
        "targets.health.consequence",
        whole(interval) * whole(unhealthy),
        whole(interval) * whole(healthy));
  }
}
