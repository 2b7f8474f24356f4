package portico.proof.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import portico.proof.TlsFacts.Trust;

/**
 * Trusts what the system's authorities have signed, and in practice what its own authority has; and
 * remembers what was shown and by what it was trusted. Whatever neither vouches for is refused. The
 * name is checked by the caller, against the listener's certificate.
 */
final class RecordingTrust extends X509ExtendedTrustManager {
  private final X509TrustManager system;
  private final Optional<X509TrustManager> authority;
  private List<X509Certificate> shown = List.of();
  private Trust trust = Trust.NONE;
  private String refusal = "";

  private RecordingTrust(X509TrustManager system, Optional<X509TrustManager> authority) {
    this.system = system;
    this.authority = authority;
  }

  /**
   * With an authority's certificate in PEM beside those of the system.
   *
   * @throws IOException when it cannot be read
   */
  static RecordingTrust of(Optional<Path> authority) throws IOException {
    try {
      return new RecordingTrust(
          managers(null),
          authority.isPresent() && Files.exists(authority.get())
              ? Optional.of(managers(authority.get()))
              : Optional.empty());
    } catch (GeneralSecurityException unusable) {
      throw new IOException(unusable);
    }
  }

  private static X509TrustManager managers(@Nullable Path pem)
      throws IOException, GeneralSecurityException {
    KeyStore store = null;
    if (pem != null) {
      store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      try (InputStream file = Files.newInputStream(pem)) {
        store.setCertificateEntry(
            "authority", CertificateFactory.getInstance("X.509").generateCertificate(file));
      }
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no trust manager"));
  }

  /** What was shown last, the server's own certificate first. */
  List<X509Certificate> shown() {
    return shown;
  }

  Trust trust() {
    return trust;
  }

  /** Why it was refused; an empty text if it was not. */
  String refusal() {
    return refusal;
  }

  private void check(X509Certificate[] chain, String type) throws CertificateException {
    shown = new ArrayList<>(List.of(chain));
    trust = Trust.NONE;
    try {
      system.checkServerTrusted(chain, type);
      trust = Trust.SYSTEM;
    } catch (CertificateException unknown) {
      refusal = String.valueOf(unknown.getMessage());
      if (authority.isEmpty()) {
        throw unknown;
      }
      authority.get().checkServerTrusted(chain, type);
      refusal = "";
      trust = Trust.PRACTICE;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("no server");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
