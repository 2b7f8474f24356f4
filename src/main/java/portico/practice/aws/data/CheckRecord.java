package portico.practice.aws.data;

import portico.practice.aws.elb.TargetHealth.Verdict;
import portico.practice.aws.state.HealthCheck;

/**
 * What the health checks of one target have come to (ALB guide, "Health checks for target groups"):
 * a new target needs one success, one that was unhealthy as many in a row as the healthy threshold,
 * and as many failures in a row as the unhealthy threshold make any target unhealthy.
 */
record CheckRecord(Verdict verdict, int successes, int failures) {
  /** Nothing is known yet. */
  static final CheckRecord NEW = new CheckRecord(Verdict.CHECKING, 0, 0);

  /** The record after one more check, whose outcome is a verdict by itself. */
  CheckRecord after(Verdict outcome, HealthCheck check) {
    if (outcome.healthy()) {
      int row = successes + 1;
      boolean enough = !verdict.state().equals("unhealthy") || row >= check.healthyThreshold();
      return new CheckRecord(enough ? Verdict.HEALTHY : verdict, row, 0);
    }
    int row = failures + 1;
    boolean fallen = verdict.state().equals("unhealthy") || row >= check.unhealthyThreshold();
    return new CheckRecord(fallen ? outcome : verdict, 0, row);
  }
}
