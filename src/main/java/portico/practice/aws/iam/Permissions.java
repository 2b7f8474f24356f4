package portico.practice.aws.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a set of policies comes to: a denial anywhere wins, and without an allowance nothing goes.
 */
public final class Permissions {
  private final List<Policy> policies;

  private Permissions(List<Policy> policies) {
    this.policies = policies;
  }

  /** A decision in IAM's words, with the policy that made it. */
  record Decision(String word, Optional<Policy> policy) {
    boolean allowed() {
      return word.equals("allowed");
    }
  }

  /** The permissions of the simulated user: everything, less what its inline policies deny. */
  public static Permissions ofUser(Map<String, String> inline) {
    List<Policy> policies = new ArrayList<>(List.of(Policy.ADMINISTRATOR));
    inline.forEach((name, document) -> policies.add(Policy.parse(name, document)));
    return new Permissions(policies);
  }

  /** These permissions with further policies. */
  Permissions and(List<Policy> more) {
    List<Policy> all = new ArrayList<>(policies);
    all.addAll(more);
    return new Permissions(all);
  }

  /** What they say about an action, such as {@code ec2:DescribeVpcs}, on a resource. */
  Decision decide(String action, String resource) {
    return first(false, action, resource)
        .map(policy -> new Decision("explicitDeny", Optional.of(policy)))
        .or(
            () ->
                first(true, action, resource)
                    .map(policy -> new Decision("allowed", Optional.of(policy))))
        .orElseGet(() -> new Decision("implicitDeny", Optional.empty()));
  }

  private Optional<Policy> first(boolean allows, String action, String resource) {
    return policies.stream()
        .filter(
            policy ->
                policy.statements().stream()
                    .anyMatch(each -> each.allows() == allows && each.covers(action, resource)))
        .findFirst();
  }

  /**
   * Whether the user may call an operation. The identity can always be asked for, as in AWS; and
   * IAM itself is never denied, so that a denial can be taken back.
   */
  public boolean admit(String service, String action) {
    return service.equals("iam")
        || (service.equals("sts") && action.equals("GetCallerIdentity"))
        || decide(service + ":" + action, "*").allowed();
  }
}
