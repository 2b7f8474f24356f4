package portico.practice.aws.ec2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Ids;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.state.GroupRule;
import portico.practice.aws.state.Peer;
import portico.practice.aws.state.SecurityGroup;

/** Reads security group rules from a request, one for each peer, and checks their form. */
final class RuleParser {
  private final Call call;
  private final SecurityGroup group;
  private final boolean egress;
  private final Map<String, String> tags;

  RuleParser(Call call, SecurityGroup group, boolean egress, Map<String, String> tags) {
    this.call = call;
    this.group = group;
    this.egress = egress;
    this.tags = tags;
  }

  /** Protocol and ports of a permission. */
  private record Traffic(String protocol, int fromPort, int toPort) {}

  /** The rules of a request to authorize or revoke; there is at least one. */
  List<GroupRule> permissions(Parameters parameters) {
    List<GroupRule> rules = new ArrayList<>();
    for (Parameters permission : parameters.structures("IpPermissions")) {
      rules.addAll(permission(permission));
    }
    if (parameters.has("IpProtocol")) {
      rules.addAll(flat(parameters));
    }
    if (rules.isEmpty()) {
      throw new AwsException(
          "MissingParameter", "The request must contain the parameter ipPermissions");
    }
    return rules;
  }

  private List<GroupRule> permission(Parameters permission) {
    Traffic traffic = traffic(permission);
    List<GroupRule> rules = new ArrayList<>();
    for (Parameters range : permission.structures("IpRanges")) {
      Peer peer = new Peer(Peer.Kind.IPV4, cidr(range.text("CidrIp").orElse(""), true));
      rules.add(rule(traffic, peer, range.text("Description")));
    }
    for (Parameters range : permission.structures("Ipv6Ranges")) {
      Peer peer = new Peer(Peer.Kind.IPV6, cidr(range.text("CidrIpv6").orElse(""), false));
      rules.add(rule(traffic, peer, range.text("Description")));
    }
    for (Parameters list : permission.structures("PrefixListIds")) {
      Peer peer = new Peer(Peer.Kind.PREFIX_LIST, list.text("PrefixListId").orElse(""));
      rules.add(rule(traffic, peer, list.text("Description")));
    }
    for (Parameters pair : permission.structures("Groups")) {
      Peer peer = new Peer(Peer.Kind.GROUP, SecurityGroups.find(call, pair).id());
      rules.add(rule(traffic, peer, pair.text("Description")));
    }
    return rules;
  }

  private List<GroupRule> flat(Parameters parameters) {
    Peer peer = new Peer(Peer.Kind.IPV4, cidr(parameters.text("CidrIp").orElse(""), true));
    return List.of(rule(traffic(parameters), peer, Optional.empty()));
  }

  /** A rule in the form of ModifySecurityGroupRules: one peer, given by its own parameter. */
  GroupRule single(Parameters parameters, String id, Map<String, String> keptTags) {
    Optional<Peer> peer =
        parameters
            .text("CidrIpv4")
            .map(text -> new Peer(Peer.Kind.IPV4, cidr(text, true)))
            .or(
                () ->
                    parameters
                        .text("CidrIpv6")
                        .map(text -> new Peer(Peer.Kind.IPV6, cidr(text, false))))
            .or(() -> parameters.text("PrefixListId").map(RuleParser::prefixList))
            .or(() -> parameters.text("ReferencedGroupId").map(this::group));
    Peer chosen =
        peer.orElseThrow(
            () ->
                new AwsException(
                    "MissingParameter", "A security group rule must have a source or destination"));
    GroupRule rule = rule(traffic(parameters), chosen, parameters.text("Description"));
    return new GroupRule(
        id,
        egress,
        rule.protocol(),
        rule.fromPort(),
        rule.toPort(),
        chosen,
        rule.description(),
        keptTags);
  }

  private static Peer prefixList(String id) {
    return new Peer(Peer.Kind.PREFIX_LIST, id);
  }

  private Peer group(String id) {
    Lookup.one(call.state().securityGroups(), id, Lookup.Kind.GROUP);
    return new Peer(Peer.Kind.GROUP, id);
  }

  private GroupRule rule(Traffic traffic, Peer peer, Optional<String> description) {
    if (peer.kind() == Peer.Kind.GROUP) {
      SecurityGroup other =
          Lookup.one(call.state().securityGroups(), peer.value(), Lookup.Kind.GROUP);
      if (!other.vpcId().equals(group.vpcId())) {
        throw new AwsException(
            "InvalidGroup.NotFound",
            "You have specified two resources that belong to different networks.");
      }
    }
    return new GroupRule(
        Ids.resource("sgr"),
        egress,
        traffic.protocol(),
        traffic.fromPort(),
        traffic.toPort(),
        peer,
        description,
        tags);
  }

  private static Traffic traffic(Parameters parameters) {
    String given = Lookup.required(parameters, "IpProtocol").toLowerCase(Locale.ROOT);
    String protocol =
        switch (given) {
          case "6" -> "tcp";
          case "17" -> "udp";
          case "1" -> "icmp";
          case "58" -> "icmpv6";
          case "all" -> "-1";
          default -> given;
        };
    if (!protocol.matches("tcp|udp|icmp|icmpv6|-1|\\d{1,3}")) {
      throw new AwsException(
          "InvalidParameterValue",
          "Invalid value '" + given + "' for IP protocol. Unknown protocol.");
    }
    if (protocol.equals("-1") || protocol.matches("\\d+")) {
      return new Traffic(protocol, -1, -1);
    }
    int from = parameters.number("FromPort").orElse(-1);
    int to = parameters.number("ToPort").orElse(-1);
    if (protocol.equals("tcp") || protocol.equals("udp")) {
      checkPorts(from, to);
    }
    return new Traffic(protocol, from, to);
  }

  private static void checkPorts(int from, int to) {
    if (from < 0 || to < 0) {
      throw new AwsException(
          "InvalidParameterValue",
          "Invalid value for portRange. Must specify both from and to ports with TCP/UDP.");
    }
    if (from > 65535 || to > 65535) {
      throw new AwsException(
          "InvalidParameterValue", "TCP/UDP port (" + Math.max(from, to) + ") out of range");
    }
    if (from > to) {
      throw new AwsException(
          "InvalidParameterValue", "Invalid TCP/UDP port range (" + from + ":" + to + ")");
    }
  }

  private static String cidr(String text, boolean v4) {
    return Cidr.parse(text)
        .filter(block -> block.v4() == v4)
        .map(Cidr::text)
        .orElseThrow(
            () ->
                new AwsException("InvalidParameterValue", "CIDR block " + text + " is malformed"));
  }
}
