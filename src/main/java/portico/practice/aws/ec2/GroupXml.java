package portico.practice.aws.ec2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.GroupRule;
import portico.practice.aws.state.Peer;
import portico.practice.aws.state.SecurityGroup;

/** Writes security groups and their rules. */
final class GroupXml {
  private final Call call;
  private final Xml xml;

  GroupXml(Call call, Xml xml) {
    this.call = call;
    this.xml = xml;
  }

  private record Traffic(String protocol, int fromPort, int toPort) {}

  void group(SecurityGroup group) {
    xml.text("groupId", group.id())
        .text("groupName", group.name())
        .text("groupDescription", group.description())
        .text("vpcId", group.vpcId())
        .text("ownerId", Account.ID)
        .text("securityGroupArn", arn(call, group.id()));
    permissions("ipPermissions", rules(group, false));
    permissions("ipPermissionsEgress", rules(group, true));
    Lookup.tags(xml, group.tags());
  }

  private static List<GroupRule> rules(SecurityGroup group, boolean egress) {
    return group.rules().stream().filter(rule -> rule.egress() == egress).toList();
  }

  /** EC2 puts rules of the same protocol and ports together. */
  private void permissions(String name, List<GroupRule> rules) {
    Map<Traffic, List<GroupRule>> together = new LinkedHashMap<>();
    for (GroupRule rule : rules) {
      Traffic traffic = new Traffic(rule.protocol(), rule.fromPort(), rule.toPort());
      together.computeIfAbsent(traffic, _ -> new ArrayList<>()).add(rule);
    }
    xml.list(
        name,
        "item",
        together.entrySet(),
        entry -> {
          traffic(entry.getKey().protocol(), entry.getKey().fromPort(), entry.getKey().toPort());
          peers(entry.getValue(), Peer.Kind.IPV4, "ipRanges", "cidrIp");
          peers(entry.getValue(), Peer.Kind.IPV6, "ipv6Ranges", "cidrIpv6");
          peers(entry.getValue(), Peer.Kind.PREFIX_LIST, "prefixListIds", "prefixListId");
          peers(entry.getValue(), Peer.Kind.GROUP, "groups", "groupId");
        });
  }

  private void traffic(String protocol, int fromPort, int toPort) {
    xml.text("ipProtocol", protocol);
    if (!protocol.equals("-1")) {
      xml.text("fromPort", fromPort).text("toPort", toPort);
    }
  }

  private void peers(List<GroupRule> rules, Peer.Kind kind, String name, String value) {
    List<GroupRule> ofKind = rules.stream().filter(rule -> rule.peer().kind() == kind).toList();
    xml.list(
        name,
        "item",
        ofKind,
        rule -> {
          xml.text(value, rule.peer().value()).maybe("description", rule.description());
          if (kind == Peer.Kind.GROUP) {
            xml.text("userId", Account.ID);
          }
        });
  }

  /** One rule in the form that DescribeSecurityGroupRules uses. */
  void rule(String groupId, GroupRule rule) {
    ruleFacts(groupId, rule);
    xml.text("groupOwnerId", Account.ID)
        .text("securityGroupRuleArn", call.arn("ec2", "security-group-rule/" + rule.id()));
    if (rule.peer().kind() == Peer.Kind.GROUP) {
      xml.in(
          "referencedGroupInfo",
          () -> xml.text("groupId", rule.peer().value()).text("userId", Account.ID));
    }
    Lookup.tags(xml, rule.tags());
  }

  /** One rule in the form that a revocation answers with. */
  void revoked(String groupId, GroupRule rule) {
    ruleFacts(groupId, rule);
    if (rule.peer().kind() == Peer.Kind.GROUP) {
      xml.text("referencedGroupId", rule.peer().value());
    }
  }

  private void ruleFacts(String groupId, GroupRule rule) {
    xml.text("securityGroupRuleId", rule.id())
        .text("groupId", groupId)
        .text("isEgress", rule.egress())
        .text("ipProtocol", rule.protocol())
        .text("fromPort", rule.fromPort())
        .text("toPort", rule.toPort())
        .maybe("cidrIpv4", value(rule, Peer.Kind.IPV4))
        .maybe("cidrIpv6", value(rule, Peer.Kind.IPV6))
        .maybe("prefixListId", value(rule, Peer.Kind.PREFIX_LIST))
        .maybe("description", rule.description());
  }

  private static Optional<String> value(GroupRule rule, Peer.Kind kind) {
    return Optional.of(rule.peer()).filter(peer -> peer.kind() == kind).map(Peer::value);
  }

  static String arn(Call call, String id) {
    return call.arn("ec2", "security-group/" + id);
  }
}
