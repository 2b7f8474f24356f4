package portico.desktop.wizard.service;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import portico.catalog.Instance;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.NumberRules;
import portico.desktop.wizard.form.Texts;
import portico.model.InstanceTarget;

/** An instance in the list: chosen or not, and on which port if not the target group's. */
public final class TargetRow {
  private final Instance instance;
  private final Optional<String> obstacle;
  private final Optional<String> remark;
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final BooleanBinding selectable;
  private final Field port;

  /**
   * @param zoneServed whether the load balancer has a node in the instance's zone
   */
  TargetRow(Instance instance, boolean zoneServed, Texts texts) {
    this.instance = instance;
    obstacle =
        instance.isRunning()
            ? Optional.empty()
            : Optional.of(texts.get("service.target.not-running"));
    remark =
        zoneServed
            ? Optional.empty()
            : Optional.of(texts.get("service.target.zone", instance.zone()));
    selectable = Bindings.createBooleanBinding(() -> chosen.get() || obstacle.isEmpty(), chosen);
    port =
        new Field(
            "wizard-target-port-" + instance.id(),
            texts.get("service.target.port", displayName()),
            text -> text.isEmpty() ? Optional.empty() : NumberRules.port(texts, text));
  }

  public Instance instance() {
    return instance;
  }

  /** The Name tag, or the id of an instance without one. */
  public String displayName() {
    return instance.name().isBlank() ? instance.id() : instance.name();
  }

  /** Why it cannot be chosen. */
  public Optional<String> obstacle() {
    return obstacle;
  }

  /** What to know before choosing it. */
  public Optional<String> remark() {
    return remark;
  }

  public BooleanProperty chosenProperty() {
    return chosen;
  }

  public boolean isChosen() {
    return chosen.get();
  }

  /** Whether the user may change the choice: what does not run can only be given up. */
  public ObservableBooleanValue selectable() {
    return selectable;
  }

  /** The port on this instance; empty for the target group's own. */
  public Field port() {
    return port;
  }

  InstanceTarget target() {
    OptionalInt own = port.number();
    return new InstanceTarget(instance.id(), own);
  }

  boolean matches(String search) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    return String.join(
            " ",
            instance.id(),
            instance.name(),
            instance.type(),
            instance.state(),
            instance.zone(),
            instance.privateIp())
        .toLowerCase(Locale.ROOT)
        .contains(wanted);
  }
}
