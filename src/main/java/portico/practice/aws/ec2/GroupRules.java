package portico.practice.aws.ec2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Service.QueryOperation;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.GroupRule;
import portico.practice.aws.state.Peer;
import portico.practice.aws.state.SecurityGroup;

/** The rules of security groups. */
final class GroupRules {
  private static final int MOST_PER_DIRECTION = 60;

  private GroupRules() {}

  private record Owned(SecurityGroup group, GroupRule rule) {}

  private static final Filters<Owned> FILTERS =
      new Filters<Owned>()
          .by("group-id", owned -> owned.group().id())
          .by("security-group-rule-id", owned -> owned.rule().id())
          .tagged(owned -> owned.rule().tags());

  static void describe(Call call, Parameters parameters, Xml xml) {
    Map<String, Owned> all = new HashMap<>();
    List<Owned> ordered = new ArrayList<>();
    for (SecurityGroup group : call.state().securityGroups().values()) {
      for (GroupRule rule : group.rules()) {
        Owned owned = new Owned(group, rule);
        all.put(rule.id(), owned);
        ordered.add(owned);
      }
    }
    List<Owned> named =
        parameters.has("SecurityGroupRuleId")
            ? Lookup.named(parameters, "SecurityGroupRuleId", all, Lookup.Kind.RULE)
            : ordered;
    Pages<Owned> page = Pages.ec2(parameters, FILTERS.select(parameters, named), 5, 1000);
    GroupXml groups = new GroupXml(call, xml);
    xml.list(
        "securityGroupRuleSet",
        "item",
        page.items(),
        owned -> groups.rule(owned.group().id(), owned.rule()));
    xml.maybe("nextToken", page.next());
  }

  static QueryOperation authorize(boolean egress) {
    return (call, parameters, xml) -> {
      SecurityGroup group = SecurityGroups.find(call, parameters);
      Map<String, String> tags = Tags.specified(parameters, "security-group-rule");
      List<GroupRule> added = new RuleParser(call, group, egress, tags).permissions(parameters);
      List<GroupRule> all = new ArrayList<>(group.rules());
      for (GroupRule rule : added) {
        refuseDuplicate(all, rule);
        all.add(rule);
      }
      if (isFull(all, egress)) {
        throw new AwsException(
            "RulesPerSecurityGroupLimitExceeded",
            "The maximum number of rules per security group has been reached.");
      }
      call.state().securityGroups().put(group.id(), group.with(all));
      GroupXml groups = new GroupXml(call, xml);
      xml.text("return", true);
      xml.list("securityGroupRuleSet", "item", added, rule -> groups.rule(group.id(), rule));
    };
  }

  /** The quota counts rules for IPv4 and IPv6 apart; one that names a group counts for both. */
  private static boolean isFull(List<GroupRule> rules, boolean egress) {
    return Stream.of(Peer.Kind.IPV4, Peer.Kind.IPV6)
        .anyMatch(
            other ->
                rules.stream()
                        .filter(rule -> rule.egress() == egress && rule.peer().kind() != other)
                        .count()
                    > MOST_PER_DIRECTION);
  }

  private static void refuseDuplicate(List<GroupRule> existing, GroupRule rule) {
    if (existing.stream().anyMatch(rule::sameTraffic)) {
      String traffic =
          rule.protocol().equals("-1")
              ? "ALL"
              : "%s, from port: %d, to port: %d"
                  .formatted(
                      rule.protocol().toUpperCase(Locale.ROOT), rule.fromPort(), rule.toPort());
      throw new AwsException(
          "InvalidPermission.Duplicate",
          "the specified rule \"peer: %s, %s, ALLOW\" already exists"
              .formatted(rule.peer().value(), traffic));
    }
  }

  static QueryOperation revoke(boolean egress) {
    return (call, parameters, xml) -> {
      SecurityGroup group = SecurityGroups.find(call, parameters);
      List<String> ids = parameters.list("SecurityGroupRuleId");
      List<GroupRule> revoked =
          ids.isEmpty()
              ? byTraffic(call, group, egress, parameters)
              : ids.stream().map(id -> byId(group, egress, id)).toList();
      List<GroupRule> left = new ArrayList<>(group.rules());
      left.removeAll(revoked);
      call.state().securityGroups().put(group.id(), group.with(left));
      GroupXml groups = new GroupXml(call, xml);
      xml.text("return", true);
      xml.list(
          "revokedSecurityGroupRuleSet", "item", revoked, rule -> groups.revoked(group.id(), rule));
    };
  }

  private static GroupRule byId(SecurityGroup group, boolean egress, String id) {
    return group.rules().stream()
        .filter(rule -> rule.id().equals(id) && rule.egress() == egress)
        .findFirst()
        .orElseThrow(() -> Lookup.Kind.RULE.missing(id));
  }

  private static List<GroupRule> byTraffic(
      Call call, SecurityGroup group, boolean egress, Parameters parameters) {
    List<GroupRule> named = new RuleParser(call, group, egress, Map.of()).permissions(parameters);
    List<GroupRule> found = new ArrayList<>();
    for (GroupRule rule : named) {
      found.add(
          group.rules().stream()
              .filter(rule::sameTraffic)
              .findFirst()
              .orElseThrow(
                  () ->
                      new AwsException(
                          "InvalidPermission.NotFound",
                          "The specified rule does not exist in this security group.")));
    }
    return found;
  }

  static void modify(Call call, Parameters parameters, Xml xml) {
    SecurityGroup group = SecurityGroups.find(call, parameters);
    List<GroupRule> rules = new ArrayList<>(group.rules());
    for (Parameters change : parameters.structures("SecurityGroupRule")) {
      String id = Lookup.required(change, "SecurityGroupRuleId");
      GroupRule old =
          rules.stream()
              .filter(rule -> rule.id().equals(id))
              .findFirst()
              .orElseThrow(() -> Lookup.Kind.RULE.missing(id));
      GroupRule next =
          new RuleParser(call, group, old.egress(), old.tags())
              .single(change.within("SecurityGroupRule"), id, old.tags());
      int place = rules.indexOf(old);
      rules.remove(place);
      refuseDuplicate(rules, next);
      rules.add(place, next);
    }
    call.state().securityGroups().put(group.id(), group.with(rules));
    xml.text("return", true);
  }

  /** Whether a rule lets any client in that is named by its address. */
  static Optional<Cidr> block(GroupRule rule) {
    return rule.peer().kind() == Peer.Kind.IPV4 || rule.peer().kind() == Peer.Kind.IPV6
        ? Cidr.parse(rule.peer().value())
        : Optional.empty();
  }
}
