package portico.practice.aws;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** Answers 200 to plain requests, and echoes the short text messages of WebSockets (RFC 6455). */
final class EchoSocketServer implements AutoCloseable {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket socket;

  EchoSocketServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    Thread.ofVirtual().start(this::run);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void run() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void serve(Socket client) {
    try (client) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      String key = key(in);
      OutputStream out = client.getOutputStream();
      if (key.isEmpty()) {
        out.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return;
      }
      String head =
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + accept(key)
              + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.UTF_8));
      while (true) {
        echo(in, out);
      }
    } catch (IOException gone) {
      // The client has left.
    }
  }

  private static String key(DataInputStream in) throws IOException {
    String key = "";
    StringBuilder line = new StringBuilder();
    while (true) {
      int next = in.readUnsignedByte();
      if (next != '\n') {
        line.append((char) next);
        continue;
      }
      String text = line.toString().strip();
      if (text.isEmpty()) {
        return key;
      }
      if (text.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
        key = text.substring(text.indexOf(':') + 1).strip();
      }
      line.setLength(0);
    }
  }

  private static String accept(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] hash = digest.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void echo(DataInputStream in, OutputStream out) throws IOException {
    int first = in.readUnsignedByte();
    int length = in.readUnsignedByte() & 0x7f;
    byte[] mask = in.readNBytes(4);
    byte[] text = in.readNBytes(length);
    for (int i = 0; i < text.length; i++) {
      text[i] ^= mask[i % 4];
    }
    out.write(new byte[] {(byte) first, (byte) length});
    out.write(text);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
