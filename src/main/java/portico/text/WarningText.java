package portico.text;

import portico.model.Warning;

/** Turns warnings into words: what will happen, and what to do against it. */
public final class WarningText {
  private final Words words;

  public WarningText(Words words) {
    this.words = words;
  }

  public String of(Warning warning) {
    return switch (warning) {
      case Warning.OpenToTheWorld(var listeners) ->
          words.get("warning.open-to-the-world", String.join(", ", listeners));
      case Warning.PlainHttp(String listener, int port) ->
          words.get("warning.plain-http", listener, port);
      case Warning.KeyOverPlainHttp(String listener, int port) ->
          words.get("warning.key-over-plain-http", listener, port);
      case Warning.NoTargets(String group) -> words.get("warning.no-targets", group);
      case Warning.UnusedTargetGroup(String group) ->
          words.get("warning.unused-target-group", group);
      case Warning.HiddenRule(String listener, int priority, int hiddenBy) ->
          words.get("warning.hidden-rule", listener, priority, hiddenBy);
      case Warning.KeepAliveTooShort(int keepAlive, int idle) ->
          words.get("warning.keep-alive-too-short", keepAlive, idle);
      case Warning.KeepAliveUnknown(int idle) -> words.get("warning.keep-alive-unknown", idle);
      case Warning.SilenceTooLong(int silence, int idle) ->
          words.get("warning.silence-too-long", silence, idle);
      case Warning.HealthTimeoutShort(String group, int timeout) ->
          words.get("warning.health-timeout-short", group, timeout);
    };
  }
}
