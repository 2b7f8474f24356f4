package portico.proof.http;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Shakes hands as a client of one listener.
 *
 * @param name asked for in the handshake, and the one that the certificate is checked against after
 *     it
 * @param trust checks the certificate's chain
 */
record TlsClient(String name, RecordingTrust trust) {
  /**
   * TLS over a connection.
   *
   * @param protocols offered to the server, such as {@code h2}
   * @throws IOException when it does not come about, for instance because the certificate is not
   *     trusted
   */
  SSLSocket handshake(Socket plain, List<String> protocols) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      var socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, name, plain.getPort(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(name)));
      parameters.setApplicationProtocols(protocols.toArray(String[]::new));
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (GeneralSecurityException | IllegalArgumentException unusable) {
      throw new IOException(unusable);
    }
  }
}
