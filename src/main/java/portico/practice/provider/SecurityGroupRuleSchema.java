package portico.practice.provider;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ReferencedSecurityGroup;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRuleRequest;

/** Properties of a single rule of a security group, to and from AWS. */
final class SecurityGroupRuleSchema {
  static final String GROUP = "securityGroupId";
  static final String PROTOCOL = "ipProtocol";
  static final String FROM = "fromPort";
  static final String TO = "toPort";
  static final String DESCRIPTION = "description";
  static final String ALL = "-1";
  static final Map<String, InlineRules.Peer> PEERS =
      new TreeMap<>(
          Map.of(
              "cidrIpv4", InlineRules.Peer.CIDR,
              "cidrIpv6", InlineRules.Peer.CIDR6,
              "prefixListId", InlineRules.Peer.PREFIX_LIST,
              "referencedSecurityGroupId", InlineRules.Peer.GROUP));

  static final Schema SCHEMA =
      Schema.of(
              Property.text(GROUP).required().replaces(),
              Property.text(PROTOCOL).required().normal(SecurityGroupRuleSchema::protocol),
              Property.whole(FROM).rule(ValueRule.range(-1, 65535)),
              Property.whole(TO).rule(ValueRule.range(-1, 65535)),
              Property.text("cidrIpv4"),
              Property.text("cidrIpv6"),
              Property.text("prefixListId"),
              Property.text("referencedSecurityGroupId"),
              Property.text(DESCRIPTION).rule(ValueRule.length(0, 255)),
              Property.output("arn"),
              Property.output("securityGroupRuleId"))
          .and(Tagging.properties());

  private SecurityGroupRuleSchema() {}

  static IpPermission permission(PropertyMap inputs) {
    String group = inputs.text(GROUP).orElseThrow();
    String peer =
        PEERS.keySet().stream()
            .filter(name -> inputs.get(name).isPresent())
            .findFirst()
            .orElseThrow();
    return new InlineRules.Single(
            InlineRules.protocol(inputs.text(PROTOCOL).orElseThrow()),
            inputs.integer(FROM).orElse(-1),
            inputs.integer(TO).orElse(-1),
            java.util.Objects.requireNonNull(PEERS.get(peer)),
            inputs.text(peer).orElseThrow(),
            inputs.text(DESCRIPTION).orElse(""))
        .permission(group);
  }

  static SecurityGroupRuleRequest update(PropertyMap inputs) {
    SecurityGroupRuleRequest.Builder request = SecurityGroupRuleRequest.builder();
    text(inputs, PROTOCOL, request::ipProtocol);
    request.fromPort(inputs.integer(FROM).orElse(-1)).toPort(inputs.integer(TO).orElse(-1));
    text(inputs, "cidrIpv4", request::cidrIpv4);
    text(inputs, "cidrIpv6", request::cidrIpv6);
    text(inputs, "prefixListId", request::prefixListId);
    text(inputs, "referencedSecurityGroupId", request::referencedGroupId);
    text(inputs, DESCRIPTION, request::description);
    return request.build();
  }

  static void text(PropertyMap inputs, String name, Consumer<String> target) {
    inputs.text(name).ifPresent(target);
  }

  static PropertyMap state(SecurityGroupRule found) {
    boolean all = ALL.equals(found.ipProtocol());
    PropertyMap state =
        PropertyMap.EMPTY
            .with(GROUP, PropertyValue.of(found.groupId()))
            .with(PROTOCOL, PropertyValue.of(found.ipProtocol()))
            .with("securityGroupRuleId", PropertyValue.of(found.securityGroupRuleId()));
    if (!all && found.fromPort() != null && found.toPort() != null) {
      state =
          state
              .with(FROM, PropertyValue.of(found.fromPort()))
              .with(TO, PropertyValue.of(found.toPort()));
    }
    ReferencedSecurityGroup group = found.referencedGroupInfo();
    return state
        .withText("arn", found.securityGroupRuleArn())
        .withText("cidrIpv4", found.cidrIpv4())
        .withText("cidrIpv6", found.cidrIpv6())
        .withText("prefixListId", found.prefixListId())
        .withText(DESCRIPTION, found.description())
        .withText("referencedSecurityGroupId", group == null ? null : group.groupId());
  }

  static PropertyValue normal(String name, PropertyValue value) {
    return name.equals(PROTOCOL) ? protocol(value) : value;
  }

  static PropertyValue protocol(PropertyValue value) {
    if (!(value instanceof PropertyValue.Text(var given))) {
      return value;
    }
    return PropertyValue.of(InlineRules.protocol(given));
  }
}
