package portico.catalog.aws.existing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portico.catalog.TakeoverRemark.Kind;
import portico.model.AccessSpec;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Who may reach the listeners. A security group that is on nothing but this load balancer and names
 * networks alone is its own: an environment gets one of its own with the same networks. All others
 * are put on the new load balancer too. No network gets in that does not get in today.
 */
final class ReadAccess {
  private static final String ENVIRONMENT = "portico:environment";

  private final BalancerAnswers answers;
  private final Remarks remarks;
  private final SequencedSet<String> ownIds = new LinkedHashSet<>();
  private final List<String> kept = new ArrayList<>();
  private final Set<Integer> ports = new TreeSet<>();

  /** Per network, the listener ports that it reaches through own groups. */
  private final Map<String, Set<Integer>> reached = new LinkedHashMap<>();

  ReadAccess(BalancerAnswers answers, Remarks remarks) {
    this.answers = answers;
    this.remarks = remarks;
    answers.listeners().forEach(each -> ports.add(each.listener().port()));
    for (SecurityGroup group : answers.securityGroups()) {
      if (isOwn(group)) {
        ownIds.add(group.groupId());
        remarks.add(Kind.SECURITY_GROUP_OWN, group.groupId(), group.groupName());
        group.ipPermissions().forEach(each -> permission(group, each));
      } else {
        kept.add(group.groupId());
        remarks.add(Kind.SECURITY_GROUP_KEPT, group.groupId(), group.groupName());
      }
    }
  }

  /** The groups that the new load balancer has beside its own. */
  List<String> kept() {
    return kept;
  }

  AccessSpec access() {
    List<String> networks = new ArrayList<>();
    reached.forEach(
        (network, to) -> {
          if (to.equals(ports)) {
            networks.add(network);
          } else {
            String where = to.stream().map(String::valueOf).collect(Collectors.joining(", "));
            remarks.add(Kind.NETWORK_NOT_EVERYWHERE, String.join(", ", ownIds), network, where);
          }
        });
    if (networks.isEmpty()) {
      remarks.add(Kind.NO_NETWORK);
    }
    return new AccessSpec(networks, targetGroups());
  }

  /** Groups of targets that admit what is on an own group, which the new one will not be on. */
  private List<String> targetGroups() {
    Set<String> attached = new LinkedHashSet<>(ownIds);
    attached.addAll(kept);
    List<String> opened =
        answers.admitting().stream()
            .filter(group -> !attached.contains(group.groupId()))
            .filter(this::admitsOwn)
            .map(SecurityGroup::groupId)
            .toList();
    opened.forEach(each -> remarks.add(Kind.TARGETS_OPENED, each));
    return opened;
  }

  private boolean admitsOwn(SecurityGroup group) {
    return group.ipPermissions().stream()
        .flatMap(each -> each.userIdGroupPairs().stream())
        .anyMatch(pair -> ownIds.contains(pair.groupId()));
  }

  private boolean isOwn(SecurityGroup group) {
    Optional<String> environment = environment(group.tags());
    if (environment.isPresent()) {
      Map<String, String> tags = answers.tagsOf(answers.balancer().loadBalancerArn());
      return environment.get().equals(tags.get(ENVIRONMENT));
    }
    return !answers.usedElsewhere().contains(group.groupId())
        && !group.groupName().equals("default")
        && !group.ipPermissions().isEmpty()
        && group.ipPermissions().stream().allMatch(ReadAccess::namesNetworksOnly);
  }

  private static Optional<String> environment(List<Tag> tags) {
    return tags.stream().filter(tag -> tag.key().equals(ENVIRONMENT)).map(Tag::value).findFirst();
  }

  private static boolean namesNetworksOnly(IpPermission each) {
    return each.userIdGroupPairs().isEmpty() && each.prefixListIds().isEmpty();
  }

  private void permission(SecurityGroup group, IpPermission each) {
    Set<Integer> admitted = new TreeSet<>(ports);
    admitted.removeIf(port -> !admits(each, port));
    if (admitted.isEmpty() || !namesNetworksOnly(each)) {
      remarks.add(Kind.SECURITY_RULE_LEFT_OUT, group.groupId(), shown(each));
    }
    networks(each)
        .forEach(
            network ->
                admitted.forEach(
                    port -> reached.computeIfAbsent(network, _ -> new TreeSet<>()).add(port)));
  }

  private static Stream<String> networks(IpPermission each) {
    return Stream.concat(
        each.ipRanges().stream().map(IpRange::cidrIp),
        each.ipv6Ranges().stream().map(Ipv6Range::cidrIpv6));
  }

  private static boolean admits(IpPermission each, int port) {
    return each.ipProtocol().equals("-1")
        || (each.ipProtocol().equals("tcp")
            && each.fromPort() != null
            && each.toPort() != null
            && each.fromPort() <= port
            && port <= each.toPort());
  }

  /** Such as "tcp 8080-8090 10.0.0.0/8". */
  private static String shown(IpPermission each) {
    String which =
        each.fromPort() == null
            ? ""
            : each.fromPort().equals(each.toPort())
                ? " " + each.fromPort()
                : " " + each.fromPort() + "-" + each.toPort();
    return each.ipProtocol()
        + which
        + Stream.of(
                networks(each),
                each.userIdGroupPairs().stream().map(pair -> pair.groupId()),
                each.prefixListIds().stream().map(list -> list.prefixListId()))
            .flatMap(one -> one)
            .map(one -> " " + one)
            .collect(Collectors.joining());
  }
}
