package portico.catalog;

import java.util.OptionalInt;

/**
 * A quota of the account in the region (ELB DescribeAccountLimits).
 *
 * @param name AWS's own, such as {@code application-load-balancers} or {@code target-groups}
 * @param limit at most so many
 * @param used how many there are; empty where it is not counted for the account
 */
public record Quota(String name, int limit, OptionalInt used) {}
