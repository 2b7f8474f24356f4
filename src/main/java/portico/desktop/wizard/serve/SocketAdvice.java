package portico.desktop.wizard.serve;

import java.util.List;
import java.util.Optional;
import portico.desktop.wizard.draft.ServeChoice;
import portico.model.HealthCheckSpec;
import portico.model.ProtocolVersion;
import portico.model.Stickiness;
import portico.model.TargetGroupSpec;

/**
 * One thing to mind when clients speak with the service by WebSocket, with the numbers as they are
 * chosen (guide for Application Load Balancers: Listeners, WebSockets; Connection idle timeout;
 * Health checks for target groups).
 *
 * @param facts for the words, in the order of the subject's description
 */
public record SocketAdvice(Subject subject, List<Object> facts) {
  /** What it is about. */
  public enum Subject {
    /** [] */
    HTTP1,
    /** The connection cannot become a WebSocket. [version] */
    NOT_HTTP1,
    /** [longest time between messages, idle timeout], in seconds. */
    PING,
    /** [path] */
    HEALTH,
    /** [] */
    STICKY,
    /** [] */
    NOT_STICKY,
    /** [deregistration delay in seconds] */
    DRAIN
  }

  public SocketAdvice {
    facts = List.copyOf(facts);
  }

  /** Whether something must change before a WebSocket works at all. */
  boolean wrong() {
    return subject == Subject.NOT_HTTP1;
  }

  /** Nothing where the service has no WebSockets. */
  static List<SocketAdvice> of(Streams streams, Optional<ServeChoice> choice) {
    return streams == Streams.WEBSOCKET
        ? choice.map(SocketAdvice::of).orElse(List.of())
        : List.of();
  }

  private static List<SocketAdvice> of(ServeChoice choice) {
    TargetGroupSpec group = choice.targetGroup();
    int idle = choice.attributes().idleTimeoutSeconds();
    HealthCheckSpec check = group.healthCheck();
    boolean sticky = !(group.attributes().stickiness() instanceof Stickiness.Off);
    return List.of(
        group.protocolVersion() == ProtocolVersion.HTTP1
            ? one(Subject.HTTP1)
            : one(Subject.NOT_HTTP1, group.protocolVersion().name()),
        one(Subject.PING, Math.max(1, idle / 2), idle),
        one(Subject.HEALTH, check.path()),
        one(sticky ? Subject.STICKY : Subject.NOT_STICKY),
        one(Subject.DRAIN, group.attributes().deregistrationDelaySeconds()));
  }

  private static SocketAdvice one(Subject subject, Object... facts) {
    return new SocketAdvice(subject, List.of(facts));
  }
}
