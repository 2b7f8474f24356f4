package portico.practice.aws.state;

/**
 * What an alias record points at.
 *
 * @param hostedZoneId the zone of the service that the name is of
 * @param dnsName as it was given, with a dot at its end
 */
public record AliasTarget(String hostedZoneId, String dnsName, boolean evaluateTargetHealth) {}
