package portico.desktop.wizard.network;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import portico.catalog.Subnet;
import portico.desktop.wizard.form.ChoiceRow;
import portico.desktop.wizard.form.RowNote;
import portico.desktop.wizard.form.Texts;
import portico.model.NetworkRules;
import portico.model.Scheme;
import portico.model.Violation;

/** A subnet in the list: chosen or not, and why it cannot be. */
public final class SubnetRow implements ChoiceRow {
  private final Subnet subnet;
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final ObjectBinding<Optional<RowNote>> note;
  private final BooleanBinding selectable;

  SubnetRow(Subnet subnet, ReadOnlyObjectProperty<Scheme> scheme, Texts texts) {
    this.subnet = subnet;
    note =
        Bindings.createObjectBinding(
            () ->
                NetworkRules.unfit(subnet.facts(), scheme.get()).stream()
                    .findFirst()
                    .map(found -> note(found, texts)),
            scheme);
    selectable =
        Bindings.createBooleanBinding(() -> chosen.get() || note.get().isEmpty(), chosen, note);
  }

  private static RowNote note(Violation unfit, Texts texts) {
    return new RowNote(
        true,
        texts.get("network.unfit." + unfit.rule().name(), unfit.facts().toArray()),
        texts.first(List.of(unfit)).orElseThrow());
  }

  public Subnet subnet() {
    return subnet;
  }

  /** The Name tag, or the id of a subnet without one. */
  public String displayName() {
    return subnet.name().isBlank() ? subnet.id() : subnet.name();
  }

  @Override
  public BooleanProperty chosenProperty() {
    return chosen;
  }

  /** Why a load balancer of the scheme cannot stand here. */
  @Override
  public ObservableValue<Optional<RowNote>> note() {
    return note;
  }

  @Override
  public ObservableBooleanValue selectable() {
    return selectable;
  }

  @Override
  public String searchText() {
    return String.join(" ", subnet.id(), subnet.name(), subnet.cidr(), subnet.zone());
  }
}
