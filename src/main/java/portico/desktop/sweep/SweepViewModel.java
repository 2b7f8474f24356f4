package portico.desktop.sweep;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.catalog.Answer;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.desktop.fx.Background;
import portico.desktop.fx.Latest;
import portico.environment.Environment;
import portico.model.FieldRules;
import portico.model.SpecDefaults;
import portico.service.Findings;
import portico.service.Leftover;
import portico.service.Services;
import portico.service.Sweeping;

/** Where to look for leftovers, and what is found there. */
public final class SweepViewModel {
  /** How far the look has come. */
  sealed interface State {
    /** Nobody has looked yet. */
    record Idle() implements State {}

    record Looking() implements State {}

    /** The account cannot be read. */
    record Failed(CatalogFailure failure) implements State {}

    /**
     * What was found.
     *
     * @param account where it was looked for, as is {@code region}
     * @param here what this home folder left
     * @param elsewhere what others made
     */
    record Found(
        CloudAccount account,
        String region,
        Findings findings,
        List<LeftoverViewModel> here,
        List<LeftoverViewModel> elsewhere)
        implements State {}
  }

  private final Services services;
  private final Sweeping sweeping;
  private final Background background;
  private final Latest latest = new Latest();
  private final Map<CloudAccount, String> regions = new LinkedHashMap<>();
  private final ObservableList<CloudAccount> accounts = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<CloudAccount> shownAccounts =
      FXCollections.unmodifiableObservableList(accounts);

  private final ReadOnlyObjectWrapper<CloudAccount> account =
      new ReadOnlyObjectWrapper<>(new CloudAccount.Practice());
  private final StringProperty region = new SimpleStringProperty(SpecDefaults.REGION);
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final BooleanBinding canLook =
      Bindings.createBooleanBinding(
          () ->
              FieldRules.region("region", region.get().strip()).isEmpty()
                  && !(state.get() instanceof State.Looking),
          region,
          state);

  public SweepViewModel(Services services, Background background) {
    this.services = services;
    this.sweeping = new Sweeping(services);
    this.background = background;
  }

  /** What can be chosen as account. */
  ObservableList<CloudAccount> accounts() {
    return shownAccounts;
  }

  ReadOnlyObjectProperty<CloudAccount> accountProperty() {
    return account.getReadOnlyProperty();
  }

  StringProperty regionProperty() {
    return region;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether account and region are such that they can be asked. */
  BooleanBinding canLookBinding() {
    return canLook;
  }

  // --- Commands

  /** Reads which accounts there are: those of environments first, the newest of them chosen. */
  void open() {
    if (accounts.isEmpty()) {
      background.run(this::readAccounts, this::show);
    }
  }

  private Map<CloudAccount, String> readAccounts() {
    Map<CloudAccount, String> found = new LinkedHashMap<>();
    services.environments().list().stream()
        .sorted(
            Comparator.comparing((Environment each) -> each.lastChange().orElse(Instant.EPOCH))
                .reversed())
        .forEach(
            each ->
                each.account()
                    .ifPresent(
                        known ->
                            found.putIfAbsent(known, each.region().orElse(SpecDefaults.REGION))));
    services
        .catalogs()
        .profiles()
        .forEach(
            each ->
                found.putIfAbsent(
                    new CloudAccount.Profile(Optional.of(each.name())),
                    each.region().orElse(SpecDefaults.REGION)));
    Stream.of(new CloudAccount.Practice(), new CloudAccount.Profile(Optional.empty()))
        .forEach(each -> found.putIfAbsent(each, SpecDefaults.REGION));
    return found;
  }

  private void show(Map<CloudAccount, String> found) {
    regions.putAll(found);
    accounts.setAll(found.keySet());
    choose(accounts.getFirst());
  }

  /** Chooses an account, and the region that is usual for it. */
  void choose(CloudAccount chosen) {
    if (!chosen.equals(account.get()) || state.get() instanceof State.Idle) {
      account.set(chosen);
      region.set(regions.getOrDefault(chosen, SpecDefaults.REGION));
    }
  }

  /** Looks what is left there. Removals that are at work are stopped. */
  void look() {
    if (!canLook.get()) {
      return;
    }
    stop();
    CloudAccount asked = account.get();
    String where = region.get().strip();
    state.set(new State.Looking());
    background.run(
        () -> sweeping.look(asked, where),
        latest.begin(
            answer ->
                state.set(
                    switch (answer) {
                      case Answer.Failed<Findings>(CatalogFailure failure) ->
                          new State.Failed(failure);
                      case Answer.Found<Findings>(Findings findings) ->
                          new State.Found(
                              asked,
                              where,
                              findings,
                              rows(asked, where, findings.here()),
                              rows(asked, where, findings.elsewhere()));
                    })));
  }

  private List<LeftoverViewModel> rows(CloudAccount asked, String where, List<Leftover> leftovers) {
    return leftovers.stream()
        .map(each -> new LeftoverViewModel(sweeping, background, asked, where, each))
        .toList();
  }

  /** Stops what is being removed, after the request that is under way. */
  void stop() {
    if (state.get() instanceof State.Found(var _, var _, var _, var here, var elsewhere)) {
      Stream.of(here, elsewhere)
          .flatMap(List::stream)
          .filter(LeftoverViewModel::isRemoving)
          .forEach(LeftoverViewModel::stop);
    }
  }
}
