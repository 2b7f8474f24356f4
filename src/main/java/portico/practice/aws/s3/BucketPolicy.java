package portico.practice.aws.s3;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Wildcards;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policy of a bucket (AmazonS3 bucket-policies.html): who may do what with its objects. A
 * condition that is not simulated never holds.
 */
final class BucketPolicy {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<JsonNode> statements;

  private BucketPolicy(List<JsonNode> statements) {
    this.statements = statements;
  }

  /**
   * Who asks to write, and what is known of the request.
   *
   * @param names as which a policy may name the writer: a service, an account or its ARN
   * @param context values of condition keys, in lower case
   */
  record Writer(List<String> names, Map<String, String> context) {}

  /**
   * Reads a document.
   *
   * @throws AwsException MalformedPolicy when it is not one, or is not for this bucket
   */
  static BucketPolicy parse(String document, String bucket) {
    JsonNode root;
    try {
      root = JSON.readTree(document);
    } catch (JacksonException notJson) {
      throw malformed("Policies must be valid JSON and the first byte must be '{'");
    }
    JsonNode statement = root.path("Statement");
    List<JsonNode> all = elements(statement);
    if (!root.isObject() || all.isEmpty()) {
      throw malformed("Missing required field Statement");
    }
    all.forEach(each -> check(each, bucket));
    return new BucketPolicy(all);
  }

  private static void check(JsonNode statement, String bucket) {
    String effect = statement.path("Effect").asString("");
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw malformed("Invalid effect: " + effect);
    }
    if (!statement.has("Principal")) {
      throw malformed("Missing required field Principal");
    }
    List<String> actions = texts(statement.path("Action"));
    if (actions.isEmpty() || !actions.stream().allMatch(each -> each.matches("\\*|s3:[\\w*?]+"))) {
      throw malformed("Policy has invalid action");
    }
    String own = "arn:aws:s3:::" + bucket;
    List<String> resources = texts(statement.path("Resource"));
    if (resources.isEmpty()
        || !resources.stream().allMatch(each -> each.equals(own) || each.startsWith(own + "/"))) {
      throw malformed("Policy has invalid resource");
    }
  }

  /** Whether it lets everybody in (AmazonS3 access-control-block-public-access.html). */
  boolean isPublic() {
    return statements.stream()
        .anyMatch(
            each ->
                each.path("Effect").asString("").equals("Allow")
                    && !each.has("Condition")
                    && names(each.path("Principal")).contains("*"));
  }

  /** Whether a writer may put an object at a key of the bucket: a denial anywhere wins. */
  boolean admits(Writer writer, String objectArn) {
    return any("Allow", writer, objectArn) && !any("Deny", writer, objectArn);
  }

  private boolean any(String effect, Writer writer, String objectArn) {
    return statements.stream()
        .filter(each -> each.path("Effect").asString("").equals(effect))
        .filter(each -> isFor(each, writer))
        .filter(each -> covers(each.path("Action"), "s3:putobject", true))
        .filter(each -> covers(each.path("Resource"), objectArn, false))
        .anyMatch(each -> holds(each.path("Condition"), writer.context()));
  }

  private static boolean isFor(JsonNode statement, Writer writer) {
    List<String> named = names(statement.path("Principal"));
    return named.contains("*") || named.stream().anyMatch(writer.names()::contains);
  }

  private static List<String> names(JsonNode principal) {
    return principal.isString()
        ? List.of(principal.stringValue())
        : Stream.of("Service", "AWS")
            .flatMap(each -> texts(principal.path(each)).stream())
            .toList();
  }

  private static boolean covers(JsonNode patterns, String value, boolean lower) {
    return texts(patterns).stream()
        .map(each -> lower ? each.toLowerCase(Locale.ROOT) : each)
        .anyMatch(each -> Wildcards.match(each, value));
  }

  private static boolean holds(JsonNode conditions, Map<String, String> context) {
    return conditions.properties().stream()
        .allMatch(
            operator ->
                operator.getValue().properties().stream()
                    .allMatch(
                        each ->
                            holds(
                                operator.getKey(),
                                context.getOrDefault(each.getKey().toLowerCase(Locale.ROOT), ""),
                                texts(each.getValue()))));
  }

  private static boolean holds(String operator, String actual, List<String> wanted) {
    boolean one = wanted.stream().anyMatch(each -> Wildcards.match(each, actual));
    return switch (operator) {
      case "StringEquals", "StringLike", "ArnLike", "ArnEquals", "Bool" -> !actual.isEmpty() && one;
      case "StringNotEquals", "StringNotLike", "ArnNotLike", "ArnNotEquals" -> !one;
      default -> false;
    };
  }

  private static List<JsonNode> elements(JsonNode node) {
    return node.isArray()
        ? node.valueStream().toList()
        : node.isObject() ? List.of(node) : List.of();
  }

  private static List<String> texts(JsonNode node) {
    return node.isString()
        ? List.of(node.stringValue())
        : node.valueStream().map(each -> each.asString("")).toList();
  }

  private static AwsException malformed(String why) {
    return new AwsException("MalformedPolicy", why);
  }
}
