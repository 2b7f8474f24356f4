package portico.desktop.wizard.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.catalog.AwsProfile;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.Region;
import portico.desktop.app.LinkOpener;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Loader;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.Texts;
import portico.operation.ProviderKind;
import portico.service.Services;

/**
 * Which AWS, as whom, where. An account counts once it has said who the caller is; a profile and
 * practice are asked by themselves, an endpoint when its address is complete and {@link #check()}
 * is called.
 */
public final class AccountViewModel implements StepModel {
  private final Services services;
  private final Background background;
  private final Texts texts;

  private final PlaceForm form;
  private final ReadOnlyObjectWrapper<ProviderKind> provider =
      new ReadOnlyObjectWrapper<>(ProviderKind.BUNDLED);
  private final ReadOnlyBooleanWrapper fixed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper fixedText = new ReadOnlyStringWrapper();
  private final ProfileList profiles = new ProfileList();

  private final ObservableList<Region> regions = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<Region> shownRegions =
      FXCollections.unmodifiableObservableList(regions);

  private final Loader<CheckedAccount> account;
  private final SignInViewModel signIn;
  private final InstantSource clock;

  /** The time that what is shown of the credentials' end goes by. */
  private final ReadOnlyObjectWrapper<Instant> now;

  private final ObjectBinding<Optional<AccountChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;
  private Optional<Place> asked = Optional.empty();
  private boolean profilesRead;
  private boolean entered;
  private boolean providerPicked;

  public AccountViewModel(
      Services services,
      Background background,
      Texts texts,
      LinkOpener links,
      InstantSource clock) {
    this.services = services;
    this.clock = clock;
    now = new ReadOnlyObjectWrapper<>(clock.instant());
    signIn = new SignInViewModel(services.signIns(), background, links, texts, this::check);
    this.background = background;
    this.texts = texts;
    fixedText.set(texts.get("account.fixed"));
    form = new PlaceForm(texts);
    account = new Loader<>(background);
    choice =
        Bindings.createObjectBinding(
            this::currentChoice, form.place(), provider, account.stateProperty());
    problem = Bindings.createObjectBinding(this::currentProblem, choice, form.place());
    form.place().addListener((observed, before, now) -> placeChanged());
    account.stateProperty().addListener((observed, before, state) -> answered(state));
  }

  public ReadOnlyObjectProperty<AccountKind> kindProperty() {
    return form.kindProperty();
  }

  /** The chosen profile; empty for the SDK's default credentials. */
  public ReadOnlyObjectProperty<Optional<AwsProfile>> profileProperty() {
    return form.profileProperty();
  }

  public ReadOnlyObjectProperty<ProviderKind> providerProperty() {
    return provider.getReadOnlyProperty();
  }

  /** Whether the environment exists already and therefore stays where it is. */
  public ReadOnlyBooleanProperty fixedProperty() {
    return fixed.getReadOnlyProperty();
  }

  /** Why it stays where it is. */
  public ReadOnlyStringProperty fixedTextProperty() {
    return fixedText.getReadOnlyProperty();
  }

  /** What can be chosen as profile; the empty one stands for the SDK's default credentials. */
  public ObservableList<Optional<AwsProfile>> profiles() {
    return profiles.shown();
  }

  /** The regions of the last account that named some. */
  public ObservableList<Region> regions() {
    return shownRegions;
  }

  public Field endpoint() {
    return form.endpoint();
  }

  public Field region() {
    return form.region();
  }

  public ReadOnlyObjectProperty<LoadState<CheckedAccount>> accountProperty() {
    return account.stateProperty();
  }

  /** What a person does where the account's credentials need one. */
  public SignInViewModel signIn() {
    return signIn;
  }

  /** The time by which the credentials' end is told; changes with {@link #tick()}. */
  public ReadOnlyObjectProperty<Instant> nowProperty() {
    return now.getReadOnlyProperty();
  }

  /** Time has passed. */
  public void tick() {
    now.set(clock.instant());
  }

  /** Begins the session of an account anew that was begun with the code of an MFA device. */
  public void renew(CheckedAccount checked) {
    checked
        .device()
        .ifPresent(
            device ->
                signIn.want(
                    checked.place(),
                    new CatalogFailure.MfaCodeNeeded(
                        form.profileProperty().get().map(AwsProfile::name), device)));
  }

  public ObservableValue<Optional<AccountChoice>> choice() {
    return choice;
  }

  @Override
  public ObservableValue<Optional<Problem>> problem() {
    return problem;
  }

  @Override
  public void enter() {
    entered = true;
    if (!profilesRead) {
      profilesRead = true;
      background.run(services.catalogs()::profiles, this::profilesFound);
    } else {
      checkIfNew();
    }
  }

  @Override
  public void reveal() {
    form.reveal();
  }

  public void chooseKind(AccountKind chosen) {
    form.chooseKind(chosen);
    if (!providerPicked) {
      provider.set(chosen.usualProvider());
    }
    checkIfNew();
  }

  /** Chooses a profile, and its region if it names one. */
  public void chooseProfile(Optional<AwsProfile> chosen) {
    form.chooseProfile(chosen);
    checkIfNew();
  }

  public void chooseProvider(ProviderKind chosen) {
    providerPicked = true;
    provider.set(chosen);
  }

  /** Asks the account who the caller is, again if it was asked before. */
  public void check() {
    form.place()
        .get()
        .ifPresentOrElse(
            where -> {
              asked = Optional.of(where);
              account.load(
                  where.reading(
                      services.catalogs(),
                      catalog -> CheckedAccount.read(where, catalog, services)));
            },
            this::reveal);
  }

  /** Starts with the account of an existing environment, which cannot be changed. */
  public void prefill(CloudAccount existing, String regionCode) {
    form.prefill(existing, regionCode, profiles::named);
    if (!providerPicked) {
      provider.set(form.kind().usualProvider());
    }
    fixed.set(true);
  }

  /** Says why the account cannot be changed, where that is not because something stands in it. */
  public void explainFixed(String why) {
    fixedText.set(why);
  }

  private void profilesFound(List<AwsProfile> found) {
    profiles.found(found);
    if (!fixed.get() && profiles.usual().isPresent()) {
      chooseKind(AccountKind.PROFILE);
      chooseProfile(profiles.usual());
    }
    checkIfNew();
  }

  /** What was answered about another place is no answer any more. */
  private void placeChanged() {
    if (!form.place().get().equals(asked)) {
      asked = Optional.empty();
      account.clear();
      if (form.kind() != AccountKind.ENDPOINT) {
        checkIfNew();
      }
    }
  }

  private void checkIfNew() {
    Optional<Place> now = form.place().get();
    if (entered && profilesRead && now.isPresent() && !now.equals(asked)) {
      check();
    }
  }

  private void answered(LoadState<CheckedAccount> state) {
    tick();
    state
        .failed()
        .filter(SignInViewModel::cures)
        .ifPresentOrElse(
            why -> asked.ifPresent(where -> signIn.want(where, why)), signIn::wantNothing);
    state
        .value()
        .map(CheckedAccount::regions)
        .filter(found -> !found.isEmpty())
        .ifPresent(regions::setAll);
  }

  private Optional<AccountChoice> currentChoice() {
    return account
        .state()
        .value()
        .filter(checked -> form.place().get().equals(Optional.of(checked.place())))
        .map(checked -> new AccountChoice(checked.place(), provider.get(), checked.identity()));
  }

  private Optional<Problem> currentProblem() {
    if (choice.get().isPresent()) {
      return Optional.empty();
    }
    return form.problem().or(() -> Optional.of(unanswered()));
  }

  private Problem unanswered() {
    Optional<CatalogFailure> failed = account.state().failed();
    if (failed.filter(SignInViewModel::cures).isPresent()) {
      return failed.get() instanceof CatalogFailure.MfaCodeNeeded
          ? new Problem("wizard-mfa-code", texts.get("sign-in.code.first"))
          : new Problem("wizard-sign-in-start", texts.get("sign-in.first"));
    }
    if (failed.isPresent()) {
      return new Problem("wizard-account-failure-retry", texts.get("account.failed"));
    }
    return form.kind() == AccountKind.ENDPOINT && !account.state().isBusy()
        ? new Problem("wizard-check", texts.get("account.unanswered"))
        : new Problem("wizard-region", texts.get("account.busy"));
  }
}
