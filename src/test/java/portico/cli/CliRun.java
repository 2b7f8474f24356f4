package portico.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Step;
import portico.service.Services;
import portico.testing.FakeServices;
import portico.testing.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command line over fakes, and what it wrote. */
final class CliRun {
  final FakeServices fakes = new FakeServices();
  final ScriptedOperations operations = new ScriptedOperations(fakes.operations);
  final FakeInterrupts interrupts = new FakeInterrupts();
  final Map<String, String> variables = new HashMap<>();

  /** Homes that were opened, in order. */
  final List<Path> homes = new ArrayList<>();

  /** What was opened in a browser, in order. */
  final List<URI> browsed = new ArrayList<>();

  Instant now = Samples.NOW;
  String input = "";
  boolean interactive;
  Optional<IOException> homeFailure = Optional.empty();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  CliRun() {
    for (OperationKind kind : OperationKind.values()) {
      operations.script(kind, this::succeed);
    }
  }

  /** Runs a command and answers its exit code; output adds up. */
  int run(String... args) {
    return cli().run(args);
  }

  /** The command line itself. */
  Cli cli() {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new StringReader(input),
            interactive,
            variables);
    return new Cli(this::open, terminal, interrupts, browsed::add, () -> now);
  }

  private Services open(Path home) {
    homeFailure.ifPresent(
        failure -> {
          throw new UncheckedIOException(failure);
        });
    homes.add(home);
    return new Services(
        home,
        fakes.catalogs,
        fakes.signIns,
        operations,
        fakes.environments,
        fakes.probe,
        fakes.proof,
        fakes.proofs,
        fakes.practice,
        fakes.keys,
        fakes.deadlines,
        fakes.engine,
        fakes.leftovers,
        FakeServices.INSTALLATION);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** The last line of standard output, which must be JSON. */
  JsonNode json() {
    return new JsonMapper().readTree(out().lines().reduce((first, last) -> last).orElse(""));
  }

  /** The load balancer is made and the operation succeeds. */
  void succeed(OperationId id) {
    OperationKind kind = fakes.operations.find(id).orElseThrow().request().kind();
    boolean removes = kind == OperationKind.DESTROY || kind == OperationKind.DESTROY_PREVIEW;
    Step step = removes ? Step.DELETE : Step.CREATE;
    fakes.operations.emit(
        id,
        new OperationEvent.ResourceStarted(Samples.NOW, Samples.LOAD_BALANCER, step, List.of()));
    fakes.operations.emit(
        id,
        new OperationEvent.ResourceFinished(
            Samples.NOW.plusSeconds(12), Samples.LOAD_BALANCER, step));
    fakes.operations.finish(
        id,
        new Outcome.Succeeded(
            kind == OperationKind.DEPLOY ? Samples.outputs() : new TreeMap<>(), Map.of(step, 6)));
  }
}
