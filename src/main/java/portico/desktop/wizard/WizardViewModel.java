package portico.desktop.wizard;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import portico.desktop.app.LinkOpener;
import portico.desktop.app.Navigation;
import portico.desktop.app.WizardStart;
import portico.desktop.fx.Background;
import portico.desktop.wizard.access.AccessViewModel;
import portico.desktop.wizard.account.AccountViewModel;
import portico.desktop.wizard.draft.Draft;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.draft.TargetsChoice;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.desktop.wizard.network.NetworkViewModel;
import portico.desktop.wizard.review.PreflightViewModel;
import portico.desktop.wizard.review.ReviewViewModel;
import portico.desktop.wizard.routing.RoutingViewModel;
import portico.desktop.wizard.serve.ServeViewModel;
import portico.desktop.wizard.settings.SettingsViewModel;
import portico.desktop.wizard.takeover.TakeoverModel;
import portico.desktop.wizard.targets.TargetsViewModel;
import portico.environment.Environment;
import portico.model.EnvironmentSpec;
import portico.model.TargetGroupSpec;
import portico.service.Services;

/**
 * One way through the wizard, from its first step to a deployment. Kept in memory, it goes on where
 * it was left.
 */
public final class WizardViewModel {
  private final Services services;
  private final Background background;
  private final Texts texts;
  private final Navigation navigation;
  private final Optional<WizardStart.Change> existing;
  private final Optional<WizardStart.Twin> twin;
  private final ServeViewModel serve;
  private final AccountViewModel account;
  private final TakeoverModel takeover;
  private final NetworkViewModel network;
  private final TargetsViewModel targets;
  private final RoutingViewModel routing;
  private final AccessViewModel access;
  private final SettingsViewModel settings;
  private final PreflightViewModel preflight;
  private final ReviewViewModel review;
  private final Walk walk;
  private final ObjectBinding<Optional<Draft>> draft;

  /**
   * @param start the environment to change, or the load balancer to stand beside; empty to set a
   *     new environment up
   */
  public WizardViewModel(
      Services services,
      Background background,
      Texts texts,
      Navigation navigation,
      LinkOpener links,
      InstantSource clock,
      Optional<WizardStart> start) {
    this.services = services;
    this.background = background;
    this.texts = texts;
    this.navigation = navigation;
    this.existing =
        start.filter(WizardStart.Change.class::isInstance).map(WizardStart.Change.class::cast);
    this.twin = start.filter(WizardStart.Twin.class::isInstance).map(WizardStart.Twin.class::cast);
    serve = new ServeViewModel(background, texts);
    account = new AccountViewModel(services, background, texts, links, clock);
    takeover =
        new TakeoverModel(
            services.catalogs(),
            background,
            account.choice(),
            start.isEmpty(),
            navigation::startWizardLike);
    network = new NetworkViewModel(services.catalogs(), background, texts, account.choice());
    targets =
        new TargetsViewModel(
            services.catalogs(), background, texts, network.choice(), serve.choice());
    ObjectBinding<List<TargetGroupSpec>> groups =
        Bindings.createObjectBinding(this::targetGroups, targets.choice());
    routing =
        new RoutingViewModel(
            services.catalogs(), background, texts, clock, network.choice(), groups);
    access =
        new AccessViewModel(
            services.practice(), background, texts, network.choice(), targets.choice());
    settings =
        new SettingsViewModel(
            services.catalogs(),
            background,
            texts,
            account.choice(),
            network.choice(),
            serve.choice(),
            groups.map(each -> each.stream().findFirst()));
    settings.setOnTargetGroupFix(targets::mendFirst);
    draft =
        Bindings.createObjectBinding(
            this::currentDraft,
            serve.choice(),
            account.choice(),
            network.choice(),
            targets.choice(),
            routing.choice(),
            access.choice(),
            settings.choice());
    preflight =
        new PreflightViewModel(
            services,
            background,
            clock,
            draft,
            account.choice(),
            network.choice(),
            existing.map(WizardStart.Change::spec));
    review =
        new ReviewViewModel(
            services,
            background,
            texts,
            draft,
            preflight,
            existing.map(WizardStart.Change::name),
            navigation::showOperation);
    walk =
        new Walk(
            Map.of(
                StepId.SERVE, serve,
                StepId.ACCOUNT, account,
                StepId.NETWORK, network,
                StepId.TARGETS, targets,
                StepId.ROUTING, routing,
                StepId.ACCESS, access,
                StepId.SETTINGS, settings,
                StepId.REVIEW, review));
    start.ifPresent(this::prefill);
  }

  public ServeViewModel serve() {
    return serve;
  }

  public AccountViewModel account() {
    return account;
  }

  /** Load balancers that are there already, to begin with one of them. */
  public TakeoverModel takeover() {
    return takeover;
  }

  public NetworkViewModel network() {
    return network;
  }

  public TargetsViewModel targets() {
    return targets;
  }

  public RoutingViewModel routing() {
    return routing;
  }

  public AccessViewModel access() {
    return access;
  }

  public SettingsViewModel settings() {
    return settings;
  }

  public ReviewViewModel review() {
    return review;
  }

  /** What a deployment would meet, as far as it is known. */
  public PreflightViewModel preflight() {
    return preflight;
  }

  /** The environment that is being changed; empty when a new one is set up. */
  public Optional<WizardStart.Change> existing() {
    return existing;
  }

  /** The load balancer that a new environment is to stand beside. */
  public Optional<WizardStart.Twin> twin() {
    return twin;
  }

  public ReadOnlyObjectProperty<StepId> stepProperty() {
    return walk.stepProperty();
  }

  public ObservableValue<StepState> stateOf(StepId id) {
    return walk.stateOf(id);
  }

  /** What hinders going on from the shown step. */
  public ObservableValue<Optional<Problem>> problem() {
    return walk.problem();
  }

  public Texts texts() {
    return texts;
  }

  /** The wizard has come into view: reads what the shown step needs. */
  public void enter() {
    walk.enter();
  }

  /** Goes on if the step is complete; else shows what is wrong with it. */
  public void next() {
    walk.next();
  }

  public void back() {
    walk.back();
  }

  /** Goes to a step that has been finished, or back. */
  public void goTo(StepId id) {
    walk.goTo(id);
  }

  /** Goes back to a step, and in that of the targets to a group, if one is named. */
  public void edit(StepId id, Optional<String> group) {
    goTo(id);
    group.ifPresent(targets::selectNamed);
  }

  /** Whether a step has been finished, or is before the shown one. */
  public boolean canGoTo(StepId id) {
    return walk.canGoTo(id);
  }

  /** Gives up everything entered here and begins with an empty wizard. */
  public void startOver() {
    review.preview().stop();
    navigation.startNewWizard();
  }

  /** Where the environment stands cannot be changed, nor which provider knows its resources. */
  private void prefill(WizardStart start) {
    EnvironmentSpec spec = start.spec();
    serve.prefill(spec);
    network.prefill(spec.loadBalancer());
    targets.prefill(spec.targetGroups());
    routing.prefill(spec.listeners());
    access.prefill(spec);
    settings.prefill(spec);
    account.prefill(start.account(), spec.region());
    switch (start) {
      case WizardStart.Twin _ -> account.explainFixed(texts.get("account.fixed.twin"));
      case WizardStart.Change change ->
          background.run(
              () -> services.environments().find(change.name()),
              found -> found.map(Environment::provider).ifPresent(account::chooseProvider));
    }
  }

  private List<TargetGroupSpec> targetGroups() {
    return targets.choice().getValue().map(TargetsChoice::groups).orElse(List.of());
  }

  private Optional<Draft> currentDraft() {
    return serve
        .choice()
        .getValue()
        .flatMap(
            served ->
                Draft.of(
                    account.choice().getValue(),
                    network.choice().getValue(),
                    targets.choice().getValue(),
                    routing.choice().getValue(),
                    access.choice().getValue(),
                    settings.choice().getValue(),
                    existing.map(WizardStart.Change::spec)));
  }
}
