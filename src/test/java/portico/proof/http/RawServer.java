package portico.proof.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server on loopback whose every byte a test decides. */
final class RawServer implements AutoCloseable {
  private final ServerSocket server;
  private final Script script;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /** The heads of all requests, in order. */
  final List<String> heads = new CopyOnWriteArrayList<>();

  /** What is done with one request: whether the connection takes another. */
  interface Script {
    boolean answer(Request request, Out out) throws IOException;
  }

  /** A request's first line, fields and body. */
  record Request(String line, String head, String body) {
    boolean is(String start) {
      return line.startsWith(start);
    }
  }

  RawServer(Script script) {
    this(plain(), script);
  }

  RawServer(ServerSocket server, Script script) {
    this.server = server;
    this.script = script;
    Thread.ofVirtual().start(this::accept);
  }

  private static ServerSocket plain() {
    try {
      return new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      Out out = new Out(socket.getOutputStream());
      boolean more = true;
      while (more) {
        more = script.answer(read(in), out);
      }
    } catch (IOException gone) {
      // The client has what it wanted.
    }
  }

  private Request read(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = in.readLine();
    if (line == null) {
      throw new IOException("over");
    }
    while (line != null && !line.isEmpty()) {
      lines.add(line);
      line = in.readLine();
    }
    int length =
        lines.stream()
            .filter(each -> each.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
            .mapToInt(each -> Integer.parseInt(each.substring(15).strip()))
            .findFirst()
            .orElse(0);
    char[] body = new char[length];
    int have = 0;
    while (have < length) {
      have += in.read(body, have, length - have);
    }
    heads.add(String.join("\n", lines));
    return new Request(lines.getFirst(), String.join("\n", lines), new String(body));
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket each : open) {
        each.close();
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Writes answers. */
  record Out(OutputStream stream) {
    void write(String text) throws IOException {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    }

    /** A whole answer. */
    boolean send(int status, String type, String body) throws IOException {
      write(
          "HTTP/1.1 %d Status\r\nServer: raw\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(status, type, body.length(), body));
      return true;
    }

    /** The head of an answer in chunks. */
    void streamed(String type) throws IOException {
      write(
          "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
              .formatted(type));
    }

    void chunk(String text) throws IOException {
      write(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    /** One chunk after the other, each so long after the one before. */
    void chunks(int gapMillis, String... chunks) throws IOException {
      for (String each : chunks) {
        pause(gapMillis);
        chunk(each);
      }
    }

    boolean end() throws IOException {
      write("0\r\n\r\n");
      return true;
    }
  }

  /** At least so long, by the clock that is measured with. */
  static void pause(int millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
