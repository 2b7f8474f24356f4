package portico.proof;

import java.time.Duration;

/** Why a step of a proof did not go well. {@code detail} is the system's own words. */
public sealed interface ProofProblem {
  /** The name does not resolve; a new one takes a minute or two. */
  record UnknownName(String name, String detail) implements ProofProblem {}

  record ConnectionRefused(String address) implements ProofProblem {}

  /** Nothing came in time: often a security group. */
  record TimedOut(Duration limit) implements ProofProblem {}

  record NoRoute(String detail) implements ProofProblem {}

  /** The handshake did not come about. */
  record NoHandshake(String detail) implements ProofProblem {}

  /** None of the authorities that were tried signed the certificate, or it is not valid now. */
  record NotTrusted(TlsFacts tls, String detail) implements ProofProblem {}

  /** The certificate is not for the name that the listener's certificate has. */
  record WrongName(TlsFacts tls) implements ProofProblem {}

  /** The connection ended, or something else than HTTP came. */
  record NotHttp(String detail) implements ProofProblem {}

  /** The load balancer answered 503 itself: no target is registered, or none is healthy. */
  record NoTargets() implements ProofProblem {}

  /** The answer's status is not the one wanted; {@code server} may be an empty text. */
  record WrongStatus(String path, int status, String server) implements ProofProblem {}

  /** Portico has no key to present. */
  record NoKey(String header) implements ProofProblem {}

  /** A caller without the key was answered. */
  record GateOpen(String path, int status) implements ProofProblem {}

  /** The model's name could not be found out. */
  record NoModel(String path, String detail) implements ProofProblem {}

  /** The answer came, but in one piece. */
  record NotStreamed(StreamFacts facts) implements ProofProblem {}

  /** The answer ended before it was over. */
  record StreamBroken(StreamFacts facts, String detail) implements ProofProblem {}

  /**
   * The silence was ended.
   *
   * @param after how long it had lasted
   * @param cut by what
   * @param byIdleTimeout whether the time is the load balancer's idle timeout
   */
  record SilenceCut(SilenceFacts facts, Duration after, Cut cut, boolean byIdleTimeout)
      implements ProofProblem {}

  record Cancelled() implements ProofProblem {}

  record Other(String detail) implements ProofProblem {}

  /** How a silence ended. */
  enum Cut {
    /** By an answer with status 504. */
    GATEWAY_TIMEOUT,
    /** By another answer of the load balancer or the server. */
    OTHER_STATUS,
    /** The connection was closed. */
    CLOSED
  }
}
