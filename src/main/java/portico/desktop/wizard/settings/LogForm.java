package portico.desktop.wizard.settings;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.model.LoadBalancerRules;
import portico.model.LogBucket;

/** Whether logs of one kind are kept, and where. */
public final class LogForm {
  private final BooleanProperty on = new SimpleBooleanProperty();
  private final Field bucket;
  private final Field prefix;

  /**
   * @param id beginning of the fields' intent ids
   */
  LogForm(String id, Texts texts) {
    bucket =
        new Field(
            id + "-bucket",
            texts.get("settings.logs.bucket"),
            text ->
                on.get() ? texts.first(LoadBalancerRules.logBucket("", text)) : Optional.empty(),
            on);
    prefix =
        new Field(
            id + "-prefix",
            texts.get("settings.logs.prefix"),
            text ->
                on.get() ? texts.first(LoadBalancerRules.logPrefix("", text)) : Optional.empty(),
            on);
  }

  public BooleanProperty onProperty() {
    return on;
  }

  public Field bucket() {
    return bucket;
  }

  public Field prefix() {
    return prefix;
  }

  List<Field> fields() {
    return List.of(bucket, prefix);
  }

  void prefill(Optional<LogBucket> logs) {
    on.set(logs.isPresent());
    bucket.prefill(logs.map(LogBucket::bucket).orElse(""));
    prefix.prefill(logs.map(LogBucket::prefix).orElse(""));
  }

  /** Where the logs go; empty when none are kept. Only to be asked while the fields are valid. */
  Optional<LogBucket> logs() {
    return on.get() ? Optional.of(new LogBucket(bucket.text(), prefix.text())) : Optional.empty();
  }
}
