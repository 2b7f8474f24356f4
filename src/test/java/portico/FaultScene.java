package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.catalog.CloudAccount;
import portico.catalog.OwnedResource;
import portico.engine.state.Checkpoint;
import portico.engine.state.StackFiles;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentSpec;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.ProviderKind;
import portico.operation.StartAnswer;
import portico.operation.Step;
import portico.practice.aws.Faults;
import portico.practice.aws.SimulatedAws;
import portico.practice.aws.SimulationSettings;
import portico.testing.TestEngine;
import portico.text.FailureText;
import portico.text.Words;

/**
 * A home folder over a simulated AWS of its own, whose time and faults the test decides. A load
 * balancer stays in provisioning until the test lets time rush.
 */
final class FaultScene implements AutoCloseable {
  static final int RESOURCES = 6;

  final Path root;
  final RushClock clock = new RushClock();
  final Faults faults = Faults.none();
  final SimulatedAws aws;
  final CloudAccount account;
  final LiveHome live;
  final EnvironmentSpec spec;

  FaultScene(Path folder) throws IOException {
    root = folder.resolve("home");
    aws =
        SimulatedAws.start(
            folder.resolve("aws"),
            SimulationSettings.defaults()
                .withProvisioning(Duration.ofMinutes(30))
                .withClock(clock)
                .withFaults(faults));
    account = new CloudAccount.Endpoint(aws.endpoint(), Optional.empty());
    live = new LiveHome(root, account);
    spec = live.smallest();
  }

  /** Runs a deploy of this home with another account or environment of the worker. */
  Outcome deployWith(CloudAccount other, Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.putIfAbsent("PORTICO_PULUMI", TestEngine.binary().toString());
    try (LiveHome home = new LiveHome(root, other, variables)) {
      return home.run(OperationKind.DEPLOY, spec);
    }
  }

  /** A program that stands for the engine. */
  Path fakeEngine(String... lines) throws IOException {
    Path script = Files.createTempFile(root.getParent(), "pulumi", ".sh");
    Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }

  /** Writes the user's settings of this home. */
  FaultScene set(String... lines) throws IOException {
    Files.write(root.resolve("settings.properties"), List.of(lines));
    return this;
  }

  /** A deployed environment. */
  FaultScene deployed() {
    clock.rush();
    live.succeed(OperationKind.DEPLOY, spec);
    clock.calm();
    return this;
  }

  OperationId deployUntil(OwnedResource.Kind made) {
    OperationId id = live.start(OperationKind.DEPLOY, spec);
    awaitInAws(made);
    return id;
  }

  void awaitInAws(OwnedResource.Kind kind) {
    LiveHome.await(
        () -> live.inAws().stream().anyMatch(each -> each.kind() == kind), kind + " in AWS");
  }

  List<String> loadBalancers() {
    return live.inAws().stream()
        .filter(each -> each.kind() == OwnedResource.Kind.LOAD_BALANCER)
        .map(OwnedResource::id)
        .toList();
  }

  /** How many resources the state holds. */
  int inState() {
    try {
      return new StackFiles(live.home().stateFolder())
          .checkpoint(LiveHome.DEMO)
          .map(checkpoint -> checkpoint.resources().size())
          .orElse(0);
    } catch (IOException | Checkpoint.Unreadable damaged) {
      throw new AssertionError(damaged);
    }
  }

  EnvironmentState state() {
    return live.environment().state();
  }

  /** A deploy must complete now, and a further one find nothing to do. */
  void deployCompletes() {
    clock.rush();
    live.succeed(OperationKind.DEPLOY, spec);
    assertThat(state()).isEqualTo(new EnvironmentState.Deployed());
    assertThat(live.environment().resources()).hasSize(RESOURCES);
    assertThat(loadBalancers()).hasSize(1);
    clock.calm();
  }

  void nothingIsLeftToDo() {
    clock.rush();
    assertThat(live.succeed(OperationKind.DEPLOY, spec).changes())
        .containsExactly(Map.entry(Step.SAME, RESOURCES));
    clock.calm();
  }

  /** A destroy must complete now and leave nothing in AWS, no lock and no environment. */
  void destroyCompletes() {
    clock.rush();
    live.succeed(OperationKind.DESTROY, spec);
    assertThat(live.inAws()).isEmpty();
    assertThat(live.services().environments().list()).isEmpty();
    clock.calm();
  }

  /** What the user reads of an operation that did not succeed. */
  static String message(Outcome outcome) {
    FailureText text = new FailureText(Words.core());
    return switch (outcome) {
      case Outcome.Failed(var failures, int resources) ->
          text.of(failures.getFirst(), resources).inOneLine();
      case Outcome.Cancelled(int resources) -> "cancelled, " + resources;
      case Outcome.Succeeded succeeded -> "succeeded";
    };
  }

  /** What the user reads when a deploy is refused at once. */
  String refusal() {
    StartAnswer answer =
        live.operations()
            .start(OperationKind.DEPLOY, LiveHome.DEMO, spec, account, ProviderKind.BUNDLED);
    if (answer instanceof StartAnswer.Refused(OperationFailure failure)) {
      return new FailureText(Words.core()).of(failure, -1).inOneLine();
    }
    throw new AssertionError(answer);
  }

  List<String> repairs(OperationId id) {
    return live.operations().journal(id).stream()
        .filter(OperationEvent.Repaired.class::isInstance)
        .map(event -> ((OperationEvent.Repaired) event).text())
        .toList();
  }

  OperationId lastOperation() {
    return live.operations().recent(1).getFirst().request().id();
  }

  @Override
  public void close() {
    live.close();
    aws.close();
  }
}
