package portico;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import portico.catalog.CloudAccount;
import portico.model.EnvironmentSpec;
import portico.operation.OperationId;
import portico.operation.OperationKind;

/**
 * What a large environment costs against the smallest in the same run: 100 rules, 20 target groups
 * and 1,000 targets. Run by hand; needs {@code PORTICO_PULUMI}.
 */
final class SizeBenchmark {
  private SizeBenchmark() {}

  /** Arguments: optional numbers of target groups, targets and rules. */
  public static void main(String[] args) throws IOException {
    int groups = args.length > 0 ? Integer.parseInt(args[0]) : LargeSpec.GROUPS;
    int targets = args.length > 1 ? Integer.parseInt(args[1]) : LargeSpec.TARGETS;
    int rules = args.length > 2 ? Integer.parseInt(args[2]) : LargeSpec.RULES;
    System.out.println(
        "| | | s | worker's processor s | engine's processor s | largest worker MB"
            + " | journal kB | engine's events kB |");
    System.out.println("|--|--|--:|--:|--:|--:|--:|--:|");
    for (boolean large : new boolean[] {false, true}) {
      Path folder = Files.createTempDirectory("portico-size");
      try (LiveHome live = new LiveHome(folder, new CloudAccount.Practice())) {
        EnvironmentSpec smallest = live.smallest();
        EnvironmentSpec spec = large ? LargeSpec.of(smallest, groups, targets, rules) : smallest;
        String name = large ? "large" : "smallest";
        measure(live, name, "preview", OperationKind.PREVIEW, spec);
        measure(live, name, "first deploy", OperationKind.DEPLOY, spec);
        measure(live, name, "deploy without changes", OperationKind.DEPLOY, spec);
        measure(live, name, "destroy", OperationKind.DESTROY, spec);
      }
    }
  }

  private static void measure(
      LiveHome live, String name, String what, OperationKind kind, EnvironmentSpec spec)
      throws IOException {
    long start = System.nanoTime();
    OperationId id = live.start(kind, spec);
    ProcessHandle worker = live.worker(id);
    long memory = 0;
    Duration own = Duration.ZERO;
    Map<Long, Duration> engines = new HashMap<>();
    while (worker.isAlive()) {
      memory = Math.max(memory, resident(worker.pid()));
      own = worker.info().totalCpuDuration().orElse(own);
      worker
          .children()
          .forEach(
              child ->
                  child
                      .info()
                      .totalCpuDuration()
                      .ifPresent(used -> engines.put(child.pid(), used)));
      LockSupport.parkNanos(50_000_000);
    }
    Duration engine = engines.values().stream().reduce(Duration.ZERO, Duration::plus);
    double seconds = (System.nanoTime() - start) / 1e9;
    Path folder = live.home().operation(id);
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f | %.1f | %.1f | %d | %d | %d | %s%n",
        name,
        what,
        seconds,
        own.toMillis() / 1e3,
        engine.toMillis() / 1e3,
        memory / 1024,
        kilobytes(folder.resolve("events.ndjson")),
        kilobytes(folder.resolve("engine-events.ndjson")),
        live.outcome(id).getClass().getSimpleName());
  }

  private static long kilobytes(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) / 1024 : 0;
  }

  /** Kilobytes in memory; 0 when it is over. */
  private static long resident(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException over) {
      return 0;
    }
  }
}
