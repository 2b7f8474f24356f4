package portico.proof.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import portico.proof.ProofControl;
import portico.proof.ProofProblem;

/** What went wrong on the network, as a value. */
final class Faults {
  private Faults() {}

  /**
   * What an exception means.
   *
   * @param limit how long there was
   * @param address that was asked
   */
  static ProofProblem of(Exception thrown, Duration limit, String address, ProofControl control) {
    if (control.cancelled()) {
      return new ProofProblem.Cancelled();
    }
    String text = text(thrown);
    return switch (thrown) {
      case CancellationException _ -> new ProofProblem.Cancelled();
      case SocketTimeoutException _ -> new ProofProblem.TimedOut(limit);
      case NoRouteToHostException _ -> new ProofProblem.NoRoute(text);
      // Some systems tell these by the text alone.
      case ConnectException _ when text.contains("timed out") -> new ProofProblem.TimedOut(limit);
      case ConnectException _ when text.contains("unreachable") -> new ProofProblem.NoRoute(text);
      case ConnectException _ -> new ProofProblem.ConnectionRefused(address);
      case SSLException _ -> new ProofProblem.NoHandshake(text);
      case NotHttpException _, EOFException _, SocketException _ -> new ProofProblem.NotHttp(text);
      default -> new ProofProblem.Other(text);
    };
  }

  static String text(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? thrown.getClass().getSimpleName() : message;
  }
}
