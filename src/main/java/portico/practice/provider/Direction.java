package portico.practice.provider;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The two directions of a security group's rules. EC2 has calls of its own for each. */
enum Direction {
  INGRESS("Ingress", "ingress") {
    @Override
    List<IpPermission> of(SecurityGroup group) {
      return group.ipPermissions();
    }

    @Override
    List<SecurityGroupRule> send(
        String group, List<IpPermission> add, List<TagSpecification> tags, Call call) {
      return call.ec2()
          .authorizeSecurityGroupIngress(
              request -> {
                request.groupId(group).ipPermissions(add);
                if (!tags.isEmpty()) {
                  request.tagSpecifications(tags);
                }
              })
          .securityGroupRules();
    }

    @Override
    void sendRevoke(String group, List<IpPermission> remove, Call call) {
      call.ec2()
          .revokeSecurityGroupIngress(request -> request.groupId(group).ipPermissions(remove));
    }

    @Override
    void sendRevokeRules(String group, List<String> ids, Call call) {
      call.ec2()
          .revokeSecurityGroupIngress(request -> request.groupId(group).securityGroupRuleIds(ids));
    }
  },
  EGRESS("Egress", "egress") {
    @Override
    List<IpPermission> of(SecurityGroup group) {
      return group.ipPermissionsEgress();
    }

    @Override
    List<SecurityGroupRule> send(
        String group, List<IpPermission> add, List<TagSpecification> tags, Call call) {
      return call.ec2()
          .authorizeSecurityGroupEgress(
              request -> {
                request.groupId(group).ipPermissions(add);
                if (!tags.isEmpty()) {
                  request.tagSpecifications(tags);
                }
              })
          .securityGroupRules();
    }

    @Override
    void sendRevoke(String group, List<IpPermission> remove, Call call) {
      call.ec2().revokeSecurityGroupEgress(request -> request.groupId(group).ipPermissions(remove));
    }

    @Override
    void sendRevokeRules(String group, List<String> ids, Call call) {
      call.ec2()
          .revokeSecurityGroupEgress(request -> request.groupId(group).securityGroupRuleIds(ids));
    }
  };

  private final String word;
  private final String property;

  Direction(String word, String property) {
    this.word = word;
    this.property = property;
  }

  /** The group's property for rules of this direction. */
  String property() {
    return property;
  }

  String token() {
    return "aws:vpc/securityGroup%sRule:SecurityGroup%sRule".formatted(word, word);
  }

  boolean has(SecurityGroupRule rule) {
    return Boolean.TRUE.equals(rule.isEgress()) == (this == EGRESS);
  }

  /** What the group lets through. */
  abstract List<IpPermission> of(SecurityGroup group);

  abstract List<SecurityGroupRule> send(
      String group, List<IpPermission> add, List<TagSpecification> tags, Call call);

  abstract void sendRevoke(String group, List<IpPermission> remove, Call call);

  abstract void sendRevokeRules(String group, List<String> ids, Call call);

  /** Adds rules and answers them. */
  List<SecurityGroupRule> authorize(
      String group, List<IpPermission> add, List<TagSpecification> tags, Call call) {
    return CallFailed.call("AuthorizeSecurityGroup" + word, () -> send(group, add, tags, call));
  }

  /** Takes rules away, unless somebody else already has; nothing is sent when there are none. */
  void revoke(String group, List<IpPermission> remove, Call call) {
    if (!remove.isEmpty()) {
      CallFailed.find(
          "RevokeSecurityGroup" + word,
          Set.of("InvalidPermission.NotFound"),
          () -> {
            sendRevoke(group, remove, call);
            return true;
          });
    }
  }

  /**
   * Takes rules away by their ids.
   *
   * @param absent codes that say that they are gone already
   */
  void revokeRules(String group, List<String> ids, Set<String> absent, Call call) {
    CallFailed.find(
        "RevokeSecurityGroup" + word,
        absent,
        () -> {
          sendRevokeRules(group, ids, call);
          return true;
        });
  }
}
