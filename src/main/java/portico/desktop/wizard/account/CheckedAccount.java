package portico.desktop.wizard.account;

import java.util.List;
import portico.catalog.Answer;
import portico.catalog.CallerIdentity;
import portico.catalog.Catalog;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.Region;
import portico.desktop.wizard.draft.Place;

/**
 * What an account answered.
 *
 * @param regions those enabled for it; empty when they could not be read
 */
public record CheckedAccount(Place place, CallerIdentity identity, List<Region> regions) {
  public CheckedAccount {
    regions = List.copyOf(regions);
  }

  /**
   * Asks the catalogue. A list of regions that cannot be read does not hinder, since the code can
   * be typed; a region that is not in the list does, except at endpoints, whose lists are not
   * AWS's.
   */
  static Answer<CheckedAccount> read(Place place, Catalog catalog) {
    return switch (catalog.callerIdentity()) {
      case Answer.Failed<CallerIdentity>(CatalogFailure failure) -> Answer.failed(failure);
      case Answer.Found<CallerIdentity>(CallerIdentity identity) ->
          switch (catalog.regions()) {
            case Answer.Failed<List<Region>>(CatalogFailure failure) ->
                Answer.found(new CheckedAccount(place, identity, List.of()));
            case Answer.Found<List<Region>>(List<Region> regions) ->
                knows(place, regions)
                    ? Answer.found(new CheckedAccount(place, identity, regions))
                    : Answer.failed(new CatalogFailure.RegionNotEnabled(place.region()));
          };
    };
  }

  private static boolean knows(Place place, List<Region> regions) {
    return place.account() instanceof CloudAccount.Endpoint
        || regions.isEmpty()
        || regions.stream().anyMatch(region -> region.code().equals(place.region()));
  }
}
