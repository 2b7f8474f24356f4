package portico.desktop.wizard.account;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.catalog.AwsProfile;
import portico.catalog.Catalogs;
import portico.catalog.CloudAccount;
import portico.catalog.Region;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Loader;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.Texts;
import portico.model.FieldRules;
import portico.model.SpecDefaults;
import portico.operation.ProviderKind;

/**
 * Which AWS, as whom, where. An account counts once it has said who the caller is; a profile and
 * practice are asked by themselves, an endpoint when its address is complete and {@link #check()}
 * is called.
 */
public final class AccountViewModel implements StepModel {
  private final Catalogs catalogs;
  private final Background background;
  private final Texts texts;

  private final ReadOnlyObjectWrapper<AccountKind> kind =
      new ReadOnlyObjectWrapper<>(AccountKind.PRACTICE);
  private final ReadOnlyObjectWrapper<Optional<AwsProfile>> profile =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<ProviderKind> provider =
      new ReadOnlyObjectWrapper<>(ProviderKind.BUNDLED);
  private final ReadOnlyBooleanWrapper fixed = new ReadOnlyBooleanWrapper();
  private final ObservableList<Optional<AwsProfile>> profiles = FXCollections.observableArrayList();
  private final ObservableList<Optional<AwsProfile>> readOnlyProfiles =
      FXCollections.unmodifiableObservableList(profiles);
  private final ObservableList<Region> regions = FXCollections.observableArrayList();
  private final ObservableList<Region> readOnlyRegions =
      FXCollections.unmodifiableObservableList(regions);
  private final Field endpoint;
  private final Field region;
  private final Loader<CheckedAccount> account;
  private final ObjectBinding<Optional<Place>> place;
  private final ObjectBinding<Optional<AccountChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;
  private Optional<Place> asked = Optional.empty();
  private boolean profilesRead;
  private boolean entered;
  private boolean providerPicked;

  public AccountViewModel(Catalogs catalogs, Background background, Texts texts) {
    this.catalogs = catalogs;
    this.background = background;
    this.texts = texts;
    endpoint =
        new Field(
            "wizard-endpoint",
            texts.get("account.endpoint"),
            text -> EndpointRule.fault(texts, text));
    region =
        new Field(
            "wizard-region",
            texts.get("account.region"),
            text -> texts.first(FieldRules.region("region", text)));
    region.prefill(SpecDefaults.REGION);
    account = new Loader<>(background);
    place =
        Bindings.createObjectBinding(
            this::currentPlace, kind, profile, endpoint.textProperty(), region.textProperty());
    choice =
        Bindings.createObjectBinding(this::currentChoice, place, provider, account.stateProperty());
    problem = Bindings.createObjectBinding(this::currentProblem, choice, place);
    place.addListener((observed, before, now) -> placeChanged());
    account.stateProperty().addListener((observed, before, now) -> keepRegions(now));
  }

  public ReadOnlyObjectProperty<AccountKind> kindProperty() {
    return kind.getReadOnlyProperty();
  }

  /** The chosen profile; empty for the SDK's default credentials. */
  public ReadOnlyObjectProperty<Optional<AwsProfile>> profileProperty() {
    return profile.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ProviderKind> providerProperty() {
    return provider.getReadOnlyProperty();
  }

  /** Whether the environment exists already and therefore stays where it is. */
  public ReadOnlyBooleanProperty fixedProperty() {
    return fixed.getReadOnlyProperty();
  }

  /** What can be chosen as profile; the empty one stands for the SDK's default credentials. */
  public ObservableList<Optional<AwsProfile>> profiles() {
    return readOnlyProfiles;
  }

  /** The regions of the last account that named some. */
  public ObservableList<Region> regions() {
    return readOnlyRegions;
  }

  public Field endpoint() {
    return endpoint;
  }

  public Field region() {
    return region;
  }

  public ReadOnlyObjectProperty<LoadState<CheckedAccount>> accountProperty() {
    return account.stateProperty();
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
      background.run(catalogs::profiles, this::profilesFound);
    } else {
      checkIfNew();
    }
  }

  @Override
  public void reveal() {
    region.reveal();
    if (kind.get() == AccountKind.ENDPOINT) {
      endpoint.reveal();
    }
  }

  public void chooseKind(AccountKind chosen) {
    kind.set(chosen);
    if (!providerPicked) {
      provider.set(chosen.usualProvider());
    }
    checkIfNew();
  }

  /** Chooses a profile, and its region if it names one. */
  public void chooseProfile(Optional<AwsProfile> chosen) {
    chosen.flatMap(AwsProfile::region).ifPresent(region::prefill);
    profile.set(chosen);
    checkIfNew();
  }

  public void chooseProvider(ProviderKind chosen) {
    providerPicked = true;
    provider.set(chosen);
  }

  /** Asks the account who the caller is, again if it was asked before. */
  public void check() {
    place
        .get()
        .ifPresentOrElse(
            where -> {
              asked = Optional.of(where);
              account.load(where.reading(catalogs, catalog -> CheckedAccount.read(where, catalog)));
            },
            this::reveal);
  }

  /** Starts with the account of an existing environment, which cannot be changed. */
  public void prefill(CloudAccount existing, String regionCode) {
    region.prefill(regionCode);
    switch (existing) {
      case CloudAccount.Practice() -> kind.set(AccountKind.PRACTICE);
      case CloudAccount.Profile(Optional<String> name) -> {
        profile.set(name.map(this::profileNamed));
        kind.set(AccountKind.PROFILE);
      }
      case CloudAccount.Endpoint(var uri, Optional<String> name) -> {
        profile.set(name.map(this::profileNamed));
        endpoint.prefill(uri.toString());
        kind.set(AccountKind.ENDPOINT);
      }
    }
    if (!providerPicked) {
      provider.set(kind.get().usualProvider());
    }
    fixed.set(true);
  }

  private AwsProfile profileNamed(String name) {
    return profiles.stream()
        .flatMap(Optional::stream)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseGet(() -> new AwsProfile(name, AwsProfile.Kind.OTHER, Optional.empty()));
  }

  private void profilesFound(List<AwsProfile> found) {
    profiles.setAll(found.stream().map(Optional::of).toList());
    profiles.add(Optional.empty());
    if (!fixed.get() && !found.isEmpty()) {
      chooseKind(AccountKind.PROFILE);
      chooseProfile(
          found.stream()
              .filter(each -> each.name().equals("default"))
              .findFirst()
              .or(() -> Optional.of(found.getFirst())));
    }
    checkIfNew();
  }

  /** What was answered about another place is no answer any more. */
  private void placeChanged() {
    if (!place.get().equals(asked)) {
      asked = Optional.empty();
      account.clear();
      if (kind.get() != AccountKind.ENDPOINT) {
        checkIfNew();
      }
    }
  }

  private void checkIfNew() {
    Optional<Place> now = place.get();
    if (entered && profilesRead && now.isPresent() && !now.equals(asked)) {
      check();
    }
  }

  private void keepRegions(LoadState<CheckedAccount> state) {
    state
        .value()
        .map(CheckedAccount::regions)
        .filter(found -> !found.isEmpty())
        .ifPresent(regions::setAll);
  }

  private Optional<Place> currentPlace() {
    if (!region.isValid()) {
      return Optional.empty();
    }
    return switch (kind.get()) {
      case PRACTICE -> Optional.of(at(new CloudAccount.Practice()));
      case PROFILE -> Optional.of(at(new CloudAccount.Profile(profileName())));
      case ENDPOINT ->
          endpoint.isValid()
              ? EndpointRule.parse(endpoint.text())
                  .map(uri -> at(new CloudAccount.Endpoint(uri, profileName())))
              : Optional.empty();
    };
  }

  private Place at(CloudAccount which) {
    return new Place(which, region.text());
  }

  private Optional<String> profileName() {
    return profile.get().map(AwsProfile::name);
  }

  private Optional<AccountChoice> currentChoice() {
    return account
        .state()
        .value()
        .filter(checked -> place.get().equals(Optional.of(checked.place())))
        .map(checked -> new AccountChoice(checked.place(), provider.get(), checked.identity()));
  }

  private Optional<Problem> currentProblem() {
    if (choice.get().isPresent()) {
      return Optional.empty();
    }
    Optional<Problem> field =
        kind.get() == AccountKind.ENDPOINT
            ? endpoint.problem().or(region::problem)
            : region.problem();
    return field.or(() -> Optional.of(unanswered()));
  }

  private Problem unanswered() {
    if (account.state().failed().isPresent()) {
      return new Problem("wizard-account-failure-retry", texts.get("account.failed"));
    }
    return kind.get() == AccountKind.ENDPOINT && !account.state().isBusy()
        ? new Problem("wizard-check", texts.get("account.unanswered"))
        : new Problem("wizard-region", texts.get("account.busy"));
  }
}
