package portico.catalog.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.SecurityGroupRule;

/**
 * The inputs of a pending create as the engine's state holds them: JSON values under the provider's
 * names. What is not known yet, or secret, is neither text nor number here and so never matches.
 */
record PendingInputs(Map<String, Object> inputs) {
  private static final String OURS = "portico:";

  Optional<String> text(String name) {
    return inputs.get(name) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  Optional<Integer> number(String name) {
    return inputs.get(name) instanceof Number number
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  /** Tags by which Portico knows its own. */
  Map<String, String> porticoTags() {
    Map<String, String> ours = new HashMap<>();
    for (String property : new String[] {"tags", "tagsAll"}) {
      if (inputs.get(property) instanceof Map<?, ?> tags) {
        tags.forEach(
            (key, value) -> {
              if (key instanceof String name && name.startsWith(OURS)) {
                ours.put(name, String.valueOf(value));
              }
            });
      }
    }
    return ours;
  }

  /** Whether a resource with these tags is the one that was being made. */
  boolean isOwner(Map<String, String> tags) {
    var ours = porticoTags();
    return !ours.isEmpty() && tags.entrySet().containsAll(ours.entrySet());
  }

  /**
   * Whether protocol, ports and the other side are the same. All protocols have no ports: -1 in
   * AWS.
   */
  boolean describes(SecurityGroupRule rule) {
    var referenced = Optional.ofNullable(rule.referencedGroupInfo()).map(info -> info.groupId());
    return text("ipProtocol").equals(Optional.ofNullable(rule.ipProtocol()))
        && number("fromPort").orElse(-1).equals(Optional.ofNullable(rule.fromPort()).orElse(-1))
        && number("toPort").orElse(-1).equals(Optional.ofNullable(rule.toPort()).orElse(-1))
        && text("cidrIpv4").equals(Optional.ofNullable(rule.cidrIpv4()))
        && text("cidrIpv6").equals(Optional.ofNullable(rule.cidrIpv6()))
        && text("prefixListId").equals(Optional.ofNullable(rule.prefixListId()))
        && text("referencedSecurityGroupId").equals(referenced);
  }
}
