package portico.practice.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Reads the head of each request, answers with the same bytes, and closes the connection. */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket;

  RawServer(String answer) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    Thread.ofVirtual().start(() -> run(answer));
  }

  private void run(String answer) {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        int endings = 0;
        while (endings < 2) {
          int next = client.getInputStream().read();
          if (next < 0) {
            break;
          }
          endings = next == '\n' ? endings + 1 : next == '\r' ? endings : 0;
        }
        client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
      } catch (IOException gone) {
        // The next client is as good.
      }
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
