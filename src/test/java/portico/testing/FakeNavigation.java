package portico.testing;

import java.util.ArrayList;
import java.util.List;
import portico.catalog.CloudAccount;
import portico.catalog.FoundLoadBalancer;
import portico.desktop.app.Navigation;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.operation.OperationId;

/** Writes down where a screen wanted to go. */
public final class FakeNavigation implements Navigation {
  /** Verbs with their arguments, such as {@code showResult llama-staging}. */
  public final List<String> went = new ArrayList<>();

  @Override
  public void showEnvironments() {
    went.add("showEnvironments");
  }

  @Override
  public void showEnvironment(EnvironmentName name) {
    went.add("showEnvironment " + name);
  }

  @Override
  public void showOperation(OperationId id) {
    went.add("showOperation " + id);
  }

  @Override
  public void showResult(EnvironmentName name) {
    went.add("showResult " + name);
  }

  @Override
  public void startDestroy(EnvironmentName name) {
    went.add("startDestroy " + name);
  }

  @Override
  public void showLeftovers() {
    went.add("showLeftovers");
  }

  @Override
  public void startWizard() {
    went.add("startWizard");
  }

  @Override
  public void startNewWizard() {
    went.add("startNewWizard");
  }

  @Override
  public void startWizardFrom(EnvironmentName name, EnvironmentSpec spec, CloudAccount account) {
    went.add("startWizardFrom " + name);
  }

  @Override
  public void startWizardLike(FoundLoadBalancer found, CloudAccount account) {
    went.add("startWizardLike " + found.balancer().name());
  }
}
