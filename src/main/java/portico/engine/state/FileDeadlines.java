package portico.engine.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import portico.engine.Home;
import portico.environment.Deadline;
import portico.environment.Deadlines;
import portico.environment.Ending;
import portico.environment.Lifetime;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationRecord;
import portico.operation.Operations;
import portico.operation.journal.JsonFile;

/**
 * Deadlines as files of the environments' folders. A file says what was chosen; what came of it is
 * told by the journals each time, so that no one has to be there when a deployment or a destroy
 * ends.
 */
public final class FileDeadlines implements Deadlines {
  private static final String FILE = "deadline.json";

  private final Home home;
  private final Operations operations;
  private final InstantSource clock;
  private final Optional<String> user;

  /**
   * @param user who sets deadlines here, if known
   */
  public FileDeadlines(
      Home home, Operations operations, InstantSource clock, Optional<String> user) {
    this.home = home;
    this.operations = operations;
    this.clock = clock;
    this.user = user;
  }

  @Override
  public Ending find(EnvironmentName environment) {
    Ending chosen = chosen(environment);
    return chosen.stays() ? chosen : chosen.settled(operations.history(environment));
  }

  /** With the operations on the environment, which the caller has read already. */
  static Ending find(Home home, EnvironmentName environment, List<OperationRecord> history) {
    return file(home, environment).read().orElseGet(Ending::never).settled(history);
  }

  @Override
  public SortedMap<EnvironmentName, Ending> all() {
    SortedMap<EnvironmentName, Ending> all =
        new TreeMap<>(Comparator.comparing(EnvironmentName::value));
    try (Stream<Path> folders = Files.list(home.environments())) {
      folders
          .filter(folder -> Files.exists(folder.resolve(FILE)))
          .flatMap(folder -> EnvironmentName.parse(String.valueOf(folder.getFileName())).stream())
          .forEach(name -> all.put(name, find(name)));
    } catch (IOException noneYet) {
      return Collections.emptySortedMap();
    }
    all.values().removeIf(Ending::stays);
    return Collections.unmodifiableSortedMap(all);
  }

  @Override
  public Optional<OperationFailure> endAt(EnvironmentName environment, Instant due) {
    Deadline deadline = new Deadline(due, clock.instant(), user);
    return keep(environment, new Ending(Optional.of(deadline), Optional.empty()));
  }

  @Override
  public Optional<OperationFailure> endAfter(
      EnvironmentName environment, OperationId deployment, Lifetime lifetime) {
    return keep(
        environment,
        new Ending(
            find(environment).deadline(),
            Optional.of(new Ending.Pending(lifetime, deployment, clock.instant(), user))));
  }

  @Override
  public Optional<OperationFailure> never(EnvironmentName environment) {
    try {
      forget(home, environment);
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of(OperationFailure.NotWritable.of(home.environment(environment), refused));
    }
  }

  /**
   * Removes what was chosen for an environment.
   *
   * @throws IOException when the file cannot be removed
   */
  static void forget(Home home, EnvironmentName environment) throws IOException {
    Files.deleteIfExists(file(home, environment).path());
  }

  private Optional<OperationFailure> keep(EnvironmentName environment, Ending ending) {
    Path folder = home.environment(environment);
    try {
      Files.createDirectories(folder);
      file(home, environment).write(ending);
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of(OperationFailure.NotWritable.of(folder, refused));
    }
  }

  private Ending chosen(EnvironmentName environment) {
    return file(home, environment).read().orElseGet(Ending::never);
  }

  private static JsonFile<Ending> file(Home home, EnvironmentName environment) {
    return new JsonFile<>(home.environment(environment).resolve(FILE), Ending.class);
  }
}
