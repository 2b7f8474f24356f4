package portico.practice.aws.iam;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Parameters;
import portico.practice.aws.http.QueryForm;
import portico.practice.aws.http.Service;
import portico.practice.aws.http.Xml;
import portico.practice.aws.state.Account;

/**
 * The simulated IAM (docs.aws.amazon.com/IAM/latest/APIReference). The account has one user, {@code
 * practice}, who may do everything; {@code PutUserPolicy} with a denial takes rights away, both
 * from what the user calls and from what {@code SimulatePrincipalPolicy} says.
 */
public final class Iam {
  static final String USER = "practice";

  private static final Instant CREATED = Instant.parse("2026-10-05T08:00:00Z");
  private static final String USER_ARN = "arn:aws:iam::" + Account.ID + ":user/" + USER;

  /** Paths of the roles, by name. */
  private static final Map<String, String> ROLES =
      Map.of(
          "AWSServiceRoleForElasticLoadBalancing",
              "/aws-service-role/elasticloadbalancing.amazonaws.com/",
          "practice-admin", "/");

  private Iam() {}

  /** The service with its operations. */
  public static Service service() {
    return new Service.Query(
        QueryForm.IAM,
        Map.of(
            "GetUser", Iam::getUser,
            "GetRole", Iam::getRole,
            "ListAttachedUserPolicies", Iam::listAttached,
            "ListUserPolicies", Iam::listInline,
            "GetUserPolicy", Iam::getInline,
            "PutUserPolicy", Iam::putInline,
            "DeleteUserPolicy", Iam::deleteInline,
            "SimulatePrincipalPolicy", Iam::simulate));
  }

  private static void getUser(Call call, Parameters parameters, Xml xml) {
    parameters.text("UserName").ifPresent(Iam::checkUser);
    xml.in(
        "User",
        () ->
            xml.text("Path", "/")
                .text("UserName", USER)
                .text("UserId", "AIDAPRACTICEPRACTICE1")
                .text("Arn", USER_ARN)
                .text("CreateDate", CREATED));
  }

  private static void checkUser(String name) {
    if (!name.equals(USER)) {
      throw missing("The user with name " + name + " cannot be found.");
    }
  }

  private static void getRole(Call call, Parameters parameters, Xml xml) {
    String name = required(parameters, "RoleName");
    String path =
        Optional.ofNullable(ROLES.get(name))
            .orElseThrow(() -> missing("The role with name " + name + " cannot be found."));
    String trusted = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
    xml.in(
        "Role",
        () ->
            xml.text("Path", path)
                .text("RoleName", name)
                .text("RoleId", "AROAPRACTICEPRACTICE1")
                .text("Arn", roleArn(name, path))
                .text("CreateDate", CREATED)
                .text("AssumeRolePolicyDocument", encoded(trusted)));
  }

  private static String roleArn(String name, String path) {
    return "arn:aws:iam::" + Account.ID + ":role" + path + name;
  }

  private static void listAttached(Call call, Parameters parameters, Xml xml) {
    checkUser(required(parameters, "UserName"));
    String name = Policy.ADMINISTRATOR.name();
    xml.list(
        "AttachedPolicies",
        "member",
        List.of(name),
        each -> xml.text("PolicyName", each).text("PolicyArn", "arn:aws:iam::aws:policy/" + each));
    xml.text("IsTruncated", false);
  }

  private static void listInline(Call call, Parameters parameters, Xml xml) {
    checkUser(required(parameters, "UserName"));
    xml.texts("PolicyNames", "member", call.userPolicies().keySet()).text("IsTruncated", false);
  }

  private static void getInline(Call call, Parameters parameters, Xml xml) {
    checkUser(required(parameters, "UserName"));
    String name = required(parameters, "PolicyName");
    String document =
        Optional.ofNullable(call.userPolicies().get(name)).orElseThrow(() -> gone(name));
    xml.text("UserName", USER).text("PolicyName", name).text("PolicyDocument", encoded(document));
  }

  private static void putInline(Call call, Parameters parameters, Xml xml) {
    checkUser(required(parameters, "UserName"));
    String name = required(parameters, "PolicyName");
    if (!name.matches("[\\w+=,.@-]{1,128}")) {
      throw new AwsException("ValidationError", "The specified value for policyName is invalid.");
    }
    String document = required(parameters, "PolicyDocument");
    Policy.parse(name, document);
    call.userPolicies().put(name, document);
  }

  private static void deleteInline(Call call, Parameters parameters, Xml xml) {
    checkUser(required(parameters, "UserName"));
    String name = required(parameters, "PolicyName");
    if (call.userPolicies().remove(name) == null) {
      throw gone(name);
    }
  }

  private static AwsException gone(String name) {
    return missing("The user policy with name " + name + " cannot be found.");
  }

  private record Asked(String action, String resource) {}

  private static void simulate(Call call, Parameters parameters, Xml xml) {
    Permissions permissions = permissions(call, parameters);
    List<String> actions = parameters.list("ActionNames.member");
    if (actions.isEmpty()) {
      throw invalid("ActionNames must not be empty");
    }
    List<String> given = parameters.list("ResourceArns.member");
    List<String> resources = given.isEmpty() ? List.of("*") : given;
    List<Asked> asked = new ArrayList<>();
    for (String action : actions) {
      if (!action.matches("[A-Za-z0-9-]+:[A-Za-z0-9]+")) {
        throw invalid("Invalid Action Name: " + action);
      }
      resources.forEach(resource -> asked.add(new Asked(action, resource)));
    }
    int size = parameters.number("MaxItems").orElse(100);
    if (size < 1 || size > 1000) {
      throw new AwsException("ValidationError", "maxItems must be between 1 and 1000");
    }
    Pages<Asked> page = Pages.of(asked, size, parameters.text("Marker"), "InvalidInput");
    xml.list("EvaluationResults", "member", page.items(), each -> write(permissions, each, xml));
    xml.text("IsTruncated", page.next().isPresent()).maybe("Marker", page.next());
  }

  /** Roles may do everything: only the user's rights can be taken away. */
  private static Permissions permissions(Call call, Parameters parameters) {
    String source = required(parameters, "PolicySourceArn");
    if (!source.matches("arn:aws[a-z-]*:iam::\\d{12}:(user|role|group)/.+")) {
      throw invalid(
          "Invalid Entity Arn: " + source + " does not clearly define entity type and name.");
    }
    boolean role =
        ROLES.entrySet().stream().anyMatch(e -> roleArn(e.getKey(), e.getValue()).equals(source));
    if (!role && !source.equals(USER_ARN)) {
      throw missing(source + " cannot be found.");
    }
    List<Policy> more = new ArrayList<>();
    for (String document : parameters.list("PolicyInputList.member")) {
      more.add(Policy.parse("PolicyInputList." + (more.size() + 1), document));
    }
    return Permissions.ofUser(role ? Map.of() : call.userPolicies()).and(more);
  }

  private static void write(Permissions permissions, Asked asked, Xml xml) {
    Permissions.Decision decision = permissions.decide(asked.action(), asked.resource());
    xml.text("EvalActionName", asked.action())
        .text("EvalResourceName", asked.resource())
        .text("EvalDecision", decision.word())
        .list(
            "MatchedStatements",
            "member",
            decision.policy().stream().toList(),
            policy ->
                xml.text("SourcePolicyId", policy.name()).text("SourcePolicyType", "IAM Policy"))
        .in("MissingContextValues", () -> {});
  }

  private static String required(Parameters parameters, String name) {
    return parameters
        .text(name)
        .orElseThrow(() -> new AwsException("ValidationError", name + " must be specified"));
  }

  /** IAM sends documents URL-encoded (RFC 3986). */
  private static String encoded(String document) {
    return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static AwsException missing(String message) {
    return new AwsException("NoSuchEntity", 404, message);
  }

  private static AwsException invalid(String message) {
    return new AwsException("InvalidInput", message);
  }
}
