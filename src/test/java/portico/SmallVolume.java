package portico;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A volume of its own in the place of a folder; skips the test where mounting is refused. */
final class SmallVolume implements AutoCloseable {
  private final Path folder;

  private SmallVolume(Path folder) {
    this.folder = folder;
  }

  static SmallVolume mount(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    String refused =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=700", "tmpfs", "" + folder);
    Assumptions.assumeTrue(
        refused.isEmpty(), "a small volume cannot be mounted by this user: " + refused);
    return new SmallVolume(folder);
  }

  void readOnly() {
    require(run("mount", "-o", "remount,ro", folder.toString()));
  }

  void writable() {
    require(run("mount", "-o", "remount,rw", folder.toString()));
  }

  private static void require(String refused) {
    if (!refused.isEmpty()) {
      throw new AssertionError(refused);
    }
  }

  /** Empty when it went well, else what was said. */
  private static String run(String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int code = process.onExit().join().exitValue();
      return code == 0 ? "" : said + " (exit code " + code + ")";
    } catch (IOException notThere) {
      return String.valueOf(notThere.getMessage());
    }
  }

  @Override
  public void close() {
    require(run("umount", "-l", folder.toString()));
  }
}
