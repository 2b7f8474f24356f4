package portico.cli;

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
  QUOTAS
}
