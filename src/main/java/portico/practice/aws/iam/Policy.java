package portico.practice.aws.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Wildcards;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy document (IAM user guide, "IAM JSON policy elements reference"). Conditions are not
 * simulated: a document that has any is refused rather than misread.
 */
record Policy(String name, List<Statement> statements) {
  private static final JsonMapper JSON = new JsonMapper();

  /** A policy that allows everything: what the simulated user begins with. */
  static final Policy ADMINISTRATOR =
      new Policy(
          "AdministratorAccess",
          List.of(new Statement(true, List.of("*"), false, List.of("*"), false)));

  /**
   * A statement.
   *
   * @param others whether it is for all actions but those named
   * @param elsewhere whether it is for all resources but those named
   */
  record Statement(
      boolean allows,
      List<String> actions,
      boolean others,
      List<String> resources,
      boolean elsewhere) {

    /** Whether it is about an action on a resource; actions are told apart without case. */
    boolean covers(String action, String resource) {
      String lower = action.toLowerCase(Locale.ROOT);
      boolean acts =
          actions.stream().anyMatch(each -> Wildcards.match(each.toLowerCase(Locale.ROOT), lower));
      boolean there = resources.stream().anyMatch(each -> Wildcards.match(each, resource));
      return acts != others && there != elsewhere;
    }
  }

  /**
   * Reads a document.
   *
   * @throws AwsException MalformedPolicyDocument when it is not one
   */
  static Policy parse(String name, String document) {
    try {
      JsonNode root = JSON.readTree(document);
      List<Statement> statements = new ArrayList<>();
      JsonNode statement = root.path("Statement");
      Stream<JsonNode> all = statement.isArray() ? statement.valueStream() : Stream.of(statement);
      all.forEach(each -> statements.add(statement(each)));
      return new Policy(name, List.copyOf(statements));
    } catch (JacksonException notJson) {
      throw malformed("Syntax errors in policy.");
    }
  }

  private static Statement statement(JsonNode node) {
    String effect = node.path("Effect").asString("");
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw malformed("Missing required field Effect");
    }
    if (node.has("Condition")) {
      throw malformed("Conditions are not simulated");
    }
    boolean others = node.has("NotAction");
    boolean elsewhere = node.has("NotResource");
    List<String> actions = texts(node.path(others ? "NotAction" : "Action"));
    List<String> resources = texts(node.path(elsewhere ? "NotResource" : "Resource"));
    if (actions.isEmpty()) {
      throw malformed("Policy statement must contain actions.");
    }
    if (resources.isEmpty()) {
      throw malformed("Policy statement must contain resources.");
    }
    for (String action : actions) {
      if (!action.matches("\\*|[A-Za-z0-9-]+:[A-Za-z0-9*?]+")) {
        throw malformed(
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
      }
    }
    return new Statement(effect.equals("Allow"), actions, others, resources, elsewhere);
  }

  private static List<String> texts(JsonNode node) {
    return node.isString()
        ? List.of(node.stringValue())
        : node.valueStream().map(each -> each.asString("")).toList();
  }

  private static AwsException malformed(String why) {
    return new AwsException("MalformedPolicyDocument", why);
  }
}
