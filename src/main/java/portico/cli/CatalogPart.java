package portico.cli;

import java.util.List;
import java.util.stream.Stream;

/** What of the catalogue can be asked for. */
enum CatalogPart {
  IDENTITY,
  PROFILES,
  REGIONS,
  VPCS,
  SUBNETS,
  INSTANCES,
  LOAD_BALANCERS,
  CERTIFICATES,
  TLS_POLICIES,
  SECURITY_GROUPS,
  WEB_ACLS,
  ZONES,
  IPAM_POOLS,
  QUOTAS;

  /**
   * All that are shown when none is asked for. Few accounts have IPAM or need a hosted zone, and to
   * read them takes permissions of their own: who lacks these is still to see the rest.
   */
  static List<CatalogPart> usual() {
    return Stream.of(values()).filter(part -> part != IPAM_POOLS && part != ZONES).toList();
  }
}
