package portico.practice.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policy of a Lambda function, in the form in which AWS answers it (API_GetPolicy): a JSON
 * document with one statement for each permission.
 */
final class FunctionPolicy {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private FunctionPolicy() {}

  /** The properties that a permission's statement says; empty when there is no such statement. */
  static Optional<PropertyMap> statement(String policy, String id) {
    for (JsonNode statement : statements(policy)) {
      if (statement.path("Sid").asString("").equals(id)) {
        return Optional.of(properties(statement));
      }
    }
    return Optional.empty();
  }

  private static List<JsonNode> statements(String policy) {
    List<JsonNode> statements = new ArrayList<>();
    try {
      JsonNode all = JSON.readTree(policy).path("Statement");
      if (all.isArray()) {
        all.forEach(statements::add);
      } else {
        statements.add(all);
      }
    } catch (JacksonException other) {
      throw new Refusal(
          Refusal.Why.FAILED, "the function's policy is no JSON: " + other.getOriginalMessage());
    }
    return statements;
  }

  private static PropertyMap properties(JsonNode statement) {
    PropertyMap found = PropertyMap.EMPTY;
    JsonNode principal = statement.path("Principal");
    JsonNode condition = statement.path("Condition");
    found = with(found, "statementId", statement.path("Sid"));
    found = with(found, "action", statement.path("Action"));
    found = with(found, "principal", principal);
    found = with(found, "principal", principal.path("Service"));
    found = with(found, "principal", principal.path("AWS"));
    found = with(found, "sourceArn", condition.path("ArnLike").path("AWS:SourceArn"));
    JsonNode equal = condition.path("StringEquals");
    found = with(found, "sourceAccount", equal.path("AWS:SourceAccount"));
    found = with(found, "principalOrgId", equal.path("aws:PrincipalOrgID"));
    found = with(found, "eventSourceToken", equal.path("lambda:EventSourceToken"));
    return with(found, "functionUrlAuthType", equal.path("lambda:FunctionUrlAuthType"));
  }

  private static PropertyMap with(PropertyMap map, String name, JsonNode value) {
    return value.isString() ? map.with(name, PropertyValue.of(value.stringValue())) : map;
  }
}
