package portico.proof.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import portico.proof.ProofControl;
import portico.proof.ProofEndpoint;
import portico.proof.ProofProblem;
import portico.proof.TlsFacts;

/** Shakes hands with a listener and looks at its certificate. */
final class Handshake {
  private static final int DNS_NAME = 2;

  private final ProofEndpoint endpoint;
  private final Duration limit;
  private final ProofControl control;

  Handshake(ProofEndpoint endpoint, Duration limit, ProofControl control) {
    this.endpoint = endpoint;
    this.limit = limit;
    this.control = control;
  }

  /** What came of it. */
  sealed interface Result {
    /** {@code client} makes further connections. */
    record Done(TlsFacts facts, TlsClient client) implements Result {}

    record Refused(ProofProblem problem) implements Result {}
  }

  Result shake(InetSocketAddress address, Optional<Path> authority) {
    RecordingTrust trust;
    try {
      trust = RecordingTrust.of(authority);
    } catch (IOException unreadable) {
      return new Result.Refused(new ProofProblem.NoHandshake(Faults.text(unreadable)));
    }
    Deadline deadline = Deadline.in(limit);
    var client = new TlsClient(endpoint.host(), trust);
    try (Socket plain = new Socket();
        var _ = control.onCancel(() -> Wire.closeQuietly(plain))) {
      plain.connect(address, deadline.left());
      plain.setSoTimeout(deadline.left());
      SSLSocket socket = client.handshake(plain, List.of("h2", "http/1.1"));
      SSLSession session = socket.getSession();
      boolean http2 = "h2".equals(socket.getApplicationProtocol());
      TlsFacts facts = facts(session.getProtocol(), session.getCipherSuite(), http2, trust);
      return endpoint.certificateDomain().isPresent() && !facts.fits()
          ? new Result.Refused(new ProofProblem.WrongName(facts))
          : new Result.Done(facts, client);
    } catch (IOException | RuntimeException failed) {
      return new Result.Refused(
          !trust.shown().isEmpty() && !trust.refusal().isEmpty() && !control.cancelled()
              ? new ProofProblem.NotTrusted(facts("", "", false, trust), trust.refusal())
              : Faults.of(failed, limit, address.toString(), control));
    }
  }

  private TlsFacts facts(String version, String cipher, boolean http2, RecordingTrust trust) {
    X509Certificate own = trust.shown().getFirst();
    List<String> names = names(own);
    String expected = endpoint.certificateDomain().orElse(endpoint.dnsName());
    return new TlsFacts(
        version,
        cipher,
        http2,
        own.getSubjectX500Principal().getName(),
        names,
        own.getIssuerX500Principal().getName(),
        own.getNotAfter().toInstant(),
        trust.trust(),
        expected,
        names.stream().anyMatch(each -> TlsFacts.covers(each, expected)),
        endpoint.named());
  }

  private static List<String> names(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      var all = certificate.getSubjectAlternativeNames();
      if (all != null) {
        for (List<?> each : all) {
          if (Integer.valueOf(DNS_NAME).equals(each.get(0))) {
            names.add(String.valueOf(each.get(1)));
          }
        }
      }
    } catch (CertificateParsingException unreadable) {
      // Then it is for no name.
    }
    return names;
  }
}
