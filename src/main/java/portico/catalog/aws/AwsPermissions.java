package portico.catalog.aws;

import static portico.catalog.aws.AwsService.IAM;
import static portico.catalog.aws.AwsService.STS;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portico.catalog.Decision;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/** What the credentials allow, and until when. */
final class AwsPermissions {
  /** API_SimulatePrincipalPolicy takes the role, not its session. */
  private static final Pattern SESSION =
      Pattern.compile("arn:([^:]+):sts::(\\d{12}):assumed-role/([^/]+)/.+");

  private static final Pattern ROOT = Pattern.compile("arn:[^:]+:iam::\\d{12}:root");

  private final AwsClients clients;

  AwsPermissions(AwsClients clients) {
    this.clients = clients;
  }

  List<Decision> decisions(AwsCall call, List<String> actions) {
    String caller =
        call.of(STS, "GetCallerIdentity", () -> clients.sts().getCallerIdentity()).arn();
    // The root user may do everything, and the simulator refuses to be asked about it.
    if (ROOT.matcher(caller).matches()) {
      return actions.stream().map(action -> new Decision(action, true)).toList();
    }
    String principal = principal(call, caller);
    Map<String, Boolean> allowed = new HashMap<>();
    call.of(
        IAM,
        "SimulatePrincipalPolicy",
        () -> {
          clients
              .iam()
              .simulatePrincipalPolicyPaginator(
                  request -> request.policySourceArn(principal).actionNames(actions))
              .evaluationResults()
              .forEach(result -> allowed.put(result.evalActionName(), isAllowed(result)));
          return allowed;
        });
    return actions.stream()
        .map(action -> new Decision(action, allowed.getOrDefault(action, false)))
        .toList();
  }

  private static boolean isAllowed(EvaluationResult result) {
    return result.evalDecision() == PolicyEvaluationDecisionType.ALLOWED;
  }

  /** A session's ARN lacks the path of its role, so the role is asked for its own. */
  private String principal(AwsCall call, String caller) {
    Matcher session = SESSION.matcher(caller);
    return session.matches()
        ? call.of(
                IAM,
                "GetRole",
                () -> clients.iam().getRole(role -> role.roleName(session.group(3))))
            .role()
            .arn()
        : caller;
  }

  Optional<Instant> expiry() {
    return clients.credentials().resolveCredentials().expirationTime();
  }
}
