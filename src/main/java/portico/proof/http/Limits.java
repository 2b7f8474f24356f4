package portico.proof.http;

import java.time.Duration;

/**
 * How long steps may take.
 *
 * @param step name, connection and handshake, each
 * @param stream a streamed answer, at least; longer where the idle timeout is
 * @param spare what a silence may take beside its own time
 */
record Limits(Duration step, Duration stream, Duration spare) {
  static final Limits USUAL =
      new Limits(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofSeconds(15));

  /** For a first answer alone. */
  static final Limits SHORT =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(1));
}
