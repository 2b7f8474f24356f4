package portico.desktop.wizard.settings;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.NumberRules;
import portico.desktop.wizard.form.Texts;
import portico.model.LoadBalancerAttributes;
import portico.model.LoadBalancerRules;
import portico.model.LogBucket;
import portico.model.Rule;

/** Logs of both kinds. Whatever bucket is made is one for both, with one time for all its logs. */
public final class LogsForm {
  private final LogForm access;
  private final LogForm connections;
  private final Field days;
  private final ObservableValue<Boolean> makes;

  LogsForm(Texts texts) {
    access = new LogForm("wizard-access-logs", "requests", texts);
    connections = new LogForm("wizard-connection-logs", "connections", texts);
    days =
        new Field(
            "wizard-log-days",
            texts.get("settings.logs.days"),
            text -> makesBucket() ? daysFault(texts, text) : Optional.empty(),
            access.place().property(),
            connections.place().property());
    days.prefill(String.valueOf(LogBucket.USUAL_DAYS));
    makes =
        access
            .place()
            .property()
            .flatMap(one -> connections.place().property().map(other -> makesBucket()));
  }

  private static Optional<String> daysFault(Texts texts, String text) {
    return NumberRules.fault(
        texts,
        text,
        Rule.LOG_DAYS_RANGE,
        number -> LoadBalancerRules.logDays("", number),
        LoadBalancerRules.LOG_DAYS_MIN,
        LoadBalancerRules.LOG_DAYS_MAX);
  }

  public LogForm access() {
    return access;
  }

  public LogForm connections() {
    return connections;
  }

  /** After how many days logs are deleted from the bucket that is made. */
  public Field days() {
    return days;
  }

  /** Whether a bucket is made. */
  public ObservableValue<Boolean> makes() {
    return makes;
  }

  Stream<Field> fields() {
    return Stream.of(access.fields().stream(), connections.fields().stream(), Stream.of(days))
        .flatMap(each -> each);
  }

  void prefill(LoadBalancerAttributes attributes) {
    access.prefill(attributes.accessLogs());
    connections.prefill(attributes.connectionLogs());
    days.prefill(String.valueOf(LogBucket.madeDays(attributes).orElse(LogBucket.USUAL_DAYS)));
  }

  /** Only to be asked while the fields are valid. */
  Optional<LogBucket> accessLogs() {
    return access.logs(number());
  }

  /** Only to be asked while the fields are valid. */
  Optional<LogBucket> connectionLogs() {
    return connections.logs(number());
  }

  private int number() {
    return days.number().orElse(LogBucket.USUAL_DAYS);
  }

  private boolean makesBucket() {
    return access.place().get() == LogPlace.MADE || connections.place().get() == LogPlace.MADE;
  }
}
