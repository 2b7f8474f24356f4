package portico.proof.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer, in chunks, of a given length, or up to the connection's end. */
final class Body extends InputStream {
  private final InputStream in;
  private final boolean chunked;
  private final boolean sized;
  private long left;
  private boolean begun;
  private boolean over;

  private Body(InputStream in, boolean chunked, boolean sized, long left) {
    this.in = in;
    this.chunked = chunked;
    this.sized = sized;
    this.left = left;
  }

  static Body of(Head head, InputStream in) {
    boolean chunked = head.says("Transfer-Encoding", "chunked");
    long length =
        head.field("Content-Length")
            .filter(text -> text.matches("\\d{1,18}"))
            .map(Long::parseLong)
            .orElse(-1L);
    return new Body(in, chunked, !chunked && length >= 0, Math.max(0, length));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (!over && chunked && left == 0) {
      nextChunk();
    }
    if (over || (sized && left == 0)) {
      return -1;
    }
    boolean counted = chunked || sized;
    int read = in.read(bytes, offset, counted ? (int) Math.min(length, left) : length);
    if (read < 0 && counted) {
      throw new EOFException("the connection was closed within the answer");
    }
    if (read > 0 && counted) {
      left -= read;
    }
    return read;
  }

  private void nextChunk() throws IOException {
    if (begun) {
      String between = line();
      if (!between.isEmpty()) {
        throw new NotHttpException("a chunk has the wrong length");
      }
    }
    begun = true;
    String size = line().replaceAll(";.*", "").strip();
    if (!size.matches("[0-9a-fA-F]{1,15}")) {
      throw new NotHttpException("not the length of a chunk");
    }
    left = Long.parseLong(size, 16);
    if (left == 0) {
      over = true;
      while (!line().isEmpty()) {
        // Trailers say nothing that is looked for.
      }
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int read = in.read();
    while (read >= 0 && read != '\n' && line.length() < 8192) {
      if (read != '\r') {
        line.append((char) read);
      }
      read = in.read();
    }
    if (read < 0) {
      throw new EOFException("the connection was closed within the answer");
    }
    return line.toString();
  }
}
