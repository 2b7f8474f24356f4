package portico.operation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import portico.catalog.CloudAccount;

/**
 * How long operations like one have taken.
 *
 * @param median half of them were faster
 * @param longest of them
 * @param runs how many there were, at least 1
 */
public record UsualDuration(Duration median, Duration longest, int runs) {
  /** From more the newest are taken: accounts and machines change. */
  private static final int NEWEST = 15;

  /**
   * From those of the same kind that succeeded, in any environment. Practice and AWS are told
   * apart, and so is a first deployment from a change of what stands, which makes no load balancer.
   *
   * @param past of any kind and environment, in any order; may hold the wanted one
   * @return empty when there was none like it
   */
  public static Optional<UsualDuration> of(List<OperationRecord> past, OperationRequest wanted) {
    boolean stands = stands(past, wanted);
    List<Duration> took =
        past.stream()
            .filter(each -> each.request().id().compareTo(wanted.id()) < 0)
            .filter(each -> isLike(each.request(), wanted))
            .filter(
                each ->
                    wanted.kind() != OperationKind.DEPLOY || stands(past, each.request()) == stands)
            .sorted(Comparator.comparing((OperationRecord each) -> each.request().id()).reversed())
            .flatMap(each -> took(each.status()).stream())
            .limit(NEWEST)
            .sorted()
            .toList();
    return took.isEmpty()
        ? Optional.empty()
        : Optional.of(new UsualDuration(took.get(took.size() / 2), took.getLast(), took.size()));
  }

  /** What of the median is left after that time; empty when it is over. */
  public Optional<Duration> left(Duration elapsed) {
    return Optional.of(median.minus(elapsed)).filter(Duration::isPositive);
  }

  private static boolean isLike(OperationRequest one, OperationRequest other) {
    return one.kind() == other.kind()
        && one.account() instanceof CloudAccount.Practice
            == other.account() instanceof CloudAccount.Practice;
  }

  /** Whether the environment stood when that was asked for, as far as the list tells. */
  private static boolean stands(List<OperationRecord> past, OperationRequest request) {
    return past.stream()
        .filter(each -> each.request().environment().equals(request.environment()))
        .filter(each -> each.request().id().compareTo(request.id()) < 0)
        .filter(
            each ->
                each.request().kind() == OperationKind.DEPLOY
                    || each.request().kind() == OperationKind.DESTROY)
        .filter(each -> took(each.status()).isPresent())
        .max(Comparator.comparing(each -> each.request().id()))
        .filter(each -> each.request().kind() == OperationKind.DEPLOY)
        .isPresent();
  }

  private static Optional<Duration> took(OperationStatus status) {
    return status instanceof OperationStatus.Finished(var result)
            && result.outcome() instanceof Outcome.Succeeded
        ? Optional.of(Duration.between(result.startedAt(), result.finishedAt()))
        : Optional.empty();
  }
}
