package portico.practice.aws.data;

import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import portico.practice.aws.elb.TargetHealth.Verdict;
import portico.practice.aws.state.HealthCheck;
import portico.practice.aws.state.Observations.Observed;

/** Has every target that needs it checked at the interval of its group. */
final class CheckRounds {
  private final Vertx vertx;
  private final Checks checks;
  private final DataPlaneSettings settings;

  CheckRounds(Vertx vertx, Checks checks, DataPlaneSettings settings) {
    this.vertx = vertx;
    this.checks = checks;
    this.settings = settings;
  }

  /** Begins, goes on or stops checking a target, as its health is to be told by checks or not. */
  void follow(Pool pool, Member member, Seat seat, Runnable changed) {
    if (member.settled().isPresent()) {
      stop(seat);
      seat.reset();
      return;
    }
    HealthCheck check = pool.group().healthCheck();
    List<Object> by = List.of(check, pool.version(), member.checkPort(), member.instance());
    if (by.equals(seat.checkedBy)) {
      return;
    }
    stop(seat);
    seat.checkedBy = by;
    long interval = Math.max(1, check.interval() * settings.second().toMillis());
    seat.timer =
        OptionalLong.of(
            vertx.setPeriodic(
                first(pool, member), interval, _ -> once(pool, member, seat, by, changed)));
  }

  /** Soon, but not all targets of a large group in the same millisecond. */
  private static long first(Pool pool, Member member) {
    return 1L + Math.floorMod(member.key().hashCode(), Math.clamp(pool.members().size(), 1, 1000));
  }

  private void once(Pool pool, Member member, Seat seat, List<Object> by, Runnable changed) {
    checks
        .check(pool, member)
        .onSuccess(
            outcome -> {
              // What was found by a configuration that has changed since is old news.
              if (by.equals(seat.checkedBy) && seat.take(outcome, pool.group().healthCheck())) {
                changed.run();
              }
            });
  }

  void stop(Seat seat) {
    seat.timer.ifPresent(vertx::cancelTimer);
    seat.timer = OptionalLong.empty();
    seat.checkedBy = List.of();
  }

  /** How the targets are whose health is told by checks, by group and name. */
  Map<String, Map<String, Observed>> report(Map<String, Pool> pools, Function<Member, Seat> seats) {
    Map<String, Map<String, Observed>> report = new HashMap<>();
    for (Pool pool : pools.values()) {
      Map<String, Observed> group = new HashMap<>();
      for (Member member : pool.members()) {
        if (member.settled().isEmpty()) {
          Verdict verdict = seats.apply(member).verdict(member);
          group.put(
              member.name(),
              new Observed(verdict.state(), verdict.reason(), verdict.description()));
        }
      }
      if (!group.isEmpty()) {
        report.put(pool.group().arn(), group);
      }
    }
    return report;
  }
}
