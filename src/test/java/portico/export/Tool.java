package portico.export;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this machine. */
final class Tool {
  private static final int LONGEST_SECONDS = 300;

  private final String name;
  private final Map<String, String> variables = new HashMap<>();

  Tool(String name) {
    this.name = name;
  }

  Tool with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  boolean isHere() {
    if (Path.of(name).isAbsolute()) {
      return Files.isExecutable(Path.of(name));
    }
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** What it wrote when it failed; empty when it succeeded. */
  String run(Path folder, String... arguments) {
    Path output = folder.resolve("output-of-" + Path.of(name).getFileName() + ".txt");
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(variables);
    try {
      Process process = builder.start();
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return name + " took longer than " + LONGEST_SECONDS + " s: " + Files.readString(output);
      }
      return process.exitValue() == 0
          ? ""
          : name + " ended with " + process.exitValue() + ": " + Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return name + " was interrupted";
    }
  }
}
