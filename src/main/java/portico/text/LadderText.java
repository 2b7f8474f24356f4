package portico.text;

import java.util.OptionalInt;
import portico.model.HealthCheckSpec;
import portico.model.TimeoutLadder;
import portico.model.TimeoutLadder.Finding;
import portico.model.TimeoutLadder.Kind;
import portico.model.TimeoutLadder.Severity;

/** A timeout ladder in words. */
public final class LadderText {
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private final Words words;

  public LadderText(Words words) {
    this.words = words;
  }

  /** What a rung is called. */
  public String of(Kind kind) {
    return words.get(
        switch (kind) {
          case CLIENT_TIMEOUT -> "ladder.rung.client-timeout";
          case CLIENT_KEEP_ALIVE -> "ladder.rung.client-keep-alive";
          case IDLE_TIMEOUT -> "ladder.rung.idle-timeout";
          case SERVER_KEEP_ALIVE -> "ladder.rung.server-keep-alive";
          case REQUEST_LIMIT -> "ladder.rung.request-limit";
          case LONGEST_SILENCE -> "ladder.rung.longest-silence";
          case DEREGISTRATION_DELAY -> "ladder.rung.deregistration-delay";
          case HEALTH_TIMEOUT -> "ladder.rung.health-timeout";
          case HEALTH_INTERVAL -> "ladder.rung.health-interval";
          case UNHEALTHY_AFTER -> "ladder.rung.unhealthy-after";
        });
  }

  /** One word for how bad a finding is. */
  public String of(Severity severity) {
    return words.get(
        switch (severity) {
          case WEAK -> "ladder.weak";
          case UNKNOWN -> "ladder.unknown";
          case NOTE -> "ladder.note";
        });
  }

  /** What does not fit, and what to do. */
  public Message of(Finding finding) {
    return switch (finding) {
      case Finding.KeepAliveTooShort(int keepAlive, int idle) ->
          message("ladder.keep-alive-too-short", keepAlive, idle, TimeoutLadder.keepAliveFor(idle));
      case Finding.KeepAliveUnknown(int idle) ->
          message("ladder.keep-alive-unknown", idle, TimeoutLadder.keepAliveFor(idle));
      case Finding.SilenceReachesIdle(int silence, int idle) ->
          message("ladder.silence-reaches-idle", silence, idle, TimeoutLadder.idleFor(silence));
      case Finding.SilenceBeyondAws(int silence, int max) ->
          message("ladder.silence-beyond-aws", silence, max);
      case Finding.SilenceUnknown(int idle) -> message("ladder.silence-unknown", idle);
      case Finding.ServerGivesUp(int limit, int silence) ->
          message("ladder.server-gives-up", limit, silence, TimeoutLadder.beyond(silence));
      case Finding.ServerLimitBelowIdle(int limit, int idle) ->
          message("ladder.server-limit-below-idle", limit, idle);
      case Finding.ClientGivesUp(int client, int silence) ->
          message("ladder.client-gives-up", client, silence, TimeoutLadder.beyond(silence));
      case Finding.ClientBelowIdle(int client, int idle) ->
          message("ladder.client-below-idle", client, idle);
      case Finding.DrainCutsAnswers(int drain, int silence) ->
          message("ladder.drain-cuts-answers", drain, silence);
      case Finding.HealthTimeoutShort(int timeout) ->
          message("ladder.health-timeout-short", timeout);
    };
  }

  /** How long a rung is, such as "600 s", with minutes or hours where they help. */
  public String length(OptionalInt seconds) {
    if (seconds.isEmpty()) {
      return words.get("ladder.length.unknown");
    }
    int count = seconds.getAsInt();
    if (count == TimeoutLadder.NEVER) {
      return words.get("ladder.length.never");
    }
    if (count >= HOUR && count % HOUR == 0) {
      return words.get("ladder.length.hours", count, count / HOUR);
    }
    return count > MINUTE && count % MINUTE == 0
        ? words.get("ladder.length.minutes", count, count / MINUTE)
        : words.get("ladder.length.seconds", count);
  }

  /** What a health check comes to: when a target goes out, and when it is back. */
  public String health(HealthCheckSpec check) {
    if (!check.enabled()) {
      return words.get("ladder.health.off");
    }
    return words.get(
        "ladder.health",
        check.intervalSeconds() * check.unhealthyThreshold(),
        check.unhealthyThreshold(),
        check.intervalSeconds() * check.healthyThreshold(),
        check.healthyThreshold());
  }

  /** The whole in one sentence: whether it holds. */
  public String summary(TimeoutLadder ladder) {
    long weak = count(ladder, Severity.WEAK);
    if (weak > 0) {
      return weak == 1
          ? words.get("ladder.summary.weak-one")
          : words.get("ladder.summary.weak", weak);
    }
    return words.get(
        count(ladder, Severity.UNKNOWN) > 0 ? "ladder.summary.unknown" : "ladder.summary.holds");
  }

  private static long count(TimeoutLadder ladder, Severity severity) {
    return ladder.findings().stream().filter(each -> each.severity() == severity).count();
  }

  private Message message(String key, Object... facts) {
    return new Message(words.get(key + ".what", facts), "", words.get(key + ".next", facts));
  }
}
