package portico.model;

import java.util.List;

/**
 * Who may reach the listeners, by the environment's own security group, and through which groups
 * that one may reach the targets.
 *
 * @param ingressCidrs IPv4 or IPv6 networks such as {@code 203.0.113.7/32}; at least one
 * @param targetSecurityGroupIds the targets' groups, which get a rule that lets the load balancer
 *     in on the target ports; empty to leave the targets' groups alone
 */
public record AccessSpec(List<String> ingressCidrs, List<String> targetSecurityGroupIds) {
  public AccessSpec {
    ingressCidrs = List.copyOf(ingressCidrs);
    targetSecurityGroupIds = List.copyOf(targetSecurityGroupIds);
  }

  /** Leaves the targets' groups alone. */
  public AccessSpec(List<String> ingressCidrs) {
    this(ingressCidrs, List.of());
  }
}
