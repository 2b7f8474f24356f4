package portico.practice.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddPermissionResponse;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;
import software.amazon.awssdk.services.lambda.model.RemovePermissionRequest;
import software.amazon.awssdk.services.lambda.model.RemovePermissionResponse;

/** Policies of Lambda functions in memory. */
final class FakeLambda implements LambdaClient {
  final List<String> calls = new ArrayList<>();
  private final Map<String, Map<String, String>> policies = new LinkedHashMap<>();

  @Override
  public synchronized AddPermissionResponse addPermission(AddPermissionRequest request) {
    calls.add("AddPermission");
    Map<String, String> policy =
        policies.computeIfAbsent(
            key(request.functionName(), request.qualifier()), _ -> new LinkedHashMap<>());
    if (policy.containsKey(request.statementId())) {
      throw FakeElb.refusal(
          "ResourceConflictException", "The statement id provided already exists.");
    }
    policy.put(
        request.statementId(),
        """
        {"Sid":"%s","Effect":"Allow","Principal":{"Service":"%s"},"Action":"%s",\
        "Resource":"%s","Condition":{"ArnLike":{"AWS:SourceArn":"%s"}}}"""
            .formatted(
                request.statementId(),
                request.principal(),
                request.action(),
                request.functionName(),
                request.sourceArn()));
    return AddPermissionResponse.builder().build();
  }

  @Override
  public synchronized GetPolicyResponse getPolicy(GetPolicyRequest request) {
    Map<String, String> policy =
        policies.getOrDefault(key(request.functionName(), request.qualifier()), Map.of());
    if (policy.isEmpty()) {
      throw FakeElb.refusal(
          "ResourceNotFoundException", "The resource you requested does not exist.");
    }
    return GetPolicyResponse.builder()
        .policy(
            policy.values().stream()
                .collect(
                    Collectors.joining(",", "{\"Version\":\"2012-10-17\",\"Statement\":[", "]}")))
        .build();
  }

  @Override
  public synchronized RemovePermissionResponse removePermission(RemovePermissionRequest request) {
    calls.add("RemovePermission");
    Map<String, String> policy =
        policies.getOrDefault(key(request.functionName(), request.qualifier()), Map.of());
    if (!policy.containsKey(request.statementId())) {
      throw FakeElb.refusal("ResourceNotFoundException", "No such statement.");
    }
    policy.remove(request.statementId());
    return RemovePermissionResponse.builder().build();
  }

  private static String key(String function, @org.jspecify.annotations.Nullable String qualifier) {
    return function + ":" + (qualifier == null ? "" : qualifier);
  }

  @Override
  public String serviceName() {
    return "lambda";
  }

  @Override
  public void close() {}
}
