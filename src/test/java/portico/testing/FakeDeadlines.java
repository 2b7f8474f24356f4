package portico.testing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import portico.environment.Deadline;
import portico.environment.Deadlines;
import portico.environment.Ending;
import portico.environment.Lifetime;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.Operations;

/** Deadlines in memory. */
public final class FakeDeadlines implements Deadlines {
  public final SortedMap<EnvironmentName, Ending> endings =
      new TreeMap<>(Comparator.comparing(EnvironmentName::value));

  /** When a deadline is set. */
  public Instant now = Samples.NOW;

  /** What the next changes are refused with, while set. */
  public Optional<OperationFailure> refusal = Optional.empty();

  private final Operations operations;

  public FakeDeadlines(Operations operations) {
    this.operations = operations;
  }

  @Override
  public Ending find(EnvironmentName environment) {
    return endings
        .getOrDefault(environment, Ending.never())
        .settled(operations.history(environment));
  }

  @Override
  public SortedMap<EnvironmentName, Ending> all() {
    SortedMap<EnvironmentName, Ending> all = new TreeMap<>(endings);
    all.replaceAll((name, ending) -> find(name));
    all.values().removeIf(Ending::stays);
    return all;
  }

  @Override
  public Optional<OperationFailure> endAt(EnvironmentName environment, Instant due) {
    return keep(
        environment,
        new Ending(Optional.of(new Deadline(due, now, Optional.of("ada"))), Optional.empty()));
  }

  /** That time, set at {@link Samples#NOW}. */
  public static Ending at(Instant due) {
    return new Ending(
        Optional.of(new Deadline(due, Samples.NOW, Optional.of("ada"))), Optional.empty());
  }

  @Override
  public Optional<OperationFailure> endAfter(
      EnvironmentName environment, OperationId deployment, Lifetime lifetime) {
    return keep(
        environment,
        new Ending(
            find(environment).deadline(),
            Optional.of(new Ending.Pending(lifetime, deployment, now, Optional.of("ada")))));
  }

  @Override
  public Optional<OperationFailure> never(EnvironmentName environment) {
    return keep(environment, Ending.never());
  }

  private Optional<OperationFailure> keep(EnvironmentName environment, Ending ending) {
    if (refusal.isEmpty()) {
      endings.put(environment, ending);
      endings.values().removeIf(Ending::stays);
    }
    return refusal;
  }
}
