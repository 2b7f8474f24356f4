package portico.practice.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;

/**
 * A statement of a Lambda function's policy. Its id is the statement's. Statements carry no tags:
 * one that says exactly the same, with its source, is taken to be our own.
 */
final class LambdaPermissionType implements ResourceKind {
  private static final String TOKEN = "aws:lambda/permission:Permission";
  private static final String FUNCTION = "function";
  private static final String STATEMENT = "statementId";
  private static final String PREFIX = "statementIdPrefix";
  private static final String QUALIFIER = "qualifier";
  private static final Set<String> ABSENT = Set.of("ResourceNotFoundException");
  private static final List<String> SAID =
      List.of("action", "principal", "sourceArn", "sourceAccount");

  /** Inputs and ranges: API_AddPermission. */
  private static final Schema SCHEMA =
      Schema.of(
          Property.text("action")
              .required()
              .replaces()
              .rule(ValueRule.matches("(lambda:[*]|lambda:[a-zA-Z]+|[*])", "must be lambda:...")),
          Property.text(FUNCTION).required().replaces().rule(ValueRule.length(1, 170)),
          Property.text("principal").required().replaces(),
          Property.text(STATEMENT)
              .computed()
              .replaces()
              .rule(
                  ValueRule.matches(
                      "[a-zA-Z0-9_-]{1,100}",
                      "must be up to 100 letters, digits, hyphens and underscores")),
          Property.text(PREFIX).computed().local().replaces(),
          Property.text(QUALIFIER).replaces().rule(ValueRule.length(1, 128)),
          Property.text("sourceArn").replaces().rule(ValueRule.arn()),
          Property.text("sourceAccount").replaces(),
          Property.text("principalOrgId").replaces(),
          Property.text("eventSourceToken").replaces(),
          Property.text("functionUrlAuthType").replaces().rule(ValueRule.oneOf("AWS_IAM", "NONE")));

  @Override
  public String token() {
    return TOKEN;
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public PropertyMap complete(PropertyMap inputs, Naming naming, Checker checker) {
    if (inputs.get(STATEMENT).isEmpty()) {
      checker.fail(STATEMENT, "is required: this provider makes up no statement ids");
    }
    return inputs;
  }

  @Override
  public String allocate(PropertyMap inputs, Call call) {
    String id = inputs.text(STATEMENT).orElseThrow();
    return new Taken<PropertyMap>(
            () -> standing(id, inputs, call),
            found -> adopted(id, found, inputs, call),
            "ResourceConflictException")
        .madeOrTaken(
            () -> {
              CallFailed.call(
                  "AddPermission", () -> call.lambda().addPermission(creation(id, inputs)));
              return id;
            });
  }

  @Override
  public Optional<Snapshot> read(String id, PropertyMap hint, Call call) {
    return standing(id, hint, call)
        .map(
            found -> {
              PropertyMap state =
                  found.with(FUNCTION, PropertyValue.of(hint.text(FUNCTION).orElseThrow()));
              return new Snapshot(
                  id, hint.get(QUALIFIER).map(each -> state.with(QUALIFIER, each)).orElse(state));
            });
  }

  @Override
  public void delete(String id, PropertyMap state, Call call) {
    CallFailed.find(
        "RemovePermission",
        ABSENT,
        () ->
            call.lambda()
                .removePermission(
                    request -> {
                      request.functionName(state.text(FUNCTION).orElseThrow()).statementId(id);
                      state.text(QUALIFIER).ifPresent(request::qualifier);
                    }));
  }

  /** A function's policy has each statement id once. */
  @Override
  public boolean collides(PropertyMap state, PropertyMap inputs) {
    return List.of(FUNCTION, STATEMENT, QUALIFIER).stream()
        .allMatch(name -> state.get(name).equals(inputs.get(name)));
  }

  private static AddPermissionRequest creation(String id, PropertyMap inputs) {
    AddPermissionRequest.Builder request = AddPermissionRequest.builder().statementId(id);
    Map.<String, java.util.function.Consumer<String>>of(
            FUNCTION,
            request::functionName,
            QUALIFIER,
            request::qualifier,
            "action",
            request::action,
            "principal",
            request::principal,
            "sourceArn",
            request::sourceArn,
            "sourceAccount",
            request::sourceAccount,
            "principalOrgId",
            request::principalOrgID,
            "eventSourceToken",
            request::eventSourceToken,
            "functionUrlAuthType",
            request::functionUrlAuthType)
        .forEach((name, setter) -> inputs.text(name).ifPresent(setter));
    return request.build();
  }

  private static String adopted(String id, PropertyMap found, PropertyMap inputs, Call call) {
    boolean same =
        inputs.get("sourceArn").isPresent()
            && SAID.stream().allMatch(name -> found.get(name).equals(inputs.get(name)));
    call.adopt("a permission %s of the function".formatted(id), id, same);
    return id;
  }

  private static Optional<PropertyMap> standing(String id, PropertyMap known, Call call) {
    String function =
        known
            .text(FUNCTION)
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.Why.FAILED, "a permission is only known with its function: " + id));
    return CallFailed.find(
            "GetPolicy",
            ABSENT,
            () ->
                call.lambda()
                    .getPolicy(
                        request -> {
                          request.functionName(function);
                          known.text(QUALIFIER).ifPresent(request::qualifier);
                        }))
        .map(GetPolicyResponse::policy)
        .flatMap(policy -> FunctionPolicy.statement(policy, id));
  }
}
