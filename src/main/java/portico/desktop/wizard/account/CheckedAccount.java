package portico.desktop.wizard.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import portico.catalog.Answer;
import portico.catalog.CallerIdentity;
import portico.catalog.Catalog;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.Region;
import portico.desktop.wizard.draft.Place;
import portico.preflight.ExpectedDuration;
import portico.service.Services;

/**
 * What an account answered.
 *
 * @param regions those enabled for it; empty when they could not be read
 * @param end when its credentials end; empty for those that do not, and where that is not known
 * @param device the MFA device whose code begins its session, if one does
 */
public record CheckedAccount(
    Place place,
    CallerIdentity identity,
    List<Region> regions,
    Optional<CredentialsEnd> end,
    Optional<String> device) {
  /** Operations that tell how long a deployment takes. */
  private static final int PAST = 100;

  public CheckedAccount {
    regions = List.copyOf(regions);
  }

  /**
   * Asks the catalogue. A list of regions that cannot be read does not hinder, since the code can
   * be typed; a region that is not in the list does, except at endpoints, whose lists are not
   * AWS's.
   */
  static Answer<CheckedAccount> read(Place place, Catalog catalog, Services services) {
    return switch (catalog.callerIdentity()) {
      case Answer.Failed<CallerIdentity>(CatalogFailure failure) -> Answer.failed(failure);
      case Answer.Found<CallerIdentity>(CallerIdentity identity) ->
          switch (catalog.regions()) {
            case Answer.Failed<List<Region>>(CatalogFailure failure) ->
                Answer.found(known(place, identity, List.of(), catalog, services));
            case Answer.Found<List<Region>>(List<Region> regions) ->
                knows(place, regions)
                    ? Answer.found(known(place, identity, regions, catalog, services))
                    : Answer.failed(new CatalogFailure.RegionNotEnabled(place.region()));
          };
    };
  }

  private static CheckedAccount known(
      Place place,
      CallerIdentity identity,
      List<Region> regions,
      Catalog catalog,
      Services services) {
    Optional<CredentialsEnd> end =
        catalog.credentialsExpiry() instanceof Answer.Found<Optional<Instant>>(var found)
            ? found.map(at -> new CredentialsEnd(at, expected(place, services)))
            : Optional.empty();
    return new CheckedAccount(
        place, identity, regions, end, services.signIns().needs(place.account()).device());
  }

  private static Duration expected(Place place, Services services) {
    return ExpectedDuration.of(services.operations().recent(PAST), place.account());
  }

  private static boolean knows(Place place, List<Region> regions) {
    return place.account() instanceof CloudAccount.Endpoint
        || regions.isEmpty()
        || regions.stream().anyMatch(region -> region.code().equals(place.region()));
  }
}
