package portico.desktop.wizard.settings;

import java.util.List;
import java.util.Optional;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Pick;
import portico.desktop.wizard.form.Texts;
import portico.model.LoadBalancerRules;
import portico.model.LogBucket;

/** Whether logs of one kind are kept, and where. */
public final class LogForm {
  private final Pick<LogPlace> place = new Pick<>(LogPlace.NONE);
  private final Field bucket;
  private final Field prefix;

  /**
   * @param id beginning of the fields' intent ids
   * @param madePrefix suggested within the bucket that is made, where both kinds of logs may be
   */
  LogForm(String id, String madePrefix, Texts texts) {
    bucket =
        new Field(
            id + "-bucket",
            texts.get("settings.logs.bucket"),
            text ->
                place.get() == LogPlace.EXISTING
                    ? texts.first(LoadBalancerRules.logBucket("", text))
                    : Optional.empty(),
            place.property());
    prefix =
        new Field(
            id + "-prefix",
            texts.get("settings.logs.prefix"),
            text ->
                place.get() == LogPlace.NONE
                    ? Optional.empty()
                    : texts.first(LoadBalancerRules.logPrefix("", text)),
            place.property());
    place.property().subscribe(now -> prefix.suggest(now == LogPlace.MADE ? madePrefix : ""));
  }

  public Pick<LogPlace> place() {
    return place;
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
    place.prefill(
        logs.map(
                each ->
                    switch (each) {
                      case LogBucket.Made _ -> LogPlace.MADE;
                      case LogBucket.Existing _ -> LogPlace.EXISTING;
                    })
            .orElse(LogPlace.NONE));
    bucket.prefill(
        logs.map(each -> each instanceof LogBucket.Existing(String name, String _) ? name : "")
            .orElse(""));
    prefix.prefill(logs.map(LogBucket::prefix).orElse(""));
  }

  /**
   * Where the logs go; empty when none are kept. Only to be asked while the fields are valid.
   *
   * @param days after which logs are deleted from the bucket that is made
   */
  Optional<LogBucket> logs(int days) {
    return switch (place.get()) {
      case NONE -> Optional.empty();
      case MADE -> Optional.of(new LogBucket.Made(prefix.text(), days));
      case EXISTING -> Optional.of(existing());
    };
  }

  /** The bucket as it stands in the fields, valid or not. */
  LogBucket.Existing existing() {
    return new LogBucket.Existing(bucket.text(), prefix.text());
  }
}
