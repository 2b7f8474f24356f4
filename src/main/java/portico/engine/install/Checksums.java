package portico.engine.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** SHA-256 sums, as computed and as published: lines of {@code <hex> <file name>}. */
final class Checksums {
  private static final Pattern LINE =
      Pattern.compile("([0-9a-fA-F]{64})[ \\t]+\\*?(?:\\./)?(\\S+)");

  private Checksums() {}

  /** The published sum of a file, in lower case; empty when the list does not name it. */
  static Optional<String> listed(Path list, String fileName) throws IOException {
    // Latin-1 reads any bytes: an error page instead of a list is no failure of the disk.
    try (Stream<String> lines = Files.lines(list, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(line -> LINE.matcher(line.strip()))
          .filter(match -> match.matches() && match.group(2).equals(fileName))
          .map(match -> match.group(1).toLowerCase(Locale.ROOT))
          .findFirst();
    }
  }

  /** The sum of a file in lower case; empty when cancelled meanwhile. */
  static Optional<String> of(Path file, BooleanSupplier cancelled) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream content = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 18];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        if (cancelled.getAsBoolean()) {
          return Optional.empty();
        }
        digest.update(buffer, 0, read);
      }
    }
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
