package portico.practice.aws.ec2;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portico.practice.aws.state.GroupRule;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.SecurityGroup;

/** What security groups let through. */
public final class Reachability {
  private final RegionState state;

  /** What the groups of a region let through. */
  public Reachability(RegionState state) {
    this.state = state;
  }

  /**
   * Somebody who can be at the other side of a rule.
   *
   * @param addresses the addresses it may use
   * @param groups the security groups on its network interfaces
   */
  public record Party(List<String> addresses, List<String> groups) {}

  /**
   * Whether one party may open TCP connections to another: one side's egress, the other's ingress.
   */
  public boolean connects(Party from, Party to, int port) {
    return leaves(from, to, port)
        && rules(to.groups(), false, port).anyMatch(rule -> matches(rule, from));
  }

  /** Whether one party's egress lets it open TCP connections to another. */
  public boolean leaves(Party from, Party to, int port) {
    return rules(from.groups(), true, port).anyMatch(rule -> matches(rule, to));
  }

  /**
   * Whether the groups let any client in by its address. The simulation cannot know the address a
   * practising user would come from, so a rule for any block counts as one for this user.
   */
  public boolean admitsSomebody(List<String> groups, int port) {
    return rules(groups, false, port).anyMatch(rule -> GroupRules.block(rule).isPresent());
  }

  private Stream<GroupRule> rules(List<String> groups, boolean egress, int port) {
    return groups.stream()
        .flatMap(id -> Optional.ofNullable(state.securityGroups().get(id)).stream())
        .map(SecurityGroup::rules)
        .flatMap(List::stream)
        .filter(rule -> rule.egress() == egress && rule.coversTcp(port));
  }

  private static boolean matches(GroupRule rule, Party other) {
    return switch (rule.peer().kind()) {
      case IPV4, IPV6 ->
          GroupRules.block(rule)
              .map(block -> other.addresses().stream().anyMatch(block::contains))
              .orElse(false);
      case GROUP -> other.groups().contains(rule.peer().value());
      case PREFIX_LIST -> false;
    };
  }
}
