package portico.practice.aws.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.HostedZone;
import portico.practice.aws.state.Observations;
import portico.practice.aws.state.RegionState;

/**
 * What an operation works with.
 *
 * @param state the region's state, which the operation may change: if it throws, nothing is kept
 * @param userPolicies the inline policies of the account's user, which the operation may change
 * @param hostedZones the account's zones of Route 53 by id, which the operation may change
 * @param now when the request arrived
 * @param provisioning how long what is created takes to become ready
 * @param deletion how long what is deleted lingers
 * @param observed what health checks of the targets have found
 */
public record Call(
    String action,
    Caller caller,
    String requestId,
    RegionState state,
    Map<String, String> userPolicies,
    Map<String, HostedZone> hostedZones,
    Instant now,
    Duration provisioning,
    Duration deletion,
    Observations observed) {

  /** The region the request is for. */
  public String region() {
    return state.region();
  }

  /** An ARN in this account and region. */
  public String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region(), Account.ID, resource);
  }
}
