package portico.practice.aws.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import portico.practice.aws.elb.TargetHealth;
import portico.practice.aws.elb.TargetHealth.Verdict;
import portico.practice.aws.state.Action;
import portico.practice.aws.state.HealthCheck;
import portico.practice.aws.state.Observations;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.Target;
import portico.practice.aws.state.TargetGroup;
import portico.practice.aws.state.WeightedGroup;

/** The algorithms and the stickiness of target groups, by a clock and dice of the test. */
class ChoosingTest {
  private static final int REQUESTS = 4_000;
  private static final HealthCheck CHECK =
      new HealthCheck(true, "HTTP", "traffic-port", "/", 30, 5, 2, 2, "200");
  private static final Map<String, String> SLOW_START = Map.of("slow_start.duration_seconds", "60");

  private final Map<String, Seat> seats = new HashMap<>();
  private Instant time = Instant.parse("2026-11-20T10:00:00Z");
  private long nanos = 1_000;
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return time;
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }
      };
  private final Choosing choosing =
      new Choosing(clock, new Random(7), Duration.ofSeconds(1), this::seat);

  private Seat seat(Member member) {
    return seats.computeIfAbsent(member.key(), _ -> new Seat(() -> nanos));
  }

  private void pass(Duration while_) {
    time = time.plus(while_);
    nanos += while_.toNanos();
  }

  private static Pool pool(String arn, Map<String, String> attributes, String... ids) {
    TargetGroup group =
        new TargetGroup(
            arn,
            arn,
            "ip",
            "HTTP",
            "HTTP1",
            8000,
            "vpc",
            "ipv4",
            Optional.empty(),
            CHECK,
            attributes,
            List.of(),
            Map.of());
    TargetHealth health =
        new TargetHealth(
            RegionState.empty("us-west-2", List.of()), group, Instant.EPOCH, Observations.none());
    List<Member> members = List.of(ids).stream().map(id -> member(arn, id)).toList();
    return new Pool(group, health, members);
  }

  private static Member member(String arn, String id) {
    Target target = new Target(id, 8000, Optional.empty(), Instant.EPOCH, Optional.empty());
    return new Member(arn, target, Optional.empty(), Optional.empty(), true, 8000);
  }

  /** Its health check succeeds for the first time. */
  private void healthy(Pool pool, String id) {
    assertThat(seat(member(pool.group().arn(), id)).take(Verdict.HEALTHY, CHECK)).isTrue();
  }

  private String target(Pool pool) {
    return choosing
        .target(new Choosing.GroupChoice(pool, List.of()), List.of())
        .orElseThrow()
        .member()
        .target()
        .id();
  }

  private double share(Pool pool, String id) {
    long hits = IntStream.range(0, REQUESTS).filter(_ -> target(pool).equals(id)).count();
    return (double) hits / REQUESTS;
  }

  @Test
  void the_share_of_a_new_target_rises_linearly_in_its_slow_start() {
    Pool pool = pool("slow", SLOW_START, "old", "new");
    healthy(pool, "old");
    pass(Duration.ofSeconds(60));
    healthy(pool, "new");

    assertThat(share(pool, "new")).isZero();
    pass(Duration.ofSeconds(6));
    assertThat(share(pool, "new")).isCloseTo(0.05, within(0.02));
    pass(Duration.ofSeconds(24));
    assertThat(share(pool, "new")).isCloseTo(0.25, within(0.03));
    pass(Duration.ofSeconds(30));
    assertThat(share(pool, "new")).isEqualTo(0.5);
  }

  @Test
  void what_a_new_target_does_not_get_is_shared_among_the_others() {
    Pool pool = pool("slow", SLOW_START, "one", "two", "new");
    healthy(pool, "one");
    healthy(pool, "two");
    pass(Duration.ofSeconds(60));
    healthy(pool, "new");

    assertThat(share(pool, "one")).isCloseTo(0.5, within(0.2));
    assertThat(share(pool, "two")).isCloseTo(0.5, within(0.2));
  }

  @Test
  void targets_that_are_all_new_do_not_start_slowly() {
    Pool pool = pool("slow", SLOW_START, "one", "two");
    healthy(pool, "one");
    pass(Duration.ofSeconds(1));
    healthy(pool, "two");

    assertThat(share(pool, "two")).isEqualTo(0.5);
  }

  @Test
  void weighted_random_gives_each_target_the_same_chance_and_no_turns() {
    Pool pool =
        pool("random", Map.of("load_balancing.algorithm.type", "weighted_random"), "a", "b", "c");
    for (String id : List.of("a", "b", "c")) {
      healthy(pool, id);
    }
    List<String> answers = IntStream.range(0, REQUESTS).mapToObj(_ -> target(pool)).toList();

    assertThat(answers.stream().filter("a"::equals).count())
        .isCloseTo(REQUESTS / 3, within(REQUESTS / 20L));
    assertThat(answers.stream().filter("c"::equals).count())
        .isCloseTo(REQUESTS / 3, within(REQUESTS / 20L));
    assertThat(
            IntStream.range(1, REQUESTS)
                .filter(i -> answers.get(i).equals(answers.get(i - 1)))
                .count())
        .as("one request in three goes where the one before it went")
        .isCloseTo(REQUESTS / 3, within(REQUESTS / 20L));
  }

  private static Action sticky(int seconds) {
    return new Action(
        "forward",
        Optional.empty(),
        List.of(new WeightedGroup("blue", 1), new WeightedGroup("green", 1)),
        Optional.of(seconds),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void the_cookie_of_a_group_is_good_for_its_time() {
    Map<String, Pool> pools =
        Map.of("blue", pool("blue", Map.of(), "b"), "green", pool("green", Map.of(), "g"));
    var first = choosing.group(sticky(30), "rule", pools, List.of()).orElseThrow();
    String group = first.pool().group().arn();
    List<String> cookie = List.of(first.cookies().getFirst().split(";")[0]);
    assertThat(cookie.getFirst()).startsWith("AWSALBTG=");

    pass(Duration.ofSeconds(29));
    assertThat(IntStream.range(0, 6).mapToObj(_ -> group(pools, cookie))).containsOnly(group);
    pass(Duration.ofSeconds(1));
    assertThat(IntStream.range(0, 6).mapToObj(_ -> group(pools, cookie))).contains("blue", "green");
  }

  private String group(Map<String, Pool> pools, List<String> cookies) {
    return choosing.group(sticky(30), "rule", pools, cookies).orElseThrow().pool().group().arn();
  }
}
