package portico.preflight;

/**
 * What a check came to. The facts that a {@link Check} carries for it are named in brackets, in
 * order; the words are in {@code portico.text}.
 */
public enum Finding {
  /** No name is taken. [count] */
  NAMES_FREE(Topic.NAMES, State.PASSED),
  /** AWS has a load balancer of that name that is not this environment's. [name] */
  LOAD_BALANCER_NAME_TAKEN(Topic.NAMES, State.FAILED),
  /** AWS has a target group of that name, and would silently hand it out again. [name] */
  TARGET_GROUP_NAME_TAKEN(Topic.NAMES, State.FAILED),

  /** There is room in every quota. [what is nearest its limit, left] */
  QUOTAS_LEFT(Topic.QUOTAS, State.PASSED),
  /** AWS would refuse. [quota, limit, needed in all] */
  QUOTA_EXCEEDED(Topic.QUOTAS, State.FAILED),

  /** All subnets can be used. [fewest free addresses] */
  SUBNETS_FIT(Topic.SUBNETS, State.PASSED),
  /** A subnet cannot be used. [subnet id, violation] */
  SUBNET_UNFIT(Topic.SUBNETS, State.FAILED),
  /** A subnet is not in the VPC, or gone. [subnet id] */
  SUBNET_GONE(Topic.SUBNETS, State.FAILED),

  /** All instances run. [count] */
  TARGETS_RUN(Topic.TARGETS, State.PASSED),
  /** No target is registered: the load balancer will answer 503. [] */
  TARGETS_NONE(Topic.TARGETS, State.WARNING),
  /** An instance is not in the VPC, or gone. [instance id] */
  TARGET_GONE(Topic.TARGETS, State.FAILED),
  /** AWS registers running instances only. [instance id, state] */
  TARGET_NOT_RUNNING(Topic.TARGETS, State.FAILED),
  /** An address outside the VPC needs a zone. [address, the VPC's networks] */
  TARGET_ZONE_NEEDED(Topic.TARGETS, State.FAILED),
  /** The load balancer has no node in the instance's zone. [instance id, zone] */
  TARGET_OUTSIDE_ZONES(Topic.TARGETS, State.WARNING),

  /** All certificates are issued and last. [count, days left of the first to end] */
  CERTIFICATES_ISSUED(Topic.CERTIFICATES, State.PASSED),
  /** ACM has no such certificate in the region. [arn] */
  CERTIFICATE_GONE(Topic.CERTIFICATES, State.FAILED),
  /** A certificate is not issued. [domain, status] */
  CERTIFICATE_NOT_ISSUED(Topic.CERTIFICATES, State.FAILED),
  /** A certificate ends within 30 days. [domain, days left] */
  CERTIFICATE_ENDS_SOON(Topic.CERTIFICATES, State.WARNING),

  /** All named security groups exist. [count] */
  SECURITY_GROUPS_FOUND(Topic.SECURITY_GROUPS, State.PASSED),
  /** A security group is not in the VPC, or gone. [group id] */
  SECURITY_GROUP_GONE(Topic.SECURITY_GROUPS, State.FAILED),
  /**
   * No group of the instance lets the load balancer in, and the environment adds no rule. [instance
   * id, port]
   */
  TARGET_CLOSED(Topic.SECURITY_GROUPS, State.WARNING),

  /** The web ACL exists. [name] */
  WEB_ACL_FOUND(Topic.WEB_ACL, State.PASSED),
  /** There is no such web ACL in the region. [arn] */
  WEB_ACL_GONE(Topic.WEB_ACL, State.FAILED),

  /** No record stands in the way of the user's own names. [names, separated by commas] */
  DNS_NAMES_FREE(Topic.DNS, State.PASSED),
  /** Somebody else's record of that name stands in the zone. [name, its type, its target] */
  DNS_NAME_TAKEN(Topic.DNS, State.FAILED),
  /** There is no such zone, or it does not hold the name. [violation] */
  DNS_NAME_UNFIT(Topic.DNS, State.FAILED),
  /** No certificate of an HTTPS listener fits the name. [name, listener] */
  DNS_NAME_UNCOVERED(Topic.DNS, State.WARNING),
  /** The IPAM pool exists. [name] */
  IPAM_POOL_FOUND(Topic.IPAM_POOL, State.PASSED),
  /** There is no such pool to be seen; one that is shared may not be. [id] */
  IPAM_POOL_GONE(Topic.IPAM_POOL, State.WARNING),

  /** IAM's simulator allows every action. [count] */
  ALLOWED(Topic.PERMISSIONS, State.PASSED),
  /**
   * IAM's simulator denies some. No more than a warning: it does not see what policies of resources
   * allow. [actions, separated by commas]
   */
  DENIED(Topic.PERMISSIONS, State.WARNING),

  /** The credentials do not end. [] */
  CREDENTIALS_LAST(Topic.CREDENTIALS, State.PASSED),
  /** They last longer than the deployment. [minutes left, minutes needed] */
  CREDENTIALS_LONG_ENOUGH(Topic.CREDENTIALS, State.PASSED),
  /** They end before the deployment does. [minutes left, minutes needed] */
  CREDENTIALS_TOO_SHORT(Topic.CREDENTIALS, State.FAILED),

  /** The Pulumi engine and its plugin are there. [engine version] */
  ENGINE_READY(Topic.ENGINE, State.PASSED),
  /** The engine will be downloaded first. [] */
  ENGINE_TO_INSTALL(Topic.ENGINE, State.WARNING),
  /** The engine will download the official AWS plugin first. [engine version, plugin version] */
  PLUGIN_TO_INSTALL(Topic.ENGINE, State.WARNING),

  NAMES_UNKNOWN(Topic.NAMES, State.UNKNOWN),
  QUOTAS_UNKNOWN(Topic.QUOTAS, State.UNKNOWN),
  SUBNETS_UNKNOWN(Topic.SUBNETS, State.UNKNOWN),
  TARGETS_UNKNOWN(Topic.TARGETS, State.UNKNOWN),
  CERTIFICATES_UNKNOWN(Topic.CERTIFICATES, State.UNKNOWN),
  SECURITY_GROUPS_UNKNOWN(Topic.SECURITY_GROUPS, State.UNKNOWN),
  WEB_ACL_UNKNOWN(Topic.WEB_ACL, State.UNKNOWN),
  DNS_UNKNOWN(Topic.DNS, State.UNKNOWN),
  IPAM_POOL_UNKNOWN(Topic.IPAM_POOL, State.UNKNOWN),
  PERMISSIONS_UNKNOWN(Topic.PERMISSIONS, State.UNKNOWN),
  CREDENTIALS_UNKNOWN(Topic.CREDENTIALS, State.UNKNOWN);

  private final Topic topic;
  private final State state;

  Finding(Topic topic, State state) {
    this.topic = topic;
    this.state = state;
  }

  public Topic topic() {
    return topic;
  }

  public State state() {
    return state;
  }

  /** How it stands. */
  public enum State {
    PASSED,
    /** It can go on, and most likely not as wanted. */
    WARNING,
    /** AWS or the engine would refuse. */
    FAILED,
    /** It could not be read; the facts are the {@link portico.catalog.CatalogFailure}. */
    UNKNOWN
  }
}
