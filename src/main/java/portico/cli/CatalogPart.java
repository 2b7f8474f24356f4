package portico.cli;

import java.util.Locale;

/** What of the catalogue can be asked for. */
enum CatalogPart {
  IDENTITY,
  PROFILES,
  REGIONS,
  VPCS,
  SUBNETS,
  INSTANCES,
  CERTIFICATES,
  TLS_POLICIES,
  SECURITY_GROUPS,
  WEB_ACLS,
  QUOTAS;

  /** As people write it: tls-policies. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
