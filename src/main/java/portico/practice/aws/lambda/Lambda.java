package portico.practice.aws.lambda;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portico.practice.aws.http.AwsException;
import portico.practice.aws.http.Call;
import portico.practice.aws.http.Pages;
import portico.practice.aws.http.Route;
import portico.practice.aws.http.Service;
import portico.practice.aws.state.Function;
import portico.practice.aws.state.Grant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The simulated Lambda (docs.aws.amazon.com/lambda/latest/api): its functions cannot be changed or
 * run, but their policies can be changed.
 */
public final class Lambda {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String FUNCTIONS = "/2015-03-31/functions";
  private static final int MOST_PER_PAGE = 50;
  private static final Pattern NAME =
      Pattern.compile(
          "(arn:aws:lambda:)?([a-z0-9-]+-\\d:)?(\\d{12}:)?(function:)?"
              + "([a-zA-Z0-9_-]{1,140})(:(\\$LATEST|[a-zA-Z0-9_-]+))?");

  private Lambda() {}

  /** The service with its operations. */
  public static Service service() {
    String one = FUNCTIONS + "/{FunctionName}";
    return new Service.Rest(
        List.of(
            new Route("GET", FUNCTIONS, "ListFunctions", 200, Lambda::list),
            new Route("GET", FUNCTIONS + "/", "ListFunctions", 200, Lambda::list),
            new Route("GET", one, "GetFunction", 200, Lambda::get),
            new Route(
                "GET", one + "/configuration", "GetFunctionConfiguration", 200, Lambda::getConfig),
            new Route("GET", one + "/policy", "GetPolicy", 200, Lambda::policy),
            new Route("POST", one + "/policy", "AddPermission", 201, Lambda::add),
            new Route(
                "DELETE", one + "/policy/{StatementId}", "RemovePermission", 204, Lambda::remove)));
  }

  private static ObjectNode list(Call call, JsonNode request) {
    int size = request.path("MaxItems").asInt(MOST_PER_PAGE);
    if (size < 1 || size > 10_000) {
      throw invalid("MaxItems must be between 1 and 10000");
    }
    Optional<String> marker = text(request, "Marker");
    Pages<Function> page =
        Pages.of(
            List.copyOf(call.state().functions().values()),
            Math.min(size, MOST_PER_PAGE),
            marker,
            "InvalidParameterValueException");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode functions = answer.putArray("Functions");
    page.items().forEach(each -> describe(each, functions.addObject()));
    page.next().ifPresent(next -> answer.put("NextMarker", next));
    return answer;
  }

  private static ObjectNode get(Call call, JsonNode request) {
    Function function = find(call, request);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    describe(function, answer.putObject("Configuration"));
    answer.putObject("Code").put("RepositoryType", "S3");
    answer.putObject("Tags");
    return answer;
  }

  private static ObjectNode getConfig(Call call, JsonNode request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    describe(find(call, request), answer);
    return answer;
  }

  private static void describe(Function function, ObjectNode node) {
    node.put("FunctionName", function.name())
        .put("FunctionArn", function.arn())
        .put("Runtime", function.runtime())
        .put("Role", "arn:aws:iam::123456789012:role/practice-admin")
        .put("Handler", "app.handler")
        .put("CodeSize", 1024)
        .put("Description", function.description())
        .put("Timeout", 30)
        .put("MemorySize", 256)
        .put("LastModified", "2026-10-05T08:30:00.000+0000")
        .put("Version", "$LATEST")
        .put("State", "Active")
        .put("LastUpdateStatus", "Successful")
        .put("PackageType", "Zip")
        .put("RevisionId", revision(function));
    node.putArray("Architectures").add("x86_64");
    node.putObject("TracingConfig").put("Mode", "PassThrough");
  }

  private static String revision(Function function) {
    return UUID.nameUUIDFromBytes(function.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static ObjectNode policy(Call call, JsonNode request) {
    Function function = find(call, request);
    if (function.policy().isEmpty()) {
      throw missing("The resource you requested does not exist.");
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("Version", "2012-10-17").put("Id", "default");
    ArrayNode statements = document.putArray("Statement");
    function.policy().forEach((id, grant) -> statements.add(statement(function, id, grant)));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    return answer
        .put("Policy", JSON.writeValueAsString(document))
        .put("RevisionId", revision(function));
  }

  private static ObjectNode statement(Function function, String id, Grant grant) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("Sid", id).put("Effect", "Allow");
    if (grant.principal().equals("*")) {
      node.put("Principal", "*");
    } else if (grant.principal().matches("\\d{12}")) {
      node.putObject("Principal").put("AWS", "arn:aws:iam::" + grant.principal() + ":root");
    } else {
      node.putObject("Principal")
          .put(grant.principal().startsWith("arn:") ? "AWS" : "Service", grant.principal());
    }
    node.put("Action", grant.action()).put("Resource", function.arn());
    if (grant.sourceArn().isPresent() || grant.sourceAccount().isPresent()) {
      ObjectNode condition = node.putObject("Condition");
      grant
          .sourceAccount()
          .ifPresent(
              account -> condition.putObject("StringEquals").put("AWS:SourceAccount", account));
      grant.sourceArn().ifPresent(arn -> condition.putObject("ArnLike").put("AWS:SourceArn", arn));
    }
    return node;
  }

  private static ObjectNode add(Call call, JsonNode request) {
    Function function = find(call, request);
    String id = matching(request, "StatementId", "[a-zA-Z0-9_-]{1,100}");
    String action = matching(request, "Action", "lambda:[*]|lambda:[a-zA-Z]+|[*]");
    String principal = matching(request, "Principal", "\\S+");
    Optional<String> source = text(request, "SourceArn");
    source.ifPresent(arn -> check("SourceArn", arn, "arn:aws[a-zA-Z0-9-]*:[a-zA-Z0-9-]+:.*"));
    Optional<String> account = text(request, "SourceAccount");
    account.ifPresent(number -> check("SourceAccount", number, "\\d{12}"));
    if (function(request).endsWith(":$LATEST")
        || text(request, "Qualifier").equals(Optional.of("$LATEST"))) {
      throw invalid("We currently do not support adding policies for $LATEST.");
    }
    if (function.policy().containsKey(id)) {
      throw new AwsException(
          "ResourceConflictException",
          409,
          ("The statement id (%s) provided already exists. Please provide a new statement id, or "
                  + "remove the existing statement.")
              .formatted(id));
    }
    Grant grant = new Grant(action, principal, source, account);
    Map<String, Grant> policy = new LinkedHashMap<>(function.policy());
    policy.put(id, grant);
    call.state().functions().put(function.name(), function.granting(policy));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    return answer.put("Statement", JSON.writeValueAsString(statement(function, id, grant)));
  }

  private static ObjectNode remove(Call call, JsonNode request) {
    Function function = find(call, request);
    String id = text(request, "StatementId").orElse("");
    Map<String, Grant> policy = new LinkedHashMap<>(function.policy());
    if (policy.remove(id) == null) {
      throw missing("Statement " + id + " is not found in resource policy.");
    }
    call.state().functions().put(function.name(), function.granting(policy));
    return JsonNodeFactory.instance.objectNode();
  }

  /** The function a request names by its name or by all or part of its ARN. */
  private static Function find(Call call, JsonNode request) {
    String given = function(request);
    Matcher form = NAME.matcher(given);
    if (!form.matches()) {
      throw new AwsException(
          "ValidationException",
          "1 validation error detected: Value '%s' at 'functionName' failed to satisfy constraint: "
                  .formatted(given)
              + "Member must satisfy regular expression pattern");
    }
    String name = form.group(5);
    Optional<String> qualifier =
        Optional.ofNullable(form.group(7)).or(() -> text(request, "Qualifier"));
    String arn = call.arn("lambda", "function:" + name);
    boolean versioned = qualifier.isPresent() && !qualifier.get().equals("$LATEST");
    if (versioned || (given.startsWith("arn:") && !given.startsWith(arn))) {
      throw missing("Function not found: " + (versioned ? arn + ":" + qualifier.get() : given));
    }
    return Optional.ofNullable(call.state().functions().get(name))
        .orElseThrow(() -> missing("Function not found: " + arn));
  }

  private static String function(JsonNode request) {
    return text(request, "FunctionName").orElse("");
  }

  private static Optional<String> text(JsonNode request, String name) {
    JsonNode node = request.path(name);
    return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
  }

  private static String matching(JsonNode request, String name, String form) {
    String value =
        text(request, name).orElseThrow(() -> invalid("The parameter " + name + " is required"));
    check(name, value, form);
    return value;
  }

  private static void check(String name, String value, String form) {
    if (!value.matches(form)) {
      throw new AwsException(
          "ValidationException",
          "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
              .formatted(value, Character.toLowerCase(name.charAt(0)) + name.substring(1), form));
    }
  }

  private static AwsException invalid(String message) {
    return new AwsException("InvalidParameterValueException", message);
  }

  private static AwsException missing(String message) {
    return new AwsException("ResourceNotFoundException", 404, message);
  }
}
