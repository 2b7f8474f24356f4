package portico.practice.aws.state;

import java.util.Map;
import java.util.TreeMap;

/**
 * The whole simulated account, as the state file holds it.
 *
 * @param format the version of the file's form; this program writes {@link #FORMAT}
 * @param userPolicies the inline policies of the one user, as JSON texts by name; they add to a
 *     managed policy that allows everything
 * @param hostedZones the zones of Route 53 by id, which are of no region
 */
public record Account(
    int format,
    Map<String, RegionState> regions,
    Map<String, String> userPolicies,
    Map<String, HostedZone> hostedZones) {
  /** The form of the state file that this program writes. */
  public static final int FORMAT = 5;

  /** The simulated account's number. */
  public static final String ID = "123456789012";

  /** Keeps its own maps. */
  public Account {
    regions = new TreeMap<>(regions);
    userPolicies = new TreeMap<>(userPolicies);
    hostedZones = new TreeMap<>(hostedZones);
  }

  /** The same account with one region replaced. */
  public Account with(RegionState region) {
    Map<String, RegionState> next = new TreeMap<>(regions);
    next.put(region.region(), region);
    return new Account(format, next, userPolicies, hostedZones);
  }

  /** The same account with other policies of its user. */
  public Account permitting(Map<String, String> policies) {
    return policies.equals(userPolicies)
        ? this
        : new Account(format, regions, policies, hostedZones);
  }

  /** The same account with other zones. */
  public Account naming(Map<String, HostedZone> zones) {
    return zones.equals(hostedZones) ? this : new Account(format, regions, userPolicies, zones);
  }
}
