package portico.model;

/**
 * AWS's rules, and a few of Portico's own, each with its source. The facts that a {@link Violation}
 * carries for a rule are named in brackets, in order. The words are in {@code portico.text}.
 */
public enum Rule {
  /** A text is empty that must not be. [] */
  REQUIRED,
  /** A region code such as us-west-2. [value] */
  REGION_FORM,

  /**
   * Load balancer and target group names have at most 32 characters (API_CreateLoadBalancer,
   * API_CreateTargetGroup). [length, max]
   */
  NAME_LENGTH,
  /** Only letters, digits and hyphens (same). [first wrong character] */
  NAME_CHARACTERS,
  /** No hyphen first or last (same). [] */
  NAME_HYPHEN_ENDS,
  /** A load balancer's name must not begin with "internal-" (API_CreateLoadBalancer). [] */
  NAME_INTERNAL_PREFIX,
  /** Two target groups, or two listeners, of one spec have the same name. [name] */
  NAME_TWICE,
  /** Portico's own: listener names are Pulumi resource names. [max] */
  LISTENER_NAME_FORM,

  /**
   * At least one subnet in each of at least two zones (API_CreateLoadBalancer, Subnets). [zones
   * chosen]
   */
  SUBNETS_TWO_ZONES,
  /** Exactly one subnet per Availability Zone (API_CreateLoadBalancer, Subnets). [zone] */
  SUBNETS_ONE_PER_ZONE,
  /** The same subnet twice. [subnet id] */
  SUBNET_TWICE,
  /** A subnet id such as subnet-0123456789abcdef0. [value] */
  SUBNET_ID_FORM,
  /** A VPC id such as vpc-0123456789abcdef0. [value] */
  VPC_ID_FORM,
  /**
   * The subnet's network is /27 or larger (application-load-balancers.html, Subnets). [prefix
   * length]
   */
  SUBNET_TOO_SMALL,
  /** At least 8 free addresses (application-load-balancers.html, Subnets). [free, needed] */
  SUBNET_FREE_ADDRESSES,
  /**
   * An internet-facing load balancer needs a route to an internet gateway
   * (load-balancer-troubleshooting.html). []
   */
  SUBNET_NOT_PUBLIC,
  /**
   * Local zones, Wavelength zones and Outposts follow other rules, which Portico does not offer.
   * [zone type]
   */
  SUBNET_ZONE_TYPE,
  /** The subnet is not one of the chosen VPC. [subnet id, vpc id] */
  SUBNET_OTHER_VPC,

  /** A port is 1 to 65535 (API_CreateListener, API_CreateTargetGroup). [value] */
  PORT_RANGE,
  /** At least one target group. [] */
  TARGET_GROUP_REQUIRED,
  /** An instance id such as i-0123456789abcdef0. [value] */
  INSTANCE_ID_FORM,
  /** One instance and port registered twice. [instance id] */
  TARGET_TWICE,

  /** A health check path begins with a slash (API_CreateTargetGroup, HealthCheckPath). [] */
  HEALTH_PATH_SLASH,
  /** A health check path has 1 to 1024 characters (same). [length, max] */
  HEALTH_PATH_LENGTH,
  /** No blanks or control characters in a health check path. [first wrong character] */
  HEALTH_PATH_CHARACTERS,
  /** The interval is 5 to 300 seconds (API_CreateTargetGroup). [value, min, max] */
  HEALTH_INTERVAL_RANGE,
  /** The timeout is 2 to 120 seconds (API_CreateTargetGroup). [value, min, max] */
  HEALTH_TIMEOUT_RANGE,
  /** The timeout is smaller than the interval (the API's own error text). [timeout, interval] */
  HEALTH_TIMEOUT_BELOW_INTERVAL,
  /** A threshold is 2 to 10 (API_CreateTargetGroup). [value, min, max] */
  HEALTH_THRESHOLD_RANGE,

  /** At least one listener. [] */
  LISTENER_REQUIRED,
  /** One listener per port (API_CreateListener, DuplicateListener). [port] */
  LISTENER_PORT_TWICE,
  /** A listener forwards to a target group of the spec. [name] */
  LISTENER_TARGET_GROUP_UNKNOWN,
  /**
   * Portico's own, for now: an HTTPS listener needs a certificate, which the spec cannot name yet.
   * []
   */
  LISTENER_HTTP_ONLY,

  /** At least one network may reach the listeners. [] */
  INGRESS_REQUIRED,
  /** An IPv4 network such as 203.0.113.7/32. [value] */
  CIDR_FORM,
  /**
   * The address part has bits beyond the prefix; EC2 wants the network's own address. [value,
   * corrected value]
   */
  CIDR_HOST_BITS,
  /** The same network twice. [value] */
  INGRESS_TWICE,

  /** Portico's own: see {@link EnvironmentName}. [max length] */
  ENVIRONMENT_NAME_FORM
}
