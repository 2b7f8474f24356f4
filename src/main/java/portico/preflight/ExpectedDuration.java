package portico.preflight;

import java.time.Duration;
import java.util.List;
import portico.catalog.CloudAccount;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.OperationStatus;
import portico.operation.Outcome;

/** How long a deployment is going to take, as far as those before it tell. */
public final class ExpectedDuration {
  /** AWS makes a load balancer in two to four minutes. */
  static final Duration LIVE = Duration.ofMinutes(5);

  static final Duration PRACTICE = Duration.ofMinutes(1);

  private ExpectedDuration() {}

  /**
   * The median of the deployments that succeeded; practice and AWS are told apart.
   *
   * @param past operations of any kind and environment
   */
  public static Duration of(List<OperationRecord> past, CloudAccount account) {
    boolean practice = isPractice(account);
    List<Duration> took =
        past.stream()
            .filter(each -> each.request().kind() == OperationKind.DEPLOY)
            .filter(each -> isPractice(each.request().account()) == practice)
            .flatMap(each -> took(each.status()).stream())
            .sorted()
            .toList();
    if (took.isEmpty()) {
      return practice ? PRACTICE : LIVE;
    }
    return took.get(took.size() / 2);
  }

  private static boolean isPractice(CloudAccount account) {
    return account instanceof CloudAccount.Practice;
  }

  private static List<Duration> took(OperationStatus status) {
    return status instanceof OperationStatus.Finished(var result)
            && result.outcome() instanceof Outcome.Succeeded
        ? List.of(Duration.between(result.startedAt(), result.finishedAt()))
        : List.of();
  }
}
