package portico.practice.aws;

import java.util.Map;
import portico.model.Rule;

/** The rules that AWS does not have, each with the reason why Portico has it. */
final class PorticosOwn {
  static final Map<Rule, String> REASONS =
      Map.ofEntries(
          Map.entry(Rule.REGION_FORM, "a region without form has no endpoint that could refuse"),
          Map.entry(Rule.NAME_TWICE, "names are keys within a spec and of Pulumi resources"),
          Map.entry(
              Rule.LISTENER_NAME_FORM, "AWS gives listeners no name; it is a Pulumi resource's"),
          Map.entry(Rule.SUBNET_ZONE_TYPE, "Portico does not offer local zones and Outposts"),
          Map.entry(Rule.SECURITY_GROUP_TWICE, "AWS takes it once; twice is a slip of the user"),
          Map.entry(Rule.LOG_DAYS_RANGE, "S3 takes any number of days above 0"),
          Map.entry(Rule.LOG_DAYS_DIFFER, "S3 could keep them differently long by prefix"),
          Map.entry(
              Rule.DOMAIN_NAME_FORM, "Route 53 takes any characters, which no host's name has"),
          Map.entry(Rule.SERVICE_SECONDS_RANGE, "AWS does not see what is served"),
          Map.entry(Rule.TAG_PORTICO_PREFIX, "by these tags Portico knows what it made"),
          Map.entry(Rule.TARGET_GROUP_REQUIRED, "AWS takes a load balancer that serves nothing"),
          Map.entry(Rule.TARGET_TWICE, "AWS registers it once; in Pulumi the names collide"),
          Map.entry(Rule.LISTENER_REQUIRED, "AWS takes a load balancer that nobody can ask"),
          Map.entry(Rule.CERTIFICATE_TWICE, "AWS adds it once; in Pulumi the names collide"),
          Map.entry(Rule.RULE_NAME_LENGTH, "AWS takes tags of 256 characters"),
          Map.entry(Rule.API_KEY_PREFIX_LENGTH, "leaves room for the key in the header's value"),
          Map.entry(Rule.API_KEY_PREFIX_CHARACTERS, "a wildcard would let other keys in"),
          Map.entry(Rule.INGRESS_REQUIRED, "AWS takes a security group that lets nobody in"),
          Map.entry(
              Rule.CIDR_HOST_BITS, "EC2 clears the bits, and Pulumi then sees another network"),
          Map.entry(Rule.INGRESS_NEEDS_DUALSTACK, "EC2 takes a rule that never applies"),
          Map.entry(Rule.ENVIRONMENT_NAME_FORM, "the environment's name is Portico's"));

  private PorticosOwn() {}
}
