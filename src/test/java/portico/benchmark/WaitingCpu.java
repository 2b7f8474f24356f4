package portico.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import portico.practice.aws.SimulatedAws;
import portico.practice.aws.SimulationSettings;
import portico.testing.TestEngine;

/**
 * What waiting costs: processor time of the command line, the worker, the engine and, where there
 * is a display, the desktop's window, while AWS takes 40 s for a load balancer.
 *
 * <p>Property {@code benchmark.portico}: the program ({@code target/portico/bin/portico}).
 */
final class WaitingCpu {
  private static final Duration PROVISIONING = Duration.ofSeconds(40);
  private static final Duration SETTLING = Duration.ofSeconds(12);
  private static final Duration WINDOW = Duration.ofSeconds(20);

  private final Path program =
      Path.of(System.getProperty("benchmark.portico", "target/portico/bin/portico"))
          .toAbsolutePath();
  private final Path folder;
  private final Path home;
  private final Shell shell;

  private WaitingCpu(Path folder) {
    this.folder = folder;
    this.home = folder.resolve("home");
    this.shell =
        new Shell(
            folder,
            Map.of(
                "PORTICO_PULUMI", TestEngine.binary().toString(), "PORTICO_HOME", home.toString()));
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    new WaitingCpu(Files.createTempDirectory("portico-waiting")).run();
  }

  private void run() throws IOException, InterruptedException {
    SimulationSettings settings = SimulationSettings.defaults().withProvisioning(PROVISIONING);
    List<Process> started = new ArrayList<>();
    try (SimulatedAws aws = SimulatedAws.start(folder.resolve("aws"), settings)) {
      Path output = folder.resolve("deploy.txt");
      started.add(
          shell.start(
              List.of(
                  program.toString(),
                  "deploy",
                  "--endpoint",
                  aws.endpoint().toString(),
                  "--name",
                  "demo",
                  "--yes"),
              output));
      awaitText(output, "create Load balancer");
      if (System.getenv("DISPLAY") != null) {
        started.add(shell.start(List.of(program.toString()), folder.resolve("desktop.txt")));
      }
      LockSupport.parkNanos(SETTLING.toNanos());
      measure(started);
      started.getFirst().waitFor();
    } finally {
      started.forEach(Process::destroy);
    }
  }

  private void measure(List<Process> started) throws IOException {
    Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    processes.put("command line that follows", started.getFirst().toHandle());
    ProcessHandle worker = worker();
    processes.put("worker, with provider", worker);
    worker.children().findFirst().ifPresent(engine -> processes.put("engine", engine));
    if (started.size() > 1) {
      processes.put("desktop", started.getLast().toHandle());
    }
    Map<String, Duration> before = new LinkedHashMap<>();
    processes.forEach((name, process) -> before.put(name, used(process)));
    LockSupport.parkNanos(WINDOW.toNanos());
    System.out.println("| process | processor seconds in each second of waiting |");
    System.out.println("|--|--:|");
    processes.forEach(
        (name, process) -> {
          Duration spent = used(process).minus(before.getOrDefault(name, Duration.ZERO));
          System.out.printf(
              Locale.ROOT, "| %s | %.3f |%n", name, spent.toMillis() / (double) WINDOW.toMillis());
        });
  }

  private static Duration used(ProcessHandle process) {
    return process.info().totalCpuDuration().orElseThrow();
  }

  private ProcessHandle worker() throws IOException {
    try (Stream<Path> operations = Files.list(home.resolve("operations"))) {
      Path pid = operations.findFirst().orElseThrow().resolve("worker.pid");
      return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }
  }

  private static void awaitText(Path file, String text) throws IOException {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!Files.readString(file).contains(text)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("never said: " + text + "\n" + Files.readString(file));
      }
      LockSupport.parkNanos(50_000_000);
    }
  }
}
