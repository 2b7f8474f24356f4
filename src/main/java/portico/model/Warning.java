package portico.model;

import java.util.List;

/** What AWS takes and a user most likely does not want. A value that carries facts. */
public sealed interface Warning {
  /**
   * Everybody on the internet reaches the targets through these listeners, without a key.
   *
   * @param listeners names
   */
  record OpenToTheWorld(List<String> listeners) implements Warning {
    public OpenToTheWorld {
      listeners = List.copyOf(listeners);
    }
  }

  /** Requests, with all that is in them, cross the internet unencrypted. */
  record PlainHttp(String listener, int port) implements Warning {}

  /** A key crosses the internet unencrypted. */
  record KeyOverPlainHttp(String listener, int port) implements Warning {}

  /** The load balancer answers 503 for this group. */
  record NoTargets(String targetGroup) implements Warning {}

  /** AWS checks no health of a group that no listener forwards to (Target.NotInUse). */
  record UnusedTargetGroup(String targetGroup) implements Warning {}

  /** A rule never applies. */
  record HiddenRule(String listener, int priority, int hiddenBy) implements Warning {}

  /** The server closes connections that the load balancer still uses: now and then a 502. */
  record KeepAliveTooShort(int keepAliveSeconds, int idleTimeoutSeconds) implements Warning {}

  /** As before, perhaps: servers' defaults are shorter than such an idle timeout. */
  record KeepAliveUnknown(int idleTimeoutSeconds) implements Warning {}

  /** Answers may be silent for longer than the load balancer waits: a 504. */
  record SilenceTooLong(int silenceSeconds, int idleTimeoutSeconds) implements Warning {}

  /** A busy server misses such a health check. */
  record HealthTimeoutShort(String targetGroup, int timeoutSeconds) implements Warning {}
}
