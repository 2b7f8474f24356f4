package portico.desktop.app;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.catalog.CloudAccount;
import portico.catalog.FoundLoadBalancer;
import portico.model.EnvironmentName;
import portico.model.EnvironmentSpec;
import portico.operation.OperationId;

/**
 * Which screen is in view. A wizard that was left half-filled is kept until it has started an
 * operation, so that a look at the environments costs no input.
 */
public final class Shell implements Navigation {
  /** Entries of the navigation rail. */
  public enum Section {
    WIZARD,
    ENVIRONMENTS
  }

  private final Screens screens;
  private final ReadOnlyObjectWrapper<Screen> screen;
  private final ReadOnlyObjectWrapper<Section> section =
      new ReadOnlyObjectWrapper<>(Section.ENVIRONMENTS);
  private Optional<Screen> draft = Optional.empty();

  /** Begins with the screen given, which is replaced as soon as it is known what to show. */
  public Shell(Screens screens, Screen first) {
    this.screens = screens;
    screen = new ReadOnlyObjectWrapper<>(first);
  }

  // --- Properties

  public ReadOnlyObjectProperty<Screen> screenProperty() {
    return screen.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Section> sectionProperty() {
    return section.getReadOnlyProperty();
  }

  // --- Commands

  @Override
  public void showEnvironments() {
    show(Section.ENVIRONMENTS, screens.environments(Optional.empty(), this));
  }

  @Override
  public void showEnvironment(EnvironmentName name) {
    show(Section.ENVIRONMENTS, screens.environments(Optional.of(name), this));
  }

  @Override
  public void showOperation(OperationId id) {
    if (draft.filter(screen.get()::equals).isPresent()) {
      draft = Optional.empty();
    }
    show(Section.ENVIRONMENTS, screens.operation(id, this));
  }

  @Override
  public void showResult(EnvironmentName name) {
    show(Section.ENVIRONMENTS, screens.result(name, this));
  }

  @Override
  public void startDestroy(EnvironmentName name) {
    show(Section.ENVIRONMENTS, screens.destroy(name, this));
  }

  @Override
  public void showLeftovers() {
    show(Section.ENVIRONMENTS, screens.leftovers(this));
  }

  @Override
  public void startWizard() {
    showWizard(draft.orElseGet(() -> screens.wizard(Optional.empty(), this)));
  }

  @Override
  public void startNewWizard() {
    showWizard(screens.wizard(Optional.empty(), this));
  }

  @Override
  public void startWizardFrom(EnvironmentName name, EnvironmentSpec spec, CloudAccount account) {
    showWizard(screens.wizard(Optional.of(new WizardStart.Change(name, spec, account)), this));
  }

  @Override
  public void startWizardLike(FoundLoadBalancer found, CloudAccount account) {
    showWizard(screens.wizard(Optional.of(new WizardStart.Twin(found, account)), this));
  }

  /** Asks the screen in view for what is there now. */
  public void refresh() {
    screen.get().refresh();
  }

  private void showWizard(Screen wizard) {
    draft = Optional.of(wizard);
    show(Section.WIZARD, wizard);
  }

  private void show(Section newSection, Screen next) {
    Screen last = screen.get();
    if (!next.equals(last)) {
      last.hidden();
      section.set(newSection);
      screen.set(next);
      next.shown();
    }
  }
}
