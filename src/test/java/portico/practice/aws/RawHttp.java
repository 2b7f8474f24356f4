package portico.practice.aws;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends requests with any Host header, byte by byte as a test wants them. */
final class RawHttp {
  private static final int LIMIT_MILLIS = 10_000;

  private final URI endpoint;

  RawHttp(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** An answer, or an empty one if the connection was closed without any. */
  record Answer(String text) {
    boolean closed() {
      return text.isEmpty();
    }

    int status() {
      return Integer.parseInt(text.split(" ", 3)[1]);
    }

    boolean hasHeader(String header) {
      return text.toLowerCase(Locale.ROOT)
          .contains("\r\n" + header.toLowerCase(Locale.ROOT) + "\r\n");
    }

    String body() {
      return text.substring(text.indexOf("\r\n\r\n") + 4);
    }
  }

  Answer get(String host, String path) {
    return send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
  }

  Answer post(String host, String headers, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return send(
        "POST / HTTP/1.1\r\nHost: %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
            .formatted(host, headers, length, body));
  }

  private Answer send(String request) {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      socket.setSoTimeout(LIMIT_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
