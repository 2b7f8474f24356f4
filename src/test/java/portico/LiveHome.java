package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.CloudAccount;
import portico.catalog.OwnedResource;
import portico.catalog.Subnet;
import portico.catalog.Vpc;
import portico.catalog.aws.AwsClients;
import portico.catalog.aws.AwsLeftovers;
import portico.engine.Home;
import portico.environment.Environment;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.model.NetworkRules;
import portico.model.Scheme;
import portico.model.SpecDefaults;
import portico.model.SubnetFacts;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationListener;
import portico.operation.OperationStatus;
import portico.operation.Operations;
import portico.operation.Outcome;
import portico.operation.ProviderKind;
import portico.operation.StartAnswer;
import portico.service.Services;
import portico.testing.TestEngine;

/** A home folder with everything real: worker processes, the engine, HTTP. */
final class LiveHome implements AutoCloseable {
  static final EnvironmentName DEMO = new EnvironmentName("demo");
  static final String REGION = "us-west-2";
  private static final Duration LIMIT = Duration.ofSeconds(150);

  private final Home home;
  private final Services services;
  private final CloudAccount account;

  LiveHome(Path root, CloudAccount account) {
    this(root, account, Map.of("PORTICO_PULUMI", TestEngine.binary().toString()));
  }

  LiveHome(Path root, CloudAccount account, Map<String, String> workerEnvironment) {
    this.home = new Home(root);
    this.account = account;
    this.services = new Wiring(workerEnvironment).open(root);
  }

  Home home() {
    return home;
  }

  Services services() {
    return services;
  }

  Operations operations() {
    return services.operations();
  }

  /** The smallest environment on the default VPC. */
  EnvironmentSpec smallest() {
    try (Catalog catalog = services.catalogs().open(account, REGION)) {
      Vpc vpc = found(catalog.vpcs()).getFirst();
      List<SubnetFacts> subnets =
          found(catalog.subnets(vpc.id())).stream().map(Subnet::facts).toList();
      return SpecDefaults.smallest(
          REGION,
          vpc.id(),
          NetworkRules.sensiblePair(Scheme.INTERNET_FACING, subnets).stream()
              .map(SubnetFacts::id)
              .toList(),
          List.of("203.0.113.7/32"));
    }
  }

  static <T> T found(Answer<T> answer) {
    return switch (answer) {
      case Answer.Found<T>(T value) -> value;
      case Answer.Failed<T>(var failure) -> throw new AssertionError(failure.toString());
    };
  }

  OperationId start(OperationKind kind, EnvironmentSpec spec) {
    StartAnswer answer = operations().start(kind, DEMO, spec, account, ProviderKind.BUNDLED);
    assertThat(answer).isInstanceOf(StartAnswer.Started.class);
    return ((StartAnswer.Started) answer).id();
  }

  /** Runs an operation to its end. */
  Outcome run(OperationKind kind, EnvironmentSpec spec) {
    return outcome(start(kind, spec));
  }

  Outcome.Succeeded succeed(OperationKind kind, EnvironmentSpec spec) {
    OperationId id = start(kind, spec);
    Outcome outcome = outcome(id);
    assertThat(outcome).as(() -> log(id)).isInstanceOf(Outcome.Succeeded.class);
    return (Outcome.Succeeded) outcome;
  }

  Outcome outcome(OperationId id) {
    OperationStatus status = end(id);
    assertThat(status).as(() -> log(id)).isInstanceOf(OperationStatus.Finished.class);
    return ((OperationStatus.Finished) status).result().outcome();
  }

  /** Waits until the operation is over. */
  OperationStatus end(OperationId id) {
    CompletableFuture<OperationStatus> end = new CompletableFuture<>();
    try (Operations.Subscription _ = operations().follow(id, new EndListener(end))) {
      return end.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception late) {
      throw new AssertionError("not over: " + log(id), late);
    }
  }

  private record EndListener(CompletableFuture<OperationStatus> end) implements OperationListener {
    @Override
    public void event(OperationEvent event) {}

    @Override
    public void ended(OperationStatus status) {
      end.complete(status);
    }
  }

  /** Waits until the journal holds such an event. */
  void await(OperationId id, Predicate<OperationEvent> wanted) {
    await(() -> operations().journal(id).stream().anyMatch(wanted), "such an event of " + log(id));
  }

  static void await(BooleanSupplier condition, String what) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("never came: " + what);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  Environment environment() {
    return services.environments().find(DEMO).orElseThrow();
  }

  /** The SDK's clients for the account. */
  AwsClients clients() {
    return AwsClients.open(account, REGION, () -> ((LocalPractice) services.practice()).endpoint());
  }

  /** What AWS holds that carries the environment's tag, whatever the state says. */
  List<OwnedResource> inAws() {
    try (AwsClients clients = clients()) {
      Map<String, String> tags = Map.of("portico:environment", DEMO.value());
      List<OwnedResource> all = new ArrayList<>(found(new AwsLeftovers(clients).owned(tags)));
      all.addAll(found(new AwsLeftovers(clients).ownedBuckets(tags)));
      return all;
    }
  }

  long workerPid(OperationId id) {
    try {
      return Long.parseLong(Files.readString(home.operation(id).resolve("worker.pid")).strip());
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  ProcessHandle worker(OperationId id) {
    await(() -> Files.exists(home.operation(id).resolve("worker.pid")), "the worker of " + id);
    return ProcessHandle.of(workerPid(id)).orElseThrow();
  }

  /** The engine's process, as a child of the worker. */
  ProcessHandle engineOf(OperationId id) {
    return engine(worker(id)).orElseThrow();
  }

  /** The engine that the worker runs now; the JVM's own helper that starts it is none yet. */
  static Optional<ProcessHandle> engine(ProcessHandle worker) {
    return worker
        .children()
        .filter(
            child ->
                child.info().command().filter(name -> !name.endsWith("jspawnhelper")).isPresent())
        .findFirst();
  }

  /** Everything that an operation's folder tells, for the message of a failed assertion. */
  String log(OperationId id) {
    List<String> lines = new ArrayList<>();
    operations().journal(id).forEach(event -> lines.add(event.toString()));
    for (String file : List.of("worker.log", "engine.log", "engine.err", "result.json")) {
      try (Stream<String> content = Files.lines(home.operation(id).resolve(file))) {
        content.forEach(line -> lines.add(file + ": " + line));
      } catch (IOException absent) {
        lines.add(file + " is not there");
      }
    }
    return String.join("\n", lines);
  }

  @Override
  public void close() {
    services.close();
  }
}
