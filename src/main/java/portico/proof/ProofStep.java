package portico.proof;

import java.time.Duration;
import java.util.List;

/** One step of a proof at one listener, and how it went. */
public sealed interface ProofStep {
  String listener();

  Stage stage();

  /** How long it took; zero for one that was left out. */
  Duration took();

  /** What is asked, in this order. */
  enum Stage {
    NAME,
    CONNECT,
    TLS,
    HEALTH,
    GATE,
    STREAM,
    SILENCE
  }

  /**
   * The name has addresses.
   *
   * @param thisMachine whether the name is one of this machine's own, under {@code .localhost}
   */
  record Resolved(String listener, Duration took, List<String> addresses, boolean thisMachine)
      implements ProofStep {
    public Resolved {
      addresses = List.copyOf(addresses);
    }

    @Override
    public Stage stage() {
      return Stage.NAME;
    }
  }

  /** A connection stands; {@code address} with its port. */
  record Connected(String listener, Duration took, String address) implements ProofStep {
    @Override
    public Stage stage() {
      return Stage.CONNECT;
    }
  }

  /** The certificate is trusted. */
  record Secured(String listener, Duration took, TlsFacts tls) implements ProofStep {
    @Override
    public Stage stage() {
      return Stage.TLS;
    }
  }

  /**
   * The health check's path answers as the target group wants it.
   *
   * @param server the Server header, or an empty text
   * @param simulated whether practice's built-in server answered
   */
  record Healthy(
      String listener, Duration took, String path, int status, String server, boolean simulated)
      implements ProofStep {
    @Override
    public Stage stage() {
      return Stage.HEALTH;
    }
  }

  /** Who has no key is refused. */
  record Refused(String listener, Duration took, String path, int status) implements ProofStep {
    @Override
    public Stage stage() {
      return Stage.GATE;
    }
  }

  /** An answer came in pieces. */
  record Streamed(String listener, Duration took, StreamFacts facts) implements ProofStep {
    @Override
    public Stage stage() {
      return Stage.STREAM;
    }
  }

  /** A connection outlived a long silence. */
  record Survived(String listener, Duration took, SilenceFacts facts) implements ProofStep {
    @Override
    public Stage stage() {
      return Stage.SILENCE;
    }
  }

  /** It did not go well. */
  record Failed(String listener, Duration took, Stage stage, ProofProblem problem)
      implements ProofStep {}

  /** It was not tried. */
  record Skipped(String listener, Stage stage, Why why) implements ProofStep {
    @Override
    public Duration took() {
      return Duration.ZERO;
    }
  }

  /** Why a step was not tried. */
  enum Why {
    /** One that it needs failed. */
    BEFORE_FAILED,
    /** The user left it out. */
    NOT_ASKED,
    /** No streamed answer is known of this server. */
    NO_STREAM_KNOWN,
    /** The group speaks gRPC, which a plain request says nothing about. */
    GRPC,
    /** The proof was cancelled. */
    CANCELLED
  }
}
