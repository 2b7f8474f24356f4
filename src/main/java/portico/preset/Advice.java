package portico.preset;

import java.util.Optional;

/**
 * One thing to do at the server.
 *
 * @param setting how it is done; empty when the server cannot be told
 * @param line what to write, exactly; empty when the server cannot be told
 * @param because why, for people
 */
public record Advice(
    Subject subject, Optional<ServerSetting> setting, String line, String because) {
  /** What an advice is about. */
  public enum Subject {
    BIND,
    KEEP_ALIVE,
    REQUEST_LIMIT
  }

  static Advice of(Subject subject, ServerSetting setting, int seconds, String because) {
    return new Advice(subject, Optional.of(setting), setting.with(seconds), because);
  }

  static Advice impossible(Subject subject, String because) {
    return new Advice(subject, Optional.empty(), "", because);
  }
}
