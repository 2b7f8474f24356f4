package portico.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs as a user would, with their output in a file.
 *
 * @param folder where they run, and where their output goes
 * @param environment added to this process's environment
 */
record Shell(Path folder, Map<String, String> environment) {
  private static final long LIMIT_MINUTES = 5;

  /** Runs to the end, which must be a success. */
  void run(List<String> command) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process = start(command, output);
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("no end of " + command);
    }
    if (process.exitValue() != 0) {
      throw new IOException(command + " failed:\n" + Files.readString(output));
    }
  }

  /** Starts and returns at once. */
  Process start(List<String> command, Path output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
