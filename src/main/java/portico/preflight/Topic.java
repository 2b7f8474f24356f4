package portico.preflight;

/** What is looked at, in the order of the list that is shown. */
public enum Topic {
  NAMES,
  QUOTAS,
  SUBNETS,
  TARGETS,
  CERTIFICATES,
  SECURITY_GROUPS,
  WEB_ACL,
  DNS,
  IPAM_POOL,
  PERMISSIONS,
  CREDENTIALS,
  ENGINE
}
