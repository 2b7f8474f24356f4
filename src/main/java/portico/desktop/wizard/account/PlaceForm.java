package portico.desktop.wizard.account;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.catalog.AwsProfile;
import portico.catalog.CloudAccount;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.Texts;
import portico.model.FieldRules;
import portico.model.SpecDefaults;

/** What the user says about the account and the region, and the place it makes. */
final class PlaceForm {
  private final ReadOnlyObjectWrapper<AccountKind> kind =
      new ReadOnlyObjectWrapper<>(AccountKind.PRACTICE);
  private final ReadOnlyObjectWrapper<Optional<AwsProfile>> profile =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Field endpoint;
  private final Field region;
  private final ObjectBinding<Optional<Place>> place;

  PlaceForm(Texts texts) {
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
    place =
        Bindings.createObjectBinding(
            this::currentPlace, kind, profile, endpoint.textProperty(), region.textProperty());
  }

  ReadOnlyObjectProperty<AccountKind> kindProperty() {
    return kind.getReadOnlyProperty();
  }

  AccountKind kind() {
    return kind.get();
  }

  /** The chosen profile; empty for the SDK's default credentials. */
  ReadOnlyObjectProperty<Optional<AwsProfile>> profileProperty() {
    return profile.getReadOnlyProperty();
  }

  Field endpoint() {
    return endpoint;
  }

  Field region() {
    return region;
  }

  /** The place, once all it needs is said and right. */
  ObjectBinding<Optional<Place>> place() {
    return place;
  }

  void chooseKind(AccountKind chosen) {
    kind.set(chosen);
  }

  /** Chooses a profile, and its region if it names one. */
  void chooseProfile(Optional<AwsProfile> chosen) {
    chosen.flatMap(AwsProfile::region).ifPresent(region::prefill);
    profile.set(chosen);
  }

  /**
   * Starts with the account of an existing environment.
   *
   * @param profileNamed the profile of a name
   */
  void prefill(
      CloudAccount existing, String regionCode, Function<String, AwsProfile> profileNamed) {
    region.prefill(regionCode);
    switch (existing) {
      case CloudAccount.Practice() -> kind.set(AccountKind.PRACTICE);
      case CloudAccount.Profile(Optional<String> name) -> {
        profile.set(name.map(profileNamed));
        kind.set(AccountKind.PROFILE);
      }
      case CloudAccount.Endpoint(var uri, Optional<String> name) -> {
        profile.set(name.map(profileNamed));
        endpoint.prefill(uri.toString());
        kind.set(AccountKind.ENDPOINT);
      }
    }
  }

  void reveal() {
    region.reveal();
    if (kind.get() == AccountKind.ENDPOINT) {
      endpoint.reveal();
    }
  }

  /** What is wrong in the fields that count. */
  Optional<Problem> problem() {
    return kind.get() == AccountKind.ENDPOINT
        ? endpoint.problem().or(region::problem)
        : region.problem();
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
}
