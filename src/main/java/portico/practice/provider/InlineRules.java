package portico.practice.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * The properties {@code ingress} and {@code egress} of a security group, taken apart to single
 * rules.
 */
final class InlineRules {
  private static final String FROM = "fromPort";
  private static final String TO = "toPort";
  private static final String PROTOCOL = "protocol";
  private static final String DESCRIPTION = "description";
  private static final String SELF = "self";

  /** What a rule opens to. */
  enum Peer {
    CIDR("cidrBlocks"),
    CIDR6("ipv6CidrBlocks"),
    PREFIX_LIST("prefixListIds"),
    GROUP("securityGroups");

    private final String property;

    Peer(String property) {
      this.property = property;
    }
  }

  /**
   * One rule. Ports are -1 when the protocol is {@code -1}, which means all.
   *
   * @param value of the peer: a CIDR or an id; {@link #THIS} for the group itself
   */
  record Single(String protocol, int from, int to, Peer peer, String value, String description) {
    IpPermission permission(String group) {
      IpPermission.Builder permission = IpPermission.builder().ipProtocol(protocol);
      if (!protocol.equals("-1")) {
        permission.fromPort(from).toPort(to);
      }
      @Nullable String text = description.isEmpty() ? null : description;
      String id = value.equals(THIS) ? group : value;
      return switch (peer) {
        case CIDR ->
            permission.ipRanges(IpRange.builder().cidrIp(id).description(text).build()).build();
        case CIDR6 ->
            permission
                .ipv6Ranges(Ipv6Range.builder().cidrIpv6(id).description(text).build())
                .build();
        case PREFIX_LIST ->
            permission
                .prefixListIds(PrefixListId.builder().prefixListId(id).description(text).build())
                .build();
        case GROUP ->
            permission
                .userIdGroupPairs(UserIdGroupPair.builder().groupId(id).description(text).build())
                .build();
      };
    }
  }

  private static final String THIS = "(this group)";

  private static final Schema SCHEMA =
      Schema.of(
          Property.whole(FROM).required().rule(ValueRule.range(-1, 65535)),
          Property.whole(TO).required().rule(ValueRule.range(-1, 65535)),
          Property.text(PROTOCOL).required(),
          Property.text(DESCRIPTION).rule(ValueRule.length(0, 255)),
          Property.textSet(Peer.CIDR.property),
          Property.textSet(Peer.CIDR6.property),
          Property.textSet(Peer.PREFIX_LIST.property),
          Property.textSet(Peer.GROUP.property),
          Property.yesNo(SELF).orElse(false));

  private InlineRules() {}

  static Property property(String name) {
    return Property.blocks(name, SCHEMA).computed().normal(InlineRules::normal);
  }

  static Set<Single> wanted(Collection<PropertyMap> rules) {
    Set<Single> singles = new LinkedHashSet<>();
    for (PropertyMap rule : rules) {
      String protocol = protocol(rule.text(PROTOCOL).orElse("-1"));
      boolean all = protocol.equals("-1");
      int from = all ? -1 : rule.integer(FROM).orElse(-1);
      int to = all ? -1 : rule.integer(TO).orElse(-1);
      String description = rule.text(DESCRIPTION).orElse("");
      for (Peer peer : Peer.values()) {
        rule.texts(peer.property)
            .forEach(
                value -> singles.add(new Single(protocol, from, to, peer, value, description)));
      }
      if (rule.flag(SELF).orElse(false)) {
        singles.add(new Single(protocol, from, to, Peer.GROUP, THIS, description));
      }
    }
    return singles;
  }

  static Set<Single> actual(String group, List<IpPermission> permissions) {
    Set<Single> singles = new LinkedHashSet<>();
    for (IpPermission permission : permissions) {
      boolean all = permission.ipProtocol().equals("-1");
      int from = all ? -1 : Optional.ofNullable(permission.fromPort()).orElse(-1);
      int to = all ? -1 : Optional.ofNullable(permission.toPort()).orElse(-1);
      peers(group, permission)
          .map(
              peer ->
                  new Single(
                      permission.ipProtocol(),
                      from,
                      to,
                      peer.peer(),
                      peer.value(),
                      peer.description()))
          .forEach(singles::add);
    }
    return singles;
  }

  /** The rules as a program would write them, one object for each. */
  static PropertyValue state(Collection<Single> singles) {
    List<PropertyValue> items = new ArrayList<>();
    for (Single single : singles.stream().sorted(Comparator.comparing(Single::toString)).toList()) {
      PropertyMap item =
          PropertyMap.EMPTY
              .with(FROM, PropertyValue.of(single.protocol().equals("-1") ? 0 : single.from()))
              .with(TO, PropertyValue.of(single.protocol().equals("-1") ? 0 : single.to()))
              .with(PROTOCOL, PropertyValue.of(single.protocol()))
              .with(SELF, PropertyValue.of(single.value().equals(THIS)));
      if (!single.value().equals(THIS)) {
        item = item.with(single.peer().property, PropertyValue.of(List.of(single.value())));
      }
      items.add(
          single.description().isEmpty()
              ? item
              : item.with(DESCRIPTION, PropertyValue.of(single.description())));
    }
    return new PropertyValue.Items(items);
  }

  private record PeerOf(Peer peer, String value, String description) {}

  private static Stream<PeerOf> peers(String group, IpPermission permission) {
    return Stream.of(
            permission.ipRanges().stream()
                .map(range -> new PeerOf(Peer.CIDR, range.cidrIp(), orEmpty(range.description()))),
            permission.ipv6Ranges().stream()
                .map(
                    range ->
                        new PeerOf(Peer.CIDR6, range.cidrIpv6(), orEmpty(range.description()))),
            permission.prefixListIds().stream()
                .map(
                    list ->
                        new PeerOf(
                            Peer.PREFIX_LIST, list.prefixListId(), orEmpty(list.description()))),
            permission.userIdGroupPairs().stream()
                .map(
                    pair ->
                        new PeerOf(Peer.GROUP, named(group, pair), orEmpty(pair.description()))))
        .flatMap(peers -> peers);
  }

  private static String named(String group, UserIdGroupPair pair) {
    return group.equals(pair.groupId()) ? THIS : orEmpty(pair.groupId());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Protocols have numbers and names; AWS answers with names where it knows one. */
  static String protocol(String given) {
    return switch (given) {
      case "all", "-1" -> "-1";
      case "6" -> "tcp";
      case "17" -> "udp";
      case "1" -> "icmp";
      case "58" -> "icmpv6";
      default -> given.toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static PropertyValue normal(PropertyValue rules) {
    return rules.hasUnknown()
        ? rules
        : state(wanted(PropertyMap.EMPTY.with("rules", rules).maps("rules")));
  }
}
