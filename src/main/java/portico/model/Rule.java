package portico.model;

/**
 * AWS's rules, and a few of Portico's own, each with its source. The facts that a {@link Violation}
 * carries for a rule are named in brackets, in order. The words are in {@code portico.text}.
 */
public enum Rule {
  /** A text is empty that must not be. [] */
  REQUIRED,
  /** Portico's own: a region code such as us-west-2; without it there is no endpoint. [value] */
  REGION_FORM,

  /** A load balancer's or target group's has at most 32 characters (API_Create*). [length, max] */
  NAME_LENGTH,
  /** Only letters, digits and hyphens (same). [first wrong character] */
  NAME_CHARACTERS,
  /** No hyphen first or last (same). [] */
  NAME_HYPHEN_ENDS,
  /** A load balancer's name must not begin with "internal-" (API_CreateLoadBalancer). [] */
  NAME_INTERNAL_PREFIX,
  /** Portico's own: two target groups, or two listeners, of one spec have the same name. [name] */
  NAME_TWICE,
  /** Portico's own: listener names are Pulumi resource names. [max] */
  LISTENER_NAME_FORM,

  /** A subnet in each of at least two zones (API_CreateLoadBalancer, Subnets). [zones chosen] */
  SUBNETS_TWO_ZONES,
  /** Exactly one subnet per Availability Zone (API_CreateLoadBalancer, Subnets). [zone] */
  SUBNETS_ONE_PER_ZONE,
  /** The same subnet twice. [subnet id] */
  SUBNET_TWICE,
  /** A subnet id such as subnet-0123456789abcdef0. [value] */
  SUBNET_ID_FORM,
  /** A VPC id such as vpc-0123456789abcdef0. [value] */
  VPC_ID_FORM,
  /** The network is /27 or larger (application-load-balancers.html, Subnets). [prefix length] */
  SUBNET_TOO_SMALL,
  /** At least 8 free addresses (application-load-balancers.html, Subnets). [free, needed] */
  SUBNET_FREE_ADDRESSES,
  /** An internet-facing one needs a route to a gateway (load-balancer-troubleshooting.html). [] */
  SUBNET_NOT_PUBLIC,
  /** Portico's own: no local or Wavelength zones and no Outposts, which have other rules. [type] */
  SUBNET_ZONE_TYPE,
  /** The subnet is not one of the chosen VPC. [subnet id, vpc id] */
  SUBNET_OTHER_VPC,

  /** A port is 1 to 65535 (API_CreateListener, API_CreateTargetGroup). [value] */
  PORT_RANGE,
  /** A security group id such as sg-0123456789abcdef0. [value] */
  SECURITY_GROUP_ID_FORM,
  /** Portico's own: the same security group twice, which AWS takes once. [id] */
  SECURITY_GROUP_TWICE,
  /** At most 5, the environment's own among them (load-balancer-limits.html). [count, max] */
  SECURITY_GROUPS_TOO_MANY,
  /** An internal one has no public addresses to be without (API_CreateLoadBalancer). [] */
  INTERNAL_WITHOUT_PUBLIC_IPV4,
  /** An IPAM pool's id such as ipam-pool-0123456789abcdef0 (API_IpamPools). [value] */
  IPAM_POOL_ID_FORM,
  /** A pool is for public IPv4 addresses (application-load-balancers.html, IPAM). [] */
  IPAM_POOL_WITHOUT_PUBLIC_IPV4,
  /** The idle timeout is 1 to 4000 seconds (API_LoadBalancerAttribute). [value, min, max] */
  IDLE_TIMEOUT_RANGE,
  /** The client keep-alive is 60 to 604800 seconds (same). [value, min, max] */
  CLIENT_KEEP_ALIVE_RANGE,
  /** An S3 bucket's name (AmazonS3 bucketnamingrules.html). [value] */
  LOG_BUCKET_FORM,
  /** A log prefix has no slash at either end (enable-access-logging.html). [] */
  LOG_PREFIX_SLASH,
  /** A log prefix does not contain AWSLogs (same). [] */
  LOG_PREFIX_AWSLOGS,
  /** Portico's own: logs stay 1 to 3650 days in a bucket that is made. [value, min, max] */
  LOG_DAYS_RANGE,
  /** Portico's own: one bucket is made, with one time for all its logs. [days, other days] */
  LOG_DAYS_DIFFER,
  /** The ARN of a regional web ACL (WAF's API_AssociateWebACL). [value] */
  WEB_ACL_ARN_FORM,
  /** A web ACL is of the load balancer's region (same). [its region, the spec's region] */
  WEB_ACL_OTHER_REGION,
  /** A zone's id has at most 32 characters (API_ChangeResourceRecordSets, Id). [value] */
  HOSTED_ZONE_ID_FORM,
  /** 63 octets in a label, 255 in a name (DomainNameFormat.html). [value, max, max] */
  DOMAIN_NAME_LENGTH,
  /** Portico's own: a name as hosts have, in lower case, perhaps behind {@code *.}. [value] */
  DOMAIN_NAME_FORM,
  /** One record of each name and type in a zone (API_ChangeResourceRecordSets). [name] */
  DNS_RECORD_TWICE,
  /** Portico's own: known times are 1 to 604800 seconds. [value, min, max] */
  SERVICE_SECONDS_RANGE,

  /** A tag's key has 1 to 128 characters (API_Tag). [length, max] */
  TAG_KEY_LENGTH,
  /** A tag's value has at most 256 characters (API_Tag). [length, max] */
  TAG_VALUE_LENGTH,
  /** Letters, blanks, digits and {@code _.:/=+-@} (API_Tag). [wrong character] */
  TAG_CHARACTERS,
  /** Keys that begin with aws: are AWS's own (tagging rules of AWS). [key] */
  TAG_AWS_PREFIX,
  /** Portico's own: by the keys that begin with portico: it knows what it made. [key] */
  TAG_PORTICO_PREFIX,
  /** At most 50 tags per resource, Portico's own among them (TooManyTags). [count, max] */
  TAGS_TOO_MANY,

  /** Portico's own: at least one target group. [] */
  TARGET_GROUP_REQUIRED,
  /** At most 100 target groups per load balancer (load-balancer-limits.html). [count, max] */
  TARGET_GROUPS_TOO_MANY,
  /** At most 1000 targets per group (load-balancer-limits.html, default). [count, max] */
  TARGETS_TOO_MANY,
  /** At most 1000 targets per load balancer (same). [count, max] */
  LOAD_BALANCER_TARGETS_TOO_MANY,
  /** A group takes targets of one type (API_CreateTargetGroup). [target, its type, group's type] */
  TARGET_TYPE_MISFIT,
  /** A Lambda group has one target (API_CreateTargetGroup, TargetType). [count] */
  LAMBDA_ONE_TARGET,
  /** The ARN of a function, version or alias, not of $LATEST (AddPermission, Qualifier). [value] */
  LAMBDA_ARN_FORM,
  /** A function is of the load balancer's region (lambda-functions.html). [its region, spec's] */
  LAMBDA_OTHER_REGION,
  /** No slow start, algorithm or stickiness for a function (API_TargetGroupAttribute). [] */
  LAMBDA_SPREAD,
  /** An IPv4 address such as 10.0.1.23. [value] */
  IP_TARGET_FORM,
  /** A target's address is of RFC 1918 or RFC 6598 (API_CreateTargetGroup, TargetType). [value] */
  IP_TARGET_PUBLIC,
  /** "all" or a zone of the region (API_TargetDescription). [value, region] */
  IP_TARGET_ZONE_FORM,
  /** An address outside the VPC needs a zone (API_TargetDescription). [address] */
  IP_TARGET_ZONE_NEEDED,
  /** An instance id such as i-0123456789abcdef0. [value] */
  INSTANCE_ID_FORM,
  /** Portico's own: one target and port twice, which AWS registers once. [target's id] */
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

  /** Only a Lambda group can do without a health check (API_CreateTargetGroup). [] */
  HEALTH_CHECK_NEEDED,
  /** A gRPC health check's path is /package.service/method (same). [] */
  HEALTH_PATH_GRPC_FORM,
  /** Codes, lists and ranges of them: 200, 200,202 or 200-299 (API_Matcher). [value] */
  MATCHER_FORM,
  /** HTTP statuses 200 to 499, gRPC codes 0 to 99 (API_Matcher). [wrong code, min, max] */
  MATCHER_RANGE,
  /** The deregistration delay is 0 to 3600 seconds (API_TargetGroupAttribute). [value, min, max] */
  DEREGISTRATION_DELAY_RANGE,
  /** Slow start is 0 or 30 to 900 seconds (same). [value, min, max] */
  SLOW_START_RANGE,
  /** Slow start works with round robin only (load-balancer-target-groups.html). [algorithm] */
  SLOW_START_ALGORITHM,
  /** Anomaly mitigation works with weighted random only (API_TargetGroupAttribute). [algorithm] */
  ANOMALY_MITIGATION_ALGORITHM,
  /** Stickiness lasts 1 to 604800 seconds (same). [value, min, max] */
  STICKINESS_RANGE,
  /** A cookie's name is a token (RFC 6265). [wrong character] */
  COOKIE_NAME_CHARACTERS,
  /** Names that begin with AWSALB are the load balancer's (API_TargetGroupAttribute). [] */
  COOKIE_NAME_RESERVED,

  /** Portico's own: at least one listener. [] */
  LISTENER_REQUIRED,
  /** One listener per port (API_CreateListener, DuplicateListener). [port] */
  LISTENER_PORT_TWICE,
  /** A listener forwards to a target group of the spec. [name] */
  LISTENER_TARGET_GROUP_UNKNOWN,
  /** At most 50 listeners per load balancer (load-balancer-limits.html, default). [count, max] */
  LISTENERS_TOO_MANY,
  /** An HTTPS listener has a certificate and a policy (API_CreateListener). [] */
  HTTPS_NEEDS_TLS,
  /** Only an HTTPS listener has them (API_CreateListener, Certificates, SslPolicy). [] */
  HTTP_WITHOUT_TLS,
  /** A security policy such as ELBSecurityPolicy-TLS13-1-2-2021-06. [value] */
  TLS_POLICY_FORM,
  /** The ARN of an ACM certificate or an IAM server certificate (API_Certificate). [value] */
  CERTIFICATE_ARN_FORM,
  /** A certificate is of the load balancer's region. [its region, the spec's region] */
  CERTIFICATE_OTHER_REGION,
  /** Portico's own: a further certificate twice, which AWS adds once. [ARN] */
  CERTIFICATE_TWICE,
  /** At most 25 certificates beside the defaults (load-balancer-limits.html). [count, max] */
  CERTIFICATES_TOO_MANY,
  /**
   * A group that speaks HTTP/2 or gRPC needs an HTTPS listener ("Listener protocol 'HTTP' is not
   * supported with a target group with the protocol-version 'GRPC'"). [group, version]
   */
  HTTPS_NEEDED_BY_GROUP,

  /** At most 100 rules beside the default ones (load-balancer-limits.html). [count, max] */
  RULES_TOO_MANY,
  /** Portico's own: a rule's name, a tag for AWS, has at most 64 characters. [length, max] */
  RULE_NAME_LENGTH,
  /** A priority is 1 to 50000 (API_CreateRule). [value, min, max] */
  RULE_PRIORITY_RANGE,
  /** One rule per priority of a listener (API_CreateRule, PriorityInUse). [priority] */
  RULE_PRIORITY_TWICE,
  /** A rule has at least one condition (API_CreateRule). [] */
  CONDITION_REQUIRED,
  /** One condition each on host, path, method and source address (API_RuleCondition). [] */
  CONDITION_TWICE,
  /** A condition has at least one value (API_RuleCondition). [] */
  CONDITION_WITHOUT_VALUES,
  /** At most 5 values in all conditions of a rule (load-balancer-limits.html). [count, max] */
  CONDITION_VALUES_TOO_MANY,
  /** At most 6 wildcards in all conditions of a rule (load-balancer-limits.html). [count, max] */
  CONDITION_WILDCARDS_TOO_MANY,
  /** A value to compare with has 1 to 128 characters (API_*ConditionConfig). [length, max] */
  CONDITION_VALUE_LENGTH,
  /** Letters, digits, hyphen, dot, * and ? (API_HostHeaderConditionConfig). [wrong character] */
  HOST_CHARACTERS,
  /** A host has at least one dot (same). [value] */
  HOST_DOT,
  /** Only letters after a host's last dot (same). [what stands there] */
  HOST_ENDING,
  /** {@code A-Za-z0-9_-.$/~"'@:+&*?} (API_PathPatternConditionConfig). [wrong character] */
  PATH_CHARACTERS,
  /** A field's name has at most 40 characters (API_HttpHeaderConditionConfig). [length, max] */
  HEADER_NAME_LENGTH,
  /** A header field's name is a token of RFC 7230, without wildcards (same). [wrong character] */
  HEADER_NAME_CHARACTERS,
  /** The host has a condition of its own (same). [] */
  HEADER_NAME_HOST,
  /** Printable ASCII in a header field's value. [wrong character] */
  HEADER_VALUE_CHARACTERS,
  /** A method has at most 40 characters (API_HttpRequestMethodConditionConfig). [length, max] */
  METHOD_LENGTH,
  /** A method is of A-Z, hyphen and underscore (same). [wrong character] */
  METHOD_CHARACTERS,
  /** Printable ASCII without blanks in a query string. [wrong character] */
  QUERY_CHARACTERS,
  /** Portico's own: at most 64 characters before a key, which leaves 64 for it. [length, max] */
  API_KEY_PREFIX_LENGTH,
  /** Portico's own: printable ASCII without wildcards before a key. [wrong character] */
  API_KEY_PREFIX_CHARACTERS,

  /** A forward action names at least one target group. [] */
  FORWARD_REQUIRED,
  /** A forward action names at most 5 target groups (load-balancer-limits.html). [count, max] */
  FORWARD_TOO_MANY,
  /** A forward action names a target group once (API_ForwardActionConfig). [name] */
  FORWARD_TWICE,
  /** A weight is 0 to 999 (API_TargetGroupTuple). [value, min, max] */
  WEIGHT_RANGE,
  /** No redirect from HTTPS to HTTP (API_RedirectActionConfig, Protocol). [] */
  REDIRECT_TO_HTTP,
  /** A redirect changes protocol, port, host or path, or clients go in circles (same). [] */
  REDIRECT_UNCHANGED,
  /** Host and path of a redirect have 1 to 128 characters, its query up to 128. [length, max] */
  REDIRECT_LENGTH,
  /** A redirect's path begins with a slash (API_RedirectActionConfig, Path). [] */
  REDIRECT_PATH_SLASH,
  /** A redirect's query has no question mark before it (same, Query). [] */
  REDIRECT_QUERY_MARK,
  /** Printable ASCII without blanks in a redirect. [wrong character] */
  REDIRECT_CHARACTERS,
  /** A fixed response's status is 2xx, 4xx or 5xx (API_FixedResponseActionConfig). [value] */
  RESPONSE_STATUS,
  /** A fixed response's body has at most 1024 characters (same). [length, max] */
  RESPONSE_BODY_LENGTH,
  /** A fixed response's content type is one of five (same). [value, allowed] */
  RESPONSE_CONTENT_TYPE,

  /** Portico's own: at least one network may reach the listeners. [] */
  INGRESS_REQUIRED,
  /**
   * A security group has at most 60 rules for IPv4 networks and 60 for IPv6 ones in a direction;
   * here one for each listener and network (amazon-vpc-limits.html). [count, max]
   */
  INGRESS_TOO_MANY,
  /**
   * A security group has at most 60 outgoing rules; here one for each port of the targets and each
   * network or security group that they are in (amazon-vpc-limits.html). [count, max]
   */
  EGRESS_TOO_MANY,
  /** An IPv4 or IPv6 network such as 203.0.113.7/32 or 2001:db8::/32. [value] */
  CIDR_FORM,
  /**
   * Portico's own: the address part has bits beyond the prefix. EC2 clears them (API_IpRange), and
   * Pulumi's provider then finds another network than was asked for. [value, corrected value]
   */
  CIDR_HOST_BITS,
  /** The same network twice. [value] */
  INGRESS_TWICE,
  /** Portico's own: IPv6 clients need a load balancer with IPv6 addresses (API). [value] */
  INGRESS_NEEDS_DUALSTACK,

  /** A certificate exists in the account and region (CertificateNotFound). [ARN] */
  CERTIFICATE_UNKNOWN,
  /** A certificate is issued (UnsupportedCertificate). [ARN, its status] */
  CERTIFICATE_NOT_ISSUED,
  /** A web ACL exists in the account and region (WAFNonexistentItemException). [ARN] */
  WEB_ACL_UNKNOWN,
  /** A hosted zone exists in the account (NoSuchHostedZone). [id] */
  HOSTED_ZONE_UNKNOWN,
  /** A record's name is the zone's or ends in it (ChangeResourceRecordSets). [name, zone] */
  DOMAIN_NAME_OUTSIDE_ZONE,
  /** An IPAM pool of public addresses exists in the account and region (same as its id). [id] */
  IPAM_POOL_UNKNOWN,
  /** Each subnet of a load balancer with IPv6 has an IPv6 network (API, IpAddressType). [subnet] */
  SUBNET_WITHOUT_IPV6,

  /** Portico's own: see {@link EnvironmentName}. [max length] */
  ENVIRONMENT_NAME_FORM
}
