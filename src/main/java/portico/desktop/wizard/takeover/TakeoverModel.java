package portico.desktop.wizard.takeover;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import portico.catalog.Catalogs;
import portico.catalog.CloudAccount;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.LoadBalancerSummary;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Loader;

/** Lists the load balancers of the chosen account, and reads one to begin a wizard with. */
public final class TakeoverModel {
  private final Catalogs catalogs;
  private final ObservableValue<Optional<AccountChoice>> account;
  private final boolean offered;
  private final Loader<List<LoadBalancerSummary>> list;
  private final Loader<FoundLoadBalancer> reading;

  /** Held: a binding that only its listeners know is collected, and they fall silent. */
  private final ObservableValue<Optional<Place>> place;

  private Optional<LoadBalancerSummary> chosen = Optional.empty();

  /**
   * @param offered whether this wizard may give way to one that begins with a load balancer
   * @param start begins that one
   */
  public TakeoverModel(
      Catalogs catalogs,
      Background background,
      ObservableValue<Optional<AccountChoice>> account,
      boolean offered,
      BiConsumer<FoundLoadBalancer, CloudAccount> start) {
    this.catalogs = catalogs;
    this.account = account;
    this.offered = offered;
    list = new Loader<>(background);
    reading = new Loader<>(background);
    place = account.map(each -> each.map(AccountChoice::place));
    place.addListener((observed, before, now) -> forget());
    reading
        .stateProperty()
        .addListener(
            (observed, before, now) ->
                now.value()
                    .ifPresent(
                        found ->
                            place
                                .getValue()
                                .ifPresent(where -> start.accept(found, where.account()))));
  }

  /** The account, once it has said who the caller is. */
  ObservableValue<Optional<AccountChoice>> account() {
    return account;
  }

  boolean isOffered() {
    return offered;
  }

  /** The load balancers of the account and region; idle until {@link #list()}. */
  public ReadOnlyObjectProperty<LoadState<List<LoadBalancerSummary>>> listProperty() {
    return list.stateProperty();
  }

  /** The reading of the chosen one. */
  public ReadOnlyObjectProperty<LoadState<FoundLoadBalancer>> readingProperty() {
    return reading.stateProperty();
  }

  /** Asks which load balancers there are. */
  public void list() {
    reading.clear();
    place
        .getValue()
        .ifPresent(
            where -> list.load(where.reading(catalogs, catalog -> catalog.existing().list())));
  }

  /** Reads a load balancer, and begins a wizard with it when that succeeds. */
  public void begin(LoadBalancerSummary balancer) {
    chosen = Optional.of(balancer);
    again();
  }

  /** Reads the chosen one once more. */
  public void again() {
    place
        .getValue()
        .ifPresent(
            where ->
                chosen.ifPresent(
                    balancer ->
                        reading.load(
                            where.reading(
                                catalogs, catalog -> catalog.existing().read(balancer.arn())))));
  }

  /** What was listed in one place is not in another. */
  private void forget() {
    chosen = Optional.empty();
    list.clear();
    reading.clear();
  }
}
