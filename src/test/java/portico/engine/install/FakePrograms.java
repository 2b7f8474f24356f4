package portico.engine.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Shell scripts that play the programs an installation starts. They need no PATH. */
final class FakePrograms {
  private FakePrograms() {}

  static Path pulumi(Path folder, String version) {
    return script(folder.resolve("pulumi"), tells(version));
  }

  static String tells(String version) {
    return "#!/bin/sh\n[ \"$1\" = version ] && echo v" + version + "\n";
  }

  /** A Go toolchain whose {@code build} runs the given lines with {@code $out} set. */
  static Path go(Path folder, String build) {
    return script(
        folder.resolve("go"),
        """
        #!/bin/sh
        case "$1" in
          version) echo "go version go1.26.8 linux/amd64" ;;
          mod) echo "go: downloading github.com/pulumi/pulumi/pkg/v3 v3.259.0" ;;
          build)
            for word in "$@"; do
              [ "$before" = -o ] && out=$word
              before=$word
            done
            %s ;;
        esac
        """
            .formatted(build));
  }

  static Path script(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
