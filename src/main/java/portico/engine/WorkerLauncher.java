package portico.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portico.operation.journal.OperationFolder;

/** Starts worker processes: this JVM's own java and class path, apart from this process's fate. */
public final class WorkerLauncher {
  /** First argument that makes Portico's main class a worker. */
  public static final String WORKER_ARGUMENT = "worker";

  private static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          // With one pool thread, as on two cores, an inline program never ends on JDK 25.
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
          // protobuf 3.25, which com.pulumi:pulumi needs, uses it.
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx512m");

  /**
   * Worker and engine take what the window leaves of the processors, or it loses frames in a large
   * deployment (docs/benchmarks.md). {@code exec} keeps the process id.
   */
  private static final String POSIX_START =
      """
      trap '' INT HUP
      umask 077
      command -v nice >/dev/null && exec nice -n 10 "$@"
      exec "$@"
      """;

  private final Path home;
  private final String classPath;
  private final String mainClass;
  private final Map<String, String> environment;
  private final SharedClasses sharedClasses;

  /**
   * A launcher.
   *
   * @param mainClass has a {@code main} that understands {@link #WORKER_ARGUMENT}, home and folder
   * @param environment added to this process's environment
   */
  public WorkerLauncher(
      Path home, String classPath, String mainClass, Map<String, String> environment) {
    this.home = home;
    this.classPath = absolute(classPath);
    this.mainClass = mainClass;
    this.environment = Map.copyOf(environment);
    this.sharedClasses = new SharedClasses(home, this.classPath);
  }

  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
        .map(entry -> entry.endsWith("*") ? entry : Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Starts a worker on the operation and returns at once.
   *
   * @throws IOException when the process cannot be started
   */
  public Process start(OperationFolder folder) throws IOException {
    List<String> command = new ArrayList<>();
    if (File.separatorChar == '/') {
      // Ctrl+C in a terminal and its closing reach every process of it; the worker ignores both and
      // is stopped through its operation's folder. Its files are for its owner alone.
      command.addAll(List.of("/bin/sh", "-c", POSIX_START, "portico-worker"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(sharedClasses.flags());
    command.addAll(
        List.of(
            "-cp", classPath, mainClass, WORKER_ARGUMENT, home.toString(), folder.id().value()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.path().toFile())
            .redirectInput(
                ProcessBuilder.Redirect.from(
                    new File(File.separatorChar == '/' ? "/dev/null" : "NUL")))
            .redirectErrorStream(true)
            .redirectOutput(folder.workerLog().toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    return builder.start();
  }
}
