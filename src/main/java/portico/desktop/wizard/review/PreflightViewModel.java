package portico.desktop.wizard.review;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import portico.catalog.Catalog;
import portico.desktop.fx.Background;
import portico.desktop.fx.Latest;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.Draft;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.model.EnvironmentSpec;
import portico.model.SpecDefaults;
import portico.operation.OperationRecord;
import portico.preflight.ExpectedDuration;
import portico.preflight.PreflightReport;
import portico.preflight.PreflightRequest;
import portico.service.Services;

/**
 * Looks at what a deployment would meet, whenever the draft changes: one look at a time, so that
 * typing does not ask AWS at each letter, and the newest draft last.
 */
public final class PreflightViewModel {
  /** Past operations that tell how long a deployment takes. */
  private static final int PAST = 100;

  private final Services services;
  private final Background background;
  private final InstantSource clock;
  private final ObservableValue<Optional<Draft>> draft;
  private final ObservableValue<Optional<AccountChoice>> account;
  private final ObservableValue<Optional<NetworkChoice>> network;
  private final Optional<EnvironmentSpec> existing;

  private final Latest latest = new Latest();
  private final ObjectBinding<Optional<PreflightSubject>> subject;
  private final ReadOnlyObjectWrapper<PreflightState> state =
      new ReadOnlyObjectWrapper<>(new PreflightState.Waiting());
  private Optional<PreflightSubject> lastWhole = Optional.empty();
  private Optional<PreflightSubject> running = Optional.empty();
  private Optional<PreflightSubject> next = Optional.empty();

  /**
   * @param draft looked at whole once it is complete
   * @param account with the network, enough for some of the checks
   * @param existing what stands, when an environment is changed
   */
  public PreflightViewModel(
      Services services,
      Background background,
      InstantSource clock,
      ObservableValue<Optional<Draft>> draft,
      ObservableValue<Optional<AccountChoice>> account,
      ObservableValue<Optional<NetworkChoice>> network,
      Optional<EnvironmentSpec> existing) {
    this.services = services;
    this.background = background;
    this.clock = clock;
    this.draft = draft;
    this.account = account;
    this.network = network;
    this.existing = existing;
    subject = Bindings.createObjectBinding(this::currentSubject, draft, account, network);
    subject.subscribe(this::changed);
  }

  public ReadOnlyObjectProperty<PreflightState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What was found of exactly this spec; empty while that is not known. */
  Optional<PreflightReport> reportOf(EnvironmentSpec spec) {
    return state.get() instanceof PreflightState.Done(var found)
            && found.subject().whole()
            && found.subject().spec().equals(spec)
        ? Optional.of(found.report())
        : Optional.empty();
  }

  /** Looks once more: something may have changed in AWS. */
  public void again() {
    if (running.isEmpty()) {
      subject.get().ifPresent(this::start);
    }
  }

  private void changed(Optional<PreflightSubject> now) {
    if (now.isEmpty()) {
      forget();
      return;
    }
    PreflightSubject wanted = now.get();
    if (running.filter(wanted::equals).isPresent()) {
      next = Optional.empty();
    } else if (running.filter(each -> each.place().equals(wanted.place())).isPresent()) {
      next = now;
    } else if (state.get().result().filter(each -> each.subject().equals(wanted)).isEmpty()) {
      start(wanted);
    }
  }

  /** Whatever is still being read is dropped. */
  private void forget() {
    latest.begin(ignored -> {});
    running = Optional.empty();
    next = Optional.empty();
    state.set(new PreflightState.Waiting());
  }

  private void start(PreflightSubject wanted) {
    running = Optional.of(wanted);
    next = Optional.empty();
    state.set(
        new PreflightState.Running(
            state.get().result().filter(each -> each.subject().place().equals(wanted.place()))));
    background.run(() -> look(wanted), latest.begin(report -> found(wanted, report)));
  }

  private void found(PreflightSubject about, PreflightReport report) {
    running = Optional.empty();
    state.set(new PreflightState.Done(new PreflightState.Result(about, report)));
    next.ifPresent(this::start);
  }

  /** In the background. */
  private PreflightReport look(PreflightSubject wanted) {
    List<OperationRecord> past = services.operations().recent(PAST);
    PreflightRequest request =
        new PreflightRequest(
            wanted.spec(),
            wanted.existing(),
            ExpectedDuration.of(past, wanted.place().account()),
            services.engine().look(wanted.provider()),
            clock.instant());
    try (Catalog catalog =
        services.catalogs().open(wanted.place().account(), wanted.place().region())) {
      PreflightReport report = PreflightReport.of(catalog, request);
      return wanted.whole() ? report : report.ofNetworkAndAccount();
    }
  }

  /**
   * While the draft is incomplete, what it was when it was last complete in the same network;
   * before that, the smallest environment.
   */
  private Optional<PreflightSubject> currentSubject() {
    if (draft.getValue().isPresent()) {
      lastWhole = draft.getValue().map(PreflightSubject::of);
      return lastWhole;
    }
    if (account.getValue().isEmpty() || network.getValue().isEmpty()) {
      return Optional.empty();
    }
    AccountChoice who = account.getValue().get();
    EnvironmentSpec standIn = existing.orElseGet(() -> smallest(network.getValue().get()));
    return lastWhole
        .filter(whole -> whole.place().equals(who.place()) && sameNetwork(whole.spec(), standIn))
        .or(
            () ->
                Optional.of(
                    new PreflightSubject(who.place(), who.provider(), standIn, existing, false)));
  }

  private static boolean sameNetwork(EnvironmentSpec one, EnvironmentSpec other) {
    return one.loadBalancer().vpcId().equals(other.loadBalancer().vpcId())
        && one.loadBalancer().subnetIds().equals(other.loadBalancer().subnetIds());
  }

  private static EnvironmentSpec smallest(NetworkChoice where) {
    return SpecDefaults.smallest(
        where.place().region(),
        where.vpc().id(),
        where.subnets().stream().map(subnet -> subnet.id()).toList(),
        List.of());
  }
}
