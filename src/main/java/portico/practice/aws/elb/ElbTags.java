package portico.practice.aws.elb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.RegionState;

/** Tags of load balancers, target groups, listeners and rules (API_Tag). */
final class ElbTags {
  private static final int MOST = 50;
  private static final String LETTERS = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*";

  private ElbTags() {}

  /** The tags that a request gives. */
  static Map<String, String> read(Parameters parameters) {
    Map<String, String> tags = new TreeMap<>();
    for (Parameters tag : parameters.structures("Tags.member")) {
      String key = tag.given("Key").orElse("");
      String value = tag.given("Value").orElse("");
      Check.length("Tags.member.key", key, 1, 128);
      Check.length("Tags.member.value", value, 0, 256);
      if (!key.matches(LETTERS) || !value.matches(LETTERS)) {
        throw Check.constraint(
            key + "=" + value,
            "Tags",
            "Member must satisfy regular expression pattern: ^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$");
      }
      if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
        throw Check.invalid("Tag keys starting with 'aws:' are reserved for system use");
      }
      if (tags.put(key, value) != null) {
        throw new AwsException(
            "DuplicateTagKeys", "Tag key '" + key + "' was specified more than once");
      }
    }
    return limited(tags);
  }

  private static Map<String, String> limited(Map<String, String> tags) {
    if (tags.size() > MOST) {
      throw new AwsException(
          "TooManyTags", "The maximum number of tags for a resource is '" + MOST + "'");
    }
    return tags;
  }

  static void add(Call call, Parameters parameters, Xml xml) {
    Map<String, String> added = read(parameters);
    for (String arn : arns(parameters)) {
      Map<String, String> tags = new TreeMap<>(of(call, arn));
      tags.putAll(added);
      put(call.state(), arn, limited(tags));
    }
  }

  static void remove(Call call, Parameters parameters, Xml xml) {
    for (String arn : arns(parameters)) {
      Map<String, String> tags = new TreeMap<>(of(call, arn));
      parameters.list("TagKeys.member").forEach(tags::remove);
      put(call.state(), arn, tags);
    }
  }

  static void describe(Call call, Parameters parameters, Xml xml) {
    List<String> arns = arns(parameters);
    if (arns.size() > 20) {
      throw Check.invalid("At most 20 resource ARNs can be specified");
    }
    xml.list(
        "TagDescriptions",
        "member",
        arns,
        arn -> {
          xml.text("ResourceArn", arn);
          xml.list(
              "Tags",
              "member",
              of(call, arn).entrySet(),
              tag -> xml.text("Key", tag.getKey()).text("Value", tag.getValue()));
        });
  }

  private static List<String> arns(Parameters parameters) {
    Check.required(parameters, "ResourceArns.member.1");
    return parameters.list("ResourceArns.member");
  }

  private static Map<String, String> of(Call call, String arn) {
    return switch (kind(arn)) {
      case "loadbalancer" -> Find.balancer(call, arn).tags();
      case "targetgroup" -> Find.group(call, arn).tags();
      case "listener" -> Find.listener(call, arn).tags();
      case "listener-rule" -> Find.rule(call, arn).tags();
      default -> throw Check.invalid("'" + arn + "' is not a valid resource ARN");
    };
  }

  private static void put(RegionState state, String arn, Map<String, String> tags) {
    state.loadBalancers().computeIfPresent(arn, (_, each) -> each.tagged(tags));
    state.targetGroups().computeIfPresent(arn, (_, each) -> each.tagged(tags));
    state.listeners().computeIfPresent(arn, (_, each) -> each.tagged(tags));
    state.rules().computeIfPresent(arn, (_, each) -> each.tagged(tags));
  }

  /** The resource's kind, which stands in the ARN's sixth part. */
  private static String kind(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length < 6 ? "" : parts[5].split("/", 2)[0];
  }
}
