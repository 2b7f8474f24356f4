package portico.proof.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import portico.proof.ProofControl;

/** One connection that speaks HTTP/1.1. For one thread; cancelling closes it from any. */
final class Wire implements AutoCloseable {
  /** More than any load balancer's head of an answer. */
  private static final int HEAD_LIMIT = 64 * 1024;

  private final Socket plain;
  private final Socket socket;
  private final InputStream in;
  private final ProofControl.Registration registration;
  private Deadline deadline;

  private Wire(
      Socket plain, Socket socket, Deadline deadline, ProofControl.Registration registration)
      throws IOException {
    this.plain = plain;
    this.socket = socket;
    this.deadline = deadline;
    this.registration = registration;
    this.in = new BufferedInputStream(new Timed(socket.getInputStream()), 16 * 1024);
  }

  /** Reads with the time that is left. */
  private final class Timed extends InputStream {
    private final InputStream source;

    Timed(InputStream source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      socket.setSoTimeout(deadline.left());
      return source.read(bytes, offset, length);
    }
  }

  /** Connects, and shakes hands if the listener speaks TLS. */
  static Wire open(Way way, Deadline deadline, ProofControl control) throws IOException {
    Socket plain = new Socket();
    var registration = control.onCancel(() -> closeQuietly(plain));
    try {
      plain.setTcpNoDelay(true);
      plain.connect(way.address(), deadline.left());
      Socket socket = plain;
      if (way.tls().isPresent()) {
        plain.setSoTimeout(deadline.left());
        socket = way.tls().get().handshake(plain, List.of("http/1.1"));
      }
      return new Wire(plain, socket, deadline, registration);
    } catch (IOException | RuntimeException failed) {
      registration.close();
      closeQuietly(plain);
      throw failed;
    }
  }

  /**
   * Where to connect.
   *
   * @param tls empty for plain HTTP
   */
  record Way(InetSocketAddress address, Optional<TlsClient> tls) {}

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // There is nothing more to release.
    }
  }

  /** Gives what follows more time, or less. */
  void limit(Deadline next) {
    deadline = next;
  }

  void send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    socket.getOutputStream().flush();
  }

  /**
   * The head of the next answer; interim ones are passed over.
   *
   * @throws NotHttpException when something else came, or nothing before the connection ended
   */
  Head head() throws IOException {
    while (true) {
      Head head = Head.parse(lines());
      if (head.status() >= 200 || head.status() == 101) {
        return head;
      }
    }
  }

  private List<String> lines() throws IOException {
    var bytes = new ByteArrayOutputStream();
    int endings = 0;
    while (endings < 2 && bytes.size() < HEAD_LIMIT) {
      int read = in.read();
      if (read < 0) {
        if (bytes.size() == 0) {
          throw new EOFException("the connection was closed before an answer");
        }
        break;
      }
      bytes.write(read);
      if (read == '\n') {
        endings++;
      } else if (read != '\r') {
        endings = 0;
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1).lines().toList();
  }

  /** The body that follows a head, as it comes. */
  InputStream body(Head head) {
    return head.status() == 204 || head.status() == 304
        ? InputStream.nullInputStream()
        : Body.of(head, in);
  }

  /** Waits until the other end says something or the time is over; how it went. */
  Held hold(Duration time) throws IOException {
    limit(Deadline.in(time));
    try {
      return in.read() < 0 ? Held.CLOSED : Held.SPOKEN;
    } catch (SocketTimeoutException silent) {
      return Held.SILENT;
    }
  }

  /** What became of a connection on which nothing was sent. */
  enum Held {
    SILENT,
    CLOSED,
    SPOKEN
  }

  @Override
  public void close() {
    registration.close();
    closeQuietly(plain);
  }
}
