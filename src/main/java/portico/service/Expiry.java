package portico.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.environment.Deadline;
import portico.environment.Due;
import portico.environment.Ending;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.operation.OperationKind;
import portico.operation.StartAnswer;

/**
 * Carries deadlines out: which environments are due, and whether each can be destroyed now. All
 * that it goes by is on the disk, so that windows and scheduled commands agree. Methods do file
 * I/O.
 */
public final class Expiry {
  private final Services services;

  public Expiry(Services services) {
    this.services = services;
  }

  /** What is due, the longest due first. What holds no resources is not. */
  public List<Due> due(Instant now) {
    List<Due> due = new ArrayList<>();
    for (Map.Entry<EnvironmentName, Ending> each : services.deadlines().all().entrySet()) {
      each.getValue()
          .deadline()
          .filter(deadline -> deadline.isDue(now))
          .flatMap(deadline -> due(each.getKey(), deadline, now))
          .ifPresent(due::add);
    }
    due.sort((one, other) -> one.deadline().due().compareTo(other.deadline().due()));
    return List.copyOf(due);
  }

  private Optional<Due> due(EnvironmentName name, Deadline deadline, Instant now) {
    return services
        .environments()
        .find(name)
        .filter(environment -> !(environment.state() instanceof EnvironmentState.Empty))
        .map(
            environment -> Due.of(environment, deadline, services.operations().history(name), now));
  }

  /** Starts the ordinary destroy of an environment whose verdict is {@link Due.Ready}. */
  public StartAnswer start(Environment environment) {
    return services
        .operations()
        .start(
            OperationKind.DESTROY,
            environment.name(),
            environment.spec().orElseThrow(),
            environment.account().orElseThrow(),
            environment.provider());
  }
}
