package portico.desktop.wizard.targets;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import portico.catalog.Instance;
import portico.desktop.wizard.form.ChoiceRow;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.NumberRules;
import portico.desktop.wizard.form.RowNote;
import portico.desktop.wizard.form.Texts;
import portico.model.InstanceTarget;

/** An instance in the list: chosen or not, and on which port if not the target group's. */
public final class TargetRow implements ChoiceRow {
  private final Instance instance;
  private final Texts texts;
  private final Runnable portChanged;
  private final ObservableValue<Optional<RowNote>> note;
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final BooleanBinding selectable;

  /** Made when it is first asked for: of a thousand instances few are chosen. */
  private Optional<Field> port = Optional.empty();

  /**
   * @param zoneServed whether the load balancer has a node in the instance's zone
   * @param portChanged told of every change of the own port
   */
  TargetRow(Instance instance, boolean zoneServed, Texts texts, Runnable portChanged) {
    this.instance = instance;
    this.texts = texts;
    this.portChanged = portChanged;
    note = new SimpleObjectProperty<>(note(instance, zoneServed, texts));
    selectable = Bindings.createBooleanBinding(() -> chosen.get() || instance.isRunning(), chosen);
  }

  private static Optional<RowNote> note(Instance instance, boolean zoneServed, Texts texts) {
    if (!instance.isRunning()) {
      String text = texts.get("targets.instance.not-running");
      return Optional.of(new RowNote(true, text, text));
    }
    String text = texts.get("targets.instance.zone", instance.zone());
    return zoneServed ? Optional.empty() : Optional.of(new RowNote(false, text, text));
  }

  public Instance instance() {
    return instance;
  }

  /** The Name tag, or the id of an instance without one. */
  public String displayName() {
    return instance.name().isBlank() ? instance.id() : instance.name();
  }

  /** The instance's type, and the GPU that such types have. */
  public String typeText() {
    return instance
        .accelerator()
        .map(gpu -> instance.type() + " (" + gpu.title() + ")")
        .orElse(instance.type());
  }

  @Override
  public ObservableValue<Optional<RowNote>> note() {
    return note;
  }

  @Override
  public BooleanProperty chosenProperty() {
    return chosen;
  }

  @Override
  public ObservableBooleanValue selectable() {
    return selectable;
  }

  /** The port on this instance; empty for the target group's own. */
  public Field port() {
    if (port.isEmpty()) {
      Field made =
          new Field(
              "wizard-target-port-" + instance.id(),
              texts.get("targets.instance.port", displayName()),
              text -> text.isEmpty() ? Optional.empty() : NumberRules.port(texts, text));
      made.textProperty().addListener((observed, before, now) -> portChanged.run());
      port = Optional.of(made);
    }
    return port.get();
  }

  /** The field of the own port, if anyone has asked for it. */
  Optional<Field> madePort() {
    return port;
  }

  boolean hasOwnPort() {
    return port.filter(field -> !field.text().isEmpty()).isPresent();
  }

  InstanceTarget target() {
    return new InstanceTarget(instance.id(), port.map(Field::number).orElseGet(OptionalInt::empty));
  }

  @Override
  public String searchText() {
    return String.join(
        " ",
        instance.id(),
        instance.name(),
        typeText(),
        instance.state(),
        instance.zone(),
        instance.privateIp());
  }
}
