package portico.service;

import static org.assertj.core.api.Assertions.assertThat;
import static portico.testing.Answers.failure;
import static portico.testing.Answers.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.BalancerUse;
import portico.catalog.CatalogFailure;
import portico.catalog.OwnedResource;
import portico.catalog.OwnedResource.Kind;
import portico.catalog.Removal.Kept;
import portico.catalog.Removal.Reason;
import portico.catalog.RemovalControl;
import portico.environment.EnvironmentState;
import portico.operation.OperationKind;
import portico.testing.FakeCatalogs;
import portico.testing.FakeServices;
import portico.testing.LeftoverSamples;
import portico.testing.Samples;

class SweepingTest {
  private static final String REGION = "us-west-2";
  private static final String MINE = FakeServices.INSTALLATION;

  @TempDir private Path home;
  private final FakeServices fakes = new FakeServices();
  private final List<OwnedResource> told = new ArrayList<>();
  private final RemovalControl control = new RemovalControl();

  @BeforeEach
  void open() {
    fakes.home = home;
  }

  private Sweeping sweeping() {
    return new Sweeping(fakes.services(), InstantSource.fixed(Samples.NOW));
  }

  private Findings look() {
    return value(sweeping().look(Samples.PRACTICE, REGION));
  }

  private Sweeping.Swept sweep(Leftover leftover, boolean withLogs) {
    return sweeping().sweep(Samples.PRACTICE, REGION, leftover, withLogs, control, told::add);
  }

  @Test
  void what_no_environment_knows_is_grouped_by_environment_and_installation() {
    LeftoverSamples.stand(fakes.leftovers, "old", MINE);
    LeftoverSamples.stand(fakes.leftovers, "old", "ffffffffffff");
    LeftoverSamples.stand(fakes.leftovers, "another", MINE);
    fakes.leftovers.uses.put(
        LeftoverSamples.balancer("old", "ffffffffffff").id(), new BalancerUse(false, 2));

    Findings found = look();

    assertThat(found.here()).extracting(Leftover::environment).containsExactly("another", "old");
    assertThat(found.elsewhere())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.installation()).isEqualTo("ffffffffffff");
              assertThat(each.here()).isFalse();
              assertThat(each.resources()).hasSize(4);
              assertThat(each.since()).contains(LeftoverSamples.MADE);
              assertThat(each.use()).contains(new BalancerUse(false, 2));
            });
    assertThat(fakes.leftovers.opened)
        .containsExactly(new FakeCatalogs.Opened(Samples.PRACTICE, REGION));
  }

  @Test
  void what_carries_only_one_of_the_tags_is_left_out() {
    fakes.leftovers.standing.add(
        LeftoverSamples.marked(
            new OwnedResource(Kind.SECURITY_GROUP, "sg-1", "copied"),
            Map.of("portico:environment", "old")));

    assertThat(look().isEmpty()).isTrue();
  }

  @Test
  void environments_that_this_home_knows_are_left_out_but_not_those_of_others() {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    LeftoverSamples.stand(fakes.leftovers, "llama-staging", MINE);
    LeftoverSamples.stand(fakes.leftovers, "llama-staging", "ffffffffffff");

    Findings found = look();

    assertThat(found.here()).isEmpty();
    assertThat(found.known()).containsExactly("llama-staging");
    assertThat(found.elsewhere()).hasSize(1);
  }

  @Test
  void of_an_environment_that_stands_in_another_region_what_is_here_is_left_over() {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    LeftoverSamples.stand(fakes.leftovers, "llama-staging", MINE);

    Findings elsewhere = value(sweeping().look(Samples.PRACTICE, "eu-central-1"));
    assertThat(elsewhere.here()).hasSize(1);

    fakes.environments.put(
        Samples.inState(
            "llama-staging",
            Samples.PRACTICE,
            new EnvironmentState.Working(Samples.id(3), OperationKind.DEPLOY)));
    assertThat(value(sweeping().look(Samples.PRACTICE, "eu-central-1")).known())
        .as("an operation that is at work may be recording it")
        .containsExactly("llama-staging");
  }

  @Test
  void what_is_removed_is_told_and_written_down() throws IOException {
    LeftoverSamples.stand(fakes.leftovers, "old", MINE);

    Sweeping.Swept swept = sweep(look().here().getFirst(), false);

    assertThat(swept.removal().isComplete()).isTrue();
    assertThat(swept.removal().removed()).hasSize(4).isEqualTo(told);
    assertThat(swept.notLogged()).isEmpty();
    assertThat(fakes.leftovers.standing).isEmpty();
    assertThat(fakes.leftovers.terms)
        .singleElement()
        .satisfies(
            terms -> {
              assertThat(terms.limit()).isEqualTo(Duration.ofMinutes(12));
              assertThat(terms.withLogs()).isFalse();
            });
    assertThat(Files.readAllLines(home.resolve("sweeps.log")))
        .hasSize(4)
        .first()
        .isEqualTo(
            Samples.NOW
                + "\tpractice\tus-west-2\told\t"
                + MINE
                + "\tremoved\tLOAD_BALANCER\told\t"
                + LeftoverSamples.balancer("old", MINE).id());
  }

  @Test
  void a_log_that_cannot_be_written_is_told() {
    fakes.home = home.resolve("gone");
    LeftoverSamples.stand(fakes.leftovers, "old", MINE);

    Sweeping.Swept swept = sweep(look().here().getFirst(), true);

    assertThat(swept.removal().isComplete()).isTrue();
    assertThat(swept.notLogged()).hasValueSatisfying(why -> assertThat(why).contains("sweeps.log"));
    assertThat(fakes.leftovers.terms.getFirst().withLogs()).isTrue();
  }

  @Test
  void of_a_protected_load_balancer_nothing_is_touched() {
    LeftoverSamples.stand(fakes.leftovers, "old", MINE);
    fakes.leftovers.uses.put(LeftoverSamples.balancer("old", MINE).id(), new BalancerUse(true, 0));

    Sweeping.Swept swept = sweep(look().here().getFirst(), true);

    assertThat(swept.removal().removed()).isEmpty();
    assertThat(swept.removal().kept())
        .hasSize(4)
        .extracting(Kept::reason)
        .containsOnly(new Reason.DeletionProtected("old"));
    assertThat(fakes.leftovers.terms).isEmpty();
  }

  @Test
  void what_a_deploy_has_taken_up_since_is_not_touched() {
    LeftoverSamples.stand(fakes.leftovers, "llama-staging", MINE);
    Leftover leftover = look().here().getFirst();
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));

    assertThat(sweep(leftover, true).removal().kept())
        .extracting(Kept::reason)
        .containsOnly(new Reason.EnvironmentKnown("llama-staging"));
    assertThat(fakes.leftovers.standing).hasSize(4);
  }

  @Test
  void a_stop_leaves_the_rest() {
    LeftoverSamples.stand(fakes.leftovers, "old", MINE);
    Leftover leftover = look().here().getFirst();
    fakes.leftovers.beforeEach =
        () -> {
          if (told.size() == 2) {
            control.stop();
          }
        };

    Sweeping.Swept swept = sweep(leftover, true);

    assertThat(swept.removal().removed()).hasSize(2).isEqualTo(told);
    assertThat(swept.removal().kept())
        .extracting(Kept::reason)
        .containsOnly(new Reason.Stopped())
        .hasSize(2);
  }

  @Test
  void an_account_that_cannot_be_read_is_told_and_buckets_alone_spoil_nothing() {
    CatalogFailure denied = new CatalogFailure.AccessDenied("s3:ListAllMyBuckets", "no");
    LeftoverSamples.stand(fakes.leftovers, "old", MINE);
    fakes.leftovers.bucketsUnknown = Optional.of(denied);
    assertThat(look().bucketsUnknown()).contains(denied);
    assertThat(look().here()).hasSize(1);

    fakes.leftovers.failure = Optional.of(denied);
    assertThat(failure(sweeping().look(Samples.PRACTICE, REGION))).isEqualTo(denied);
  }
}
