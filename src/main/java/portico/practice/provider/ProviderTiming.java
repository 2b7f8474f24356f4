package portico.practice.provider;

import java.time.Duration;

/**
 * How long and how often the provider waits for AWS. All are positive.
 *
 * @param poll pause before the second look at something awaited; each further pause is half as long
 *     again
 * @param longestPoll no pause is longer than this
 * @param loadBalancerLimit for a load balancer to become active, and for a DNS record to be known
 *     to all of Route 53's servers; a program's custom timeout overrides it
 * @param deletionLimit for something deleted to be gone, and for a security group to be released by
 *     the network interfaces of a deleted load balancer; a program's custom timeout overrides it
 * @param inUseLimit for a target group to be released by a listener deleted just before
 * @param visibilityLimit for something just made to be found by AWS's own read calls
 */
public record ProviderTiming(
    Duration poll,
    Duration longestPoll,
    Duration loadBalancerLimit,
    Duration deletionLimit,
    Duration inUseLimit,
    Duration visibilityLimit) {

  /**
   * Fit for AWS: looks after 500 ms, then less often down to every 5 s; ten minutes for a load
   * balancer.
   */
  public static ProviderTiming defaults() {
    return new ProviderTiming(
        Duration.ofMillis(500),
        Duration.ofSeconds(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(10),
        Duration.ofMinutes(2),
        Duration.ofSeconds(30));
  }
}
