package portico.practice.aws.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Tells one version of a file from another without reading it. */
record FileStamp(long modifiedNanos, long size, String key) {

  /** The stamp of a file as it is now; empty if there is none. */
  static Optional<FileStamp> of(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      long nanos = now.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      return Optional.of(new FileStamp(nanos, now.size(), Objects.toString(now.fileKey(), "")));
    } catch (IOException missing) {
      return Optional.empty();
    }
  }
}
