package portico.desktop.wizard.targets;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Filling;
import portico.desktop.wizard.form.NumberRules;
import portico.desktop.wizard.form.Pick;
import portico.desktop.wizard.form.Texts;
import portico.model.FieldRules;
import portico.model.HealthCheckSpec;
import portico.model.Protocol;
import portico.model.Rule;
import portico.model.SpecDefaults;

/** The fields of a health check and what they come to. */
public final class HealthCheckForm {
  private final Texts texts;
  private final GroupChecks checks;
  private final Pick<Boolean> enabled = new Pick<>(true);
  private final Pick<Protocol> protocol = new Pick<>(Protocol.HTTP);
  private final Field ownPort;
  private final Field path;
  private final Field matcher;
  private final Field interval;
  private final Field timeout;
  private final Field healthy;
  private final Field unhealthy;
  private final StringBinding consequence;
  private final StringBinding details;

  HealthCheckForm(Texts texts, GroupChecks checks) {
    this.texts = texts;
    this.checks = checks;
    ownPort =
        field(
            "port",
            "port",
            text -> text.isEmpty() ? Optional.empty() : NumberRules.port(texts, text));
    path = field("path", "path", text -> texts.first(FieldRules.healthCheckPath("", text)));
    matcher = field("matcher", "matcher", text -> GroupChecks.requiredFault(texts, text));
    interval = field("interval", "intervalSeconds", this::intervalFault);
    timeout = field("timeout", "timeoutSeconds", this::timeoutFault, interval.textProperty());
    healthy = field("healthy", "healthyThreshold", this::thresholdFault);
    unhealthy = field("unhealthy", "unhealthyThreshold", this::thresholdFault);
    fill(SpecDefaults.HEALTH_CHECK, Filling.WHOLE);
    consequence =
        Bindings.createStringBinding(
            this::currentConsequence,
            enabled.property(),
            interval.fault(),
            healthy.fault(),
            unhealthy.fault());
    details =
        Bindings.createStringBinding(
            this::currentDetails,
            protocol.property(),
            ownPort.textProperty(),
            matcher.textProperty());
  }

  private Field field(
      String id, String at, Function<String, Optional<String>> rule, Observable... alsoOn) {
    Observable[] inputs =
        Stream.concat(Stream.of(checks.found()), Stream.of(alsoOn)).toArray(Observable[]::new);
    return new Field(
        "wizard-health-" + id,
        texts.get("targets.health." + id),
        text -> rule.apply(text).or(() -> checks.at("healthCheck." + at)),
        inputs);
  }

  /** Whether there is one at all; only Lambda groups can do without. */
  public Pick<Boolean> enabled() {
    return enabled;
  }

  public Pick<Protocol> protocol() {
    return protocol;
  }

  /** The port that is asked; empty for the one that takes the requests. */
  public Field ownPort() {
    return ownPort;
  }

  public Field path() {
    return path;
  }

  /** The answers that count as success. */
  public Field matcher() {
    return matcher;
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

  /** Protocol, port and answers in a few words. */
  public ObservableValue<String> details() {
    return details;
  }

  List<Field> fields() {
    return List.of(path, interval, timeout, healthy, unhealthy, ownPort, matcher);
  }

  /** Everything that the health check depends on. */
  Stream<Observable> inputs() {
    return Stream.concat(
        Stream.of(enabled.property(), protocol.property()),
        fields().stream().map(Field::textProperty));
  }

  void fill(HealthCheckSpec spec, Filling how) {
    how.fill(enabled, spec.enabled());
    how.fill(protocol, spec.protocol());
    how.fill(ownPort, spec.port());
    how.fill(path, spec.path());
    how.fill(matcher, spec.matcher());
    how.fill(interval, spec.intervalSeconds());
    how.fill(timeout, spec.timeoutSeconds());
    how.fill(healthy, spec.healthyThreshold());
    how.fill(unhealthy, spec.unhealthyThreshold());
  }

  /** The health check; the default stands for what is no number yet. */
  HealthCheckSpec attempt() {
    HealthCheckSpec or = SpecDefaults.HEALTH_CHECK;
    return new HealthCheckSpec(
        enabled.get(),
        protocol.get(),
        ownPort.number(),
        path.text(),
        interval.number().orElse(or.intervalSeconds()),
        timeout.number().orElse(or.timeoutSeconds()),
        healthy.number().orElse(or.healthyThreshold()),
        unhealthy.number().orElse(or.unhealthyThreshold()),
        matcher.text());
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
    if (!enabled.get() || !interval.isValid() || !healthy.isValid() || !unhealthy.isValid()) {
      return "";
    }
    int seconds = interval.number().orElseThrow();
    return texts.get(
        "targets.health.consequence",
        seconds * unhealthy.number().orElseThrow(),
        seconds * healthy.number().orElseThrow());
  }

  private String currentDetails() {
    String where =
        ownPort.text().isEmpty()
            ? texts.get("targets.health.details.traffic", protocol.get())
            : texts.get("targets.health.details.port", protocol.get(), ownPort.text());
    return texts.get("targets.health.details", where, matcher.text());
  }
}
