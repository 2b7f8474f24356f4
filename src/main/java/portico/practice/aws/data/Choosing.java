package portico.practice.aws.data;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import portico.practice.aws.elb.TargetHealth.Verdict;
import portico.practice.aws.state.Action;
import portico.practice.aws.state.WeightedGroup;

/** Chooses the target group and the target for a request. For the event loop alone. */
final class Choosing {
  private final Clock clock;
  private final RandomGenerator random;
  private final Duration second;
  private final Function<Member, Seat> seats;
  private final Map<String, Rotation> rotations = new HashMap<>();
  private final Map<String, Integer> turns = new HashMap<>();

  Choosing(Clock clock, RandomGenerator random, Duration second, Function<Member, Seat> seats) {
    this.clock = clock;
    this.random = random;
    this.second = second;
    this.seats = seats;
  }

  /**
   * A choice.
   *
   * @param cookies {@code Set-Cookie} lines for the answer
   * @param stickAfter what the answer must set for the client to stick: the application's cookie
   */
  record Choice(Pool pool, Member member, List<String> cookies, Optional<AppCookie> stickAfter) {}

  /** The application's cookie that a client sticks by, and for how long. */
  record AppCookie(String name, long seconds) {}

  /** The group for a request and the cookies that keep the client there. */
  record GroupChoice(Pool pool, List<String> cookies) {}

  Optional<GroupChoice> group(
      Action action, String place, Map<String, Pool> pools, List<String> cookies) {
    Instant now = clock.instant();
    Optional<String> sticky =
        action.stickySeconds().flatMap(_ -> Cookies.find(cookies, Cookies.GROUP));
    Optional<WeightedGroup> kept =
        sticky.flatMap(
            value ->
                action.groups().stream()
                    .filter(each -> Cookies.names(value, each.targetGroupArn(), now))
                    .findFirst());
    return kept.or(
            () -> rotations.computeIfAbsent(place, _ -> new Rotation()).next(action.groups()))
        .map(WeightedGroup::targetGroupArn)
        .flatMap(arn -> Optional.ofNullable(pools.get(arn)))
        .map(pool -> new GroupChoice(pool, groupCookies(action, pool.group().arn(), now)));
  }

  private static List<String> groupCookies(Action action, String arn, Instant now) {
    return action
        .stickySeconds()
        .map(seconds -> now.plusSeconds(seconds))
        .map(until -> Cookies.lines(Cookies.GROUP, Cookies.seal(arn, until), until))
        .orElse(List.of());
  }

  /** The target in a group; none if nobody is registered that could be used. */
  Optional<Choice> target(GroupChoice group, List<String> cookies) {
    Pool pool = group.pool();
    List<Member> usable = usable(pool);
    if (usable.isEmpty()) {
      return Optional.empty();
    }
    Values values = pool.values();
    String type =
        values.flag("stickiness.enabled", false)
            ? values.text("stickiness.type", "lb_cookie")
            : "none";
    return Optional.of(
        switch (type) {
          case "lb_cookie" -> byOwnCookie(group, usable, cookies);
          case "app_cookie" -> byApplication(group, usable, cookies);
          default -> new Choice(pool, next(pool, usable), group.cookies(), Optional.empty());
        });
  }

  private Choice byOwnCookie(GroupChoice group, List<Member> usable, List<String> cookies) {
    Instant now = clock.instant();
    Member member =
        Cookies.find(cookies, Cookies.TARGET)
            .flatMap(value -> named(usable, value, now))
            .orElseGet(() -> next(group.pool(), usable));
    long seconds = group.pool().values().number("stickiness.lb_cookie.duration_seconds", 86400);
    Instant until = now.plusSeconds(seconds);
    List<String> lines = new ArrayList<>(group.cookies());
    lines.addAll(Cookies.lines(Cookies.TARGET, Cookies.seal(member.key(), until), until));
    return new Choice(group.pool(), member, lines, Optional.empty());
  }

  private Choice byApplication(GroupChoice group, List<Member> usable, List<String> cookies) {
    Values values = group.pool().values();
    AppCookie application =
        new AppCookie(
            values.text("stickiness.app_cookie.cookie_name", ""),
            values.number("stickiness.app_cookie.duration_seconds", 86400));
    boolean inSession = Cookies.find(cookies, application.name()).isPresent();
    Member member =
        Cookies.find(cookies, Cookies.APPLICATION)
            .filter(_ -> inSession)
            .flatMap(value -> named(usable, value, clock.instant()))
            .orElseGet(() -> next(group.pool(), usable));
    return new Choice(group.pool(), member, group.cookies(), Optional.of(application));
  }

  private static Optional<Member> named(List<Member> usable, String value, Instant now) {
    return usable.stream().filter(each -> Cookies.names(value, each.key(), now)).findFirst();
  }

  /**
   * The healthy targets, or, if none is, all that are registered and could be used: a load balancer
   * without healthy targets fails open (ALB guide, "Health checks for target groups").
   */
  private List<Member> usable(Pool pool) {
    List<Member> good = new ArrayList<>();
    List<Member> rest = new ArrayList<>();
    for (Member each : pool.members()) {
      Verdict verdict = seats.apply(each).verdict(each);
      switch (verdict.state()) {
        case "healthy", "unavailable" -> good.add(each);
        case "unhealthy" -> rest.add(each);
        case "initial" -> {
          if (verdict.equals(Verdict.CHECKING)) {
            rest.add(each);
          }
        }
        default -> {}
      }
    }
    return good.isEmpty() ? rest : good;
  }

  private Member next(Pool pool, List<Member> usable) {
    return switch (pool.values().text("load_balancing.algorithm.type", "round_robin")) {
      case "least_outstanding_requests" -> leastBusy(pool, usable);
      case "weighted_random" -> usable.get(random.nextInt(usable.size()));
      default -> inTurn(pool, usable);
    };
  }

  private Member leastBusy(Pool pool, List<Member> usable) {
    int least = usable.stream().mapToInt(each -> seats.apply(each).outstanding()).min().orElse(0);
    List<Member> idle =
        usable.stream().filter(each -> seats.apply(each).outstanding() == least).toList();
    return idle.get(turn(pool) % idle.size());
  }

  /**
   * Round robin. A target in its slow start is passed over the more often the newer it is, for one
   * that is not: as long as all are new, none is (ALB guide, "Slow start mode").
   */
  private Member inTurn(Pool pool, List<Member> usable) {
    long slowNanos = pool.values().number("slow_start.duration_seconds", 0) * second.toNanos();
    int turn = turn(pool);
    Member chosen = usable.get(turn % usable.size());
    long age = seats.apply(chosen).healthyFor();
    if (age >= slowNanos || random.nextDouble() * slowNanos < age) {
      return chosen;
    }
    List<Member> warm =
        usable.stream().filter(each -> seats.apply(each).healthyFor() >= slowNanos).toList();
    return warm.isEmpty() ? chosen : warm.get(turn % warm.size());
  }

  private int turn(Pool pool) {
    return turns.merge(pool.group().arn(), 1, (old, one) -> (old + one) & Integer.MAX_VALUE) - 1;
  }
}
