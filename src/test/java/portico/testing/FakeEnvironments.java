package portico.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.environment.Environments;
import portico.model.EnvironmentName;

/** Environments that a test puts in. Only empty ones can be forgotten. */
public final class FakeEnvironments implements Environments {
  public final List<Environment> environments = new ArrayList<>();

  /** How often the list was asked for. */
  public int lists;

  /** Puts an environment in the place of the one with its name, or at the end. */
  public void put(Environment environment) {
    environments.removeIf(each -> each.name().equals(environment.name()));
    environments.add(environment);
  }

  @Override
  public List<Environment> list() {
    lists++;
    return List.copyOf(environments);
  }

  @Override
  public Optional<Environment> find(EnvironmentName name) {
    return environments.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  @Override
  public boolean forget(EnvironmentName name) {
    return environments.removeIf(
        each -> each.name().equals(name) && each.state() instanceof EnvironmentState.Empty);
  }
}
