package portico.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.BalancerUse;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.Removal.Reason;
import portico.testing.FakeCatalogs;
import portico.testing.FakeLeftovers;
import portico.testing.FakeServices;
import portico.testing.LeftoverSamples;
import portico.testing.Samples;

class SweepTest {
  private static final String MINE = FakeServices.INSTALLATION;
  private static final String OTHER = "ffffffffffff";

  @TempDir private Path home;
  private final CliRun cli = new CliRun();
  private final FakeLeftovers account = cli.fakes.leftovers;

  @BeforeEach
  void stand() {
    LeftoverSamples.stand(account, "old", MINE);
    LeftoverSamples.stand(account, "older", MINE);
    LeftoverSamples.stand(account, "old", OTHER);
  }

  private int sweep(String... args) {
    String[] all = new String[args.length + 4];
    all[0] = "sweep";
    all[1] = "--practice";
    all[2] = "--home";
    all[3] = home.toString();
    System.arraycopy(args, 0, all, 4, args.length);
    return cli.run(all);
  }

  @Test
  void a_dry_run_lists_what_is_left_and_changes_nothing() {
    cli.fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    LeftoverSamples.stand(account, "llama-staging", MINE);
    account.uses.put(LeftoverSamples.balancer("old", OTHER).id(), new BalancerUse(true, 2));

    assertThat(sweep("--dry-run", "--region", "eu-west-1")).isZero();
    assertThat(cli.out()).contains("Left by this home folder");

    assertThat(sweep("--dry-run")).isZero();

    assertThat(account.standing).hasSize(16);
    assertThat(account.opened)
        .contains(new FakeCatalogs.Opened(new CloudAccount.Practice(), "eu-west-1"));
    assertThat(cli.out())
        .containsPattern("older +0123456789ab +\\S+Z +0 +no +1 load balancer, 1 target group")
        .containsPattern("old +ffffffffffff +\\S+Z +2 +yes +1 load balancer")
        .contains("Left out, since this home folder knows them: llama-staging.")
        .contains("may be using it");
  }

  @Test
  void with_yes_all_of_this_home_folder_goes_and_nothing_of_others() {
    assertThat(sweep("--yes", "--json")).isZero();

    assertThat(account.standing).hasSize(4).allMatch(each -> each.tags().containsValue(OTHER));
    assertThat(cli.json().at("/outcome").asString()).isEqualTo("succeeded");
    assertThat(cli.json().at("/region").asString()).isEqualTo("us-west-2");
    assertThat(cli.json().at("/account/kind").asString()).isEqualTo("practice");
    assertThat(cli.json().at("/leftovers")).hasSize(3);
    assertThat(cli.json().at("/leftovers/0/removed")).hasSize(4);
    assertThat(cli.json().at("/leftovers/0/removed/0/kind").asString()).isEqualTo("load_balancer");
    assertThat(cli.json().at("/leftovers/2/this_installation").asBoolean()).isFalse();
    assertThat(cli.json().at("/leftovers/2").has("removed")).isFalse();
    assertThat(cli.err())
        .contains("removed: Load balancer old", "removed: Log bucket old-logs-0123456");
    assertThat(account.terms).allMatch(terms -> !terms.withLogs());
    assertThat(home.resolve("sweeps.log")).exists();
  }

  @Test
  void each_environment_goes_by_its_name_and_the_others_stay() {
    cli.interactive = true;
    cli.input = "\nolder\n";

    assertThat(sweep("--logs")).isZero();

    assertThat(account.standing).hasSize(8).allMatch(each -> each.tags().containsValue("old"));
    assertThat(cli.out()).contains("What was left of older is removed: 4 resources.");
    assertThat(account.terms).allMatch(terms -> terms.withLogs());
  }

  @Test
  void without_a_name_typed_nothing_goes() {
    cli.interactive = true;
    cli.input = "yes\ny\n";

    assertThat(sweep()).isEqualTo(130);

    assertThat(account.standing).hasSize(12);
    assertThat(cli.err()).contains("Not confirmed.");
  }

  @Test
  void without_a_terminal_yes_is_needed() {
    assertThat(sweep()).isEqualTo(2);

    assertThat(account.standing).hasSize(12);
    assertThat(cli.err()).contains("Add --yes");
  }

  @Test
  void what_others_made_goes_only_when_named_exactly_and_after_a_warning() {
    assertThat(sweep("--environment", "old", "--installation", OTHER, "--yes")).isZero();

    assertThat(account.standing).hasSize(8).noneMatch(each -> each.tags().containsValue(OTHER));
    assertThat(cli.err()).contains("somebody may be using it right now");
  }

  @Test
  void names_that_fit_nothing_are_told() {
    LeftoverSamples.stand(account, "theirs", OTHER);

    assertThat(sweep("--environment", "theirs", "--yes")).isEqualTo(2);
    assertThat(cli.err()).contains("name that with --installation");
    assertThat(sweep("--environment", "never", "--yes")).isEqualTo(2);
    assertThat(cli.err()).contains("Nothing is left of such an environment never.");
    assertThat(sweep("--environment", "older", "--installation", OTHER, "--yes")).isEqualTo(2);
    assertThat(sweep("--installation", OTHER, "--yes")).isEqualTo(2);
    assertThat(cli.err()).contains("--installation needs --environment");
    assertThat(account.standing).hasSize(16);
  }

  @Test
  void what_is_kept_is_told_with_its_reason_and_the_next_step() {
    account.keeps.put(LeftoverSamples.bucket("old", MINE), new Reason.HoldsLogs());
    account.uses.put(LeftoverSamples.balancer("older", MINE).id(), new BalancerUse(true, 0));

    assertThat(sweep("--yes", "--json")).isEqualTo(1);

    assertThat(cli.json().at("/outcome").asString()).isEqualTo("failed");
    assertThat(cli.json().at("/leftovers/0/kept/0/reason").asString()).isEqualTo("holds_logs");
    assertThat(cli.json().at("/leftovers/1/kept")).hasSize(4);
    assertThat(cli.json().at("/leftovers/1/kept/0/reason").asString())
        .isEqualTo("deletion_protected");
    assertThat(cli.err())
        .contains("Kept: Log bucket old-logs-0123456. The bucket holds logs")
        .contains("switch deletion protection off");
    assertThat(account.standing).hasSize(1 + 4 + 4);
  }

  @Test
  void ctrl_c_stops_between_two_requests_and_tells_what_is_gone() {
    account.beforeEach =
        () -> {
          if (account.standing.size() == 10) {
            cli.interrupts.press();
          }
        };

    assertThat(sweep("--yes", "--json")).isEqualTo(130);

    assertThat(cli.err()).contains("Stopping", "removed: Target group old");
    assertThat(cli.json().at("/outcome").asString()).isEqualTo("cancelled");
    assertThat(cli.json().at("/leftovers/0/removed")).hasSize(2);
    assertThat(cli.json().at("/leftovers/0/kept/0/reason").asString()).isEqualTo("stopped");
    assertThat(cli.json().at("/leftovers/1/kept")).hasSize(4);
    assertThat(cli.interrupts.isWatched()).isFalse();
  }

  @Test
  void an_account_that_cannot_be_read_is_told_and_buckets_alone_spoil_nothing() {
    CatalogFailure denied = new CatalogFailure.AccessDenied("s3:ListAllMyBuckets", "no");
    account.bucketsUnknown = Optional.of(denied);
    assertThat(sweep("--dry-run", "--json")).isZero();
    assertThat(cli.json().at("/buckets_not_read/code").asString()).isEqualTo("access_denied");

    account.failure = Optional.of(denied);
    assertThat(sweep("--dry-run", "--json")).isEqualTo(1);
    assertThat(cli.json().at("/failures/0/code").asString()).isEqualTo("access_denied");
  }

  @Test
  void nothing_left_is_nothing_to_do() {
    account.standing.clear();

    assertThat(sweep()).isZero();
    assertThat(cli.out()).contains("Nothing is left over.");
  }
}
