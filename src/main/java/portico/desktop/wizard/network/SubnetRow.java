package portico.desktop.wizard.network;

import java.util.Locale;
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
import portico.desktop.wizard.form.Texts;
import portico.model.NetworkRules;
import portico.model.Scheme;

/** A subnet in the list: chosen or not, and why it cannot be. */
public final class SubnetRow {
  private final Subnet subnet;
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final ObjectBinding<Optional<String>> unfit;
  private final ObjectBinding<Optional<String>> unfitShort;
  private final BooleanBinding selectable;

  SubnetRow(Subnet subnet, ReadOnlyObjectProperty<Scheme> scheme, Texts texts) {
    this.subnet = subnet;
    unfit =
        Bindings.createObjectBinding(
            () -> texts.first(NetworkRules.unfit(subnet.facts(), scheme.get())), scheme);
    unfitShort =
        Bindings.createObjectBinding(
            () ->
                NetworkRules.unfit(subnet.facts(), scheme.get()).stream()
                    .findFirst()
                    .map(
                        found ->
                            texts.get(
                                "network.unfit." + found.rule().name(), found.facts().toArray())),
            scheme);
    selectable =
        Bindings.createBooleanBinding(() -> chosen.get() || unfit.get().isEmpty(), chosen, unfit);
  }

  public Subnet subnet() {
    return subnet;
  }

  public BooleanProperty chosenProperty() {
    return chosen;
  }

  public boolean isChosen() {
    return chosen.get();
  }

  /** Why a load balancer of the scheme cannot stand here. */
  public ObservableValue<Optional<String>> unfit() {
    return unfit;
  }

  /** The same in few words, for the list. */
  public ObservableValue<Optional<String>> unfitShort() {
    return unfitShort;
  }

  /** Whether the user may change the choice: what is unfit can only be given up. */
  public ObservableBooleanValue selectable() {
    return selectable;
  }

  boolean matches(String search) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    return String.join(" ", subnet.id(), subnet.name(), subnet.cidr(), subnet.zone())
        .toLowerCase(Locale.ROOT)
        .contains(wanted);
  }
}
