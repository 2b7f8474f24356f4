package portico.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import portico.environment.Ending;

/** When an environment ends by itself, as it stands in replies. */
final class EndingFields {
  private EndingFields() {}

  /** Empty for one that stays. */
  static Optional<Map<String, Object>> of(Ending ending, Instant now) {
    Map<String, Object> fields = new LinkedHashMap<>();
    ending
        .deadline()
        .ifPresent(
            deadline -> {
              fields.put("at", deadline.due().truncatedTo(ChronoUnit.SECONDS).toString());
              fields.put("seconds_left", deadline.left(now).toSeconds());
              fields.put("due", deadline.isDue(now));
              deadline.setBy().ifPresent(user -> fields.put("set_by", user));
            });
    ending
        .pending()
        .ifPresent(
            pending -> {
              fields.put("after_deployment", LifetimeOption.typed(pending.lifetime().length()));
              pending.setBy().ifPresent(user -> fields.put("set_by", user));
            });
    return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
  }
}
