package portico.desktop.wizard.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import portico.catalog.Catalogs;
import portico.catalog.IpamPool;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.Loader;
import portico.model.IpAddressType;
import portico.model.LoadBalancerRules;
import portico.model.Scheme;

/**
 * The IPAM pool that public IPv4 addresses come from. Few accounts have pools, and many may not
 * read them: where none is known there is nothing to choose, and no failure to tell.
 */
final class PoolForm {
  private final Catalogs catalogs;
  private final ObservableValue<Scheme> scheme;
  private final ObservableValue<IpAddressType> addresses;
  private final Loader<List<IpamPool>> pools;
  private final ReadOnlyObjectWrapper<Optional<String>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectBinding<List<IpamPool>> offer;
  private Optional<Place> read = Optional.empty();

  PoolForm(
      Catalogs catalogs,
      Background background,
      ObservableValue<Scheme> scheme,
      ObservableValue<IpAddressType> addresses) {
    this.catalogs = catalogs;
    this.scheme = scheme;
    this.addresses = addresses;
    pools = new Loader<>(background);
    offer =
        Bindings.createObjectBinding(
            this::currentOffer, pools.stateProperty(), chosen, scheme, addresses);
  }

  /** The pools to choose from, the chosen one among them; none where there is no choice. */
  ObservableValue<List<IpamPool>> offer() {
    return offer;
  }

  /** The id of the pool, whether or not the load balancer can have one now. */
  ReadOnlyObjectProperty<Optional<String>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** The id of the pool that the load balancer gets. */
  Optional<String> wanted() {
    return chosen.get().filter(_ -> fits());
  }

  void choose(Optional<String> id) {
    chosen.set(id);
  }

  /** Reads the pools of a region; a pool of another one is no longer chosen. */
  void read(Place place) {
    if (read.filter(before -> !before.equals(place)).isPresent()) {
      chosen.set(Optional.empty());
    }
    read = Optional.of(place);
    pools.load(place.reading(catalogs, catalog -> catalog.ipamPools()));
  }

  private boolean fits() {
    return LoadBalancerRules.takesIpamPool(scheme.getValue(), addresses.getValue());
  }

  private List<IpamPool> currentOffer() {
    if (!fits()) {
      return List.of();
    }
    List<IpamPool> all = new ArrayList<>(pools.state().value().orElse(List.of()));
    chosen
        .get()
        .filter(id -> all.stream().noneMatch(pool -> pool.id().equals(id)))
        .ifPresent(id -> all.add(new IpamPool(id, "", "")));
    return List.copyOf(all);
  }
}
