package portico.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import portico.operation.OperationEvent;
import portico.operation.OperationKind;
import portico.operation.OperationRequest;
import portico.operation.OperationResult;
import portico.operation.Outcome;
import portico.operation.Step;
import portico.operation.journal.JournalReader;
import portico.operation.journal.OperationFolder;

/** Where the time of the operations of a home folder went, by their journals. */
final class PhaseTimes {
  private final Figures figures = new Figures();

  private PhaseTimes() {}

  /** Argument: the home folder. */
  public static void main(String[] args) throws IOException {
    PhaseTimes times = new PhaseTimes();
    try (Stream<Path> folders = Files.list(Path.of(args[0], "operations"))) {
      folders.sorted().forEach(folder -> times.read(new OperationFolder(folder)));
    }
    System.out.println(times.figures.table());
  }

  private void read(OperationFolder folder) {
    OperationRequest request = folder.request().orElseThrow();
    OperationResult result = folder.result().orElseThrow();
    if (!(result.outcome() instanceof Outcome.Succeeded done)) {
      return;
    }
    boolean again =
        request.kind() == OperationKind.DEPLOY && !done.changes().containsKey(Step.CREATE);
    String what = request.kind() + (again ? ", no changes" : "");
    List<OperationEvent> events = new JournalReader(folder.events()).more();
    Instant since = request.requestedAt();
    String phase = "start of the worker";
    for (OperationEvent event : events) {
      String next = phase;
      if (event instanceof OperationEvent.PhaseStarted started) {
        next = started.phase().toString();
      } else if (event instanceof OperationEvent.ResourceStarted && phase.equals("RUNNING")) {
        next = "resources";
      }
      if (!next.equals(phase)) {
        add(what, phase, since, event.at());
        since = event.at();
        phase = next;
      }
    }
    add(what, phase, since, result.finishedAt());
    add(what, "all", request.requestedAt(), result.finishedAt());
  }

  private void add(String what, String phase, Instant from, Instant to) {
    figures.add(what, phase, Duration.between(from, to).toMillis() / 1000.0);
  }
}
