package portico;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import portico.catalog.CloudAccount;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;
import portico.model.EnvironmentSpec;
import portico.model.HealthCheckSpec;
import portico.model.IpTarget;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.model.ProtocolVersion;
import portico.model.TargetGroupAttributes;
import portico.model.TargetGroupSpec;
import portico.model.TargetSpec;
import portico.model.TargetType;
import portico.operation.OperationId;
import portico.operation.OperationKind;

/**
 * What a large environment costs against the smallest in the same run: 100 rules, 20 target groups
 * and 1,000 targets. Run by hand; needs {@code PORTICO_PULUMI}.
 */
final class SizeBenchmark {
  private static final int GROUPS = 20;
  private static final int TARGETS = 1000;
  private static final int RULES = 100;

  private SizeBenchmark() {}

  /** Arguments: optional numbers of target groups, targets and rules. */
  public static void main(String[] args) throws IOException {
    int groups = args.length > 0 ? Integer.parseInt(args[0]) : GROUPS;
    int targets = args.length > 1 ? Integer.parseInt(args[1]) : TARGETS;
    int rules = args.length > 2 ? Integer.parseInt(args[2]) : RULES;
    System.out.println("| | | s | largest worker MB | journal kB | engine's events kB |");
    System.out.println("|--|--|--:|--:|--:|--:|");
    for (boolean large : new boolean[] {false, true}) {
      Path folder = Files.createTempDirectory("portico-size");
      try (LiveHome live = new LiveHome(folder, new CloudAccount.Practice())) {
        EnvironmentSpec smallest = live.smallest();
        EnvironmentSpec spec = large ? large(smallest, groups, targets, rules) : smallest;
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
    while (worker.isAlive()) {
      memory = Math.max(memory, resident(worker.pid()));
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Path folder = live.home().operation(id);
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.1f | %d | %d | %d | %s%n",
        name,
        what,
        seconds,
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

  private static EnvironmentSpec large(
      EnvironmentSpec smallest, int groups, int targets, int rules) {
    List<TargetGroupSpec> all = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      all.add(group(group, targets / groups));
    }
    List<ListenerRuleSpec> routes =
        IntStream.range(0, rules)
            .mapToObj(
                index ->
                    new ListenerRuleSpec(
                        "model " + index,
                        index + 1,
                        List.of(new ConditionSpec.PathPattern(List.of("/models/" + index + "/*"))),
                        ActionSpec.Forward.to("group-" + index % groups)))
            .toList();
    ListenerSpec listener =
        new ListenerSpec(
            "web", Protocol.HTTP, 80, Optional.empty(), ActionSpec.Forward.to("group-0"), routes);
    return new EnvironmentSpec(
        smallest.region(), smallest.loadBalancer(), all, List.of(listener), smallest.access());
  }

  private static TargetGroupSpec group(int number, int targets) {
    return new TargetGroupSpec(
        "group-" + number,
        TargetType.IP,
        Protocol.HTTP,
        ProtocolVersion.HTTP1,
        8000,
        new HealthCheckSpec("/health", 30, 5, 2, 2),
        TargetGroupAttributes.AWS,
        IntStream.range(0, targets)
            .<TargetSpec>mapToObj(
                index ->
                    new IpTarget(
                        "10.%d.%d.%d".formatted(9 + number, index / 250, 1 + index % 250),
                        OptionalInt.empty(),
                        Optional.of("all")))
            .toList(),
        Map.of());
  }
}
