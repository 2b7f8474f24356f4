package portico.practice.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.Answer;
import portico.catalog.FoundLoadBalancer;
import portico.catalog.aws.AwsCatalog;
import portico.model.EnvironmentSpec;
import portico.practice.aws.state.Account;
import portico.practice.aws.state.RegionState;
import portico.practice.aws.state.Seed;
import portico.practice.aws.state.StateStore;
import portico.spec.SpecFile;
import portico.testing.AwsFixture;
import portico.testing.EdgySpecs;

/**
 * Specs made in the simulated AWS and read back by AWS's own API: what comes back is what was made,
 * up to what {@link Seen} leaves out.
 */
class ReadBackTest {
  private static final int SPECS = 40;
  private static final long SEED = 58;
  private static final int MOST_SHOWN = 5;

  @TempDir Path folder;

  private final EdgeAccount account = new EdgeAccount();

  @Test
  void a_spec_that_was_made_is_read_back_as_it_was(TestReporter report) throws IOException {
    List<EdgySpecs.Made> made =
        new ArrayList<>(new EdgySpecs(SEED, account.site()).take(4 * SPECS));
    Collections.shuffle(made, new Random(SEED));
    List<String> wrong = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    Map<String, Integer> remarks = new HashMap<>();
    int compared = 0;
    SimulationSettings settings =
        SimulationSettings.defaults().withClock(Clock.fixed(EdgeAccount.NOW, ZoneOffset.UTC));
    try (SimulatedAws aws = SimulatedAws.start(folder, settings);
        StateStore store = new StateStore(folder, () -> Seed.account(EdgeAccount.NOW));
        AwsCatalog catalog = new AwsCatalog(AwsFixture.clients(aws.endpoint()))) {
      for (EdgySpecs.Made each : made) {
        // with a Name for everything, nothing tells the names of listeners and rules
        if (compared < SPECS
            && !each.spec().tags().containsKey("Name")
            && SpecOnAws.refusal(account.region(), EdgeAccount.NOW, each.spec()).isEmpty()) {
          compared++;
          RegionState with = SpecOnAws.made(account.region(), EdgeAccount.NOW, each.spec());
          put(store, with);
          FoundLoadBalancer found = read(catalog, each.spec());
          SpecOnAws.refusal(with, EdgeAccount.NOW, found.twin())
              .ifPresent(no -> refused.add(each.name() + ": " + no.getMessage()));
          found.remarks().forEach(remark -> remarks.merge(remark.kind().name(), 1, Integer::sum));
          String expected = Seen.text(each.spec());
          String actual = Seen.text(found.spec());
          if (!expected.equals(actual)) {
            wrong.add(each.name() + "\n" + difference(expected, actual) + "\n" + found.remarks());
          }
        }
      }
    }
    report.publishEntry(
        Map.of("compared", String.valueOf(compared), "remarks", String.valueOf(remarks)));

    assertThat(compared).isEqualTo(SPECS);
    assertThat(wrong.stream().limit(MOST_SHOWN).toList())
        .as("%d of %d specs", wrong.size(), compared)
        .isEmpty();
    assertThat(refused).as("twins that AWS refuses beside the first").isEmpty();
  }

  private static String difference(String expected, String actual) {
    List<String> there = expected.lines().toList();
    List<String> here = actual.lines().toList();
    return "made: "
        + there.stream().filter(line -> !here.contains(line)).limit(8).toList()
        + "\nread: "
        + here.stream().filter(line -> !there.contains(line)).limit(8).toList();
  }

  private static void put(StateStore store, RegionState region) throws IOException {
    store.transact(
        (Account stored) -> new StateStore.Change<>(region.region(), stored.with(region)));
  }

  private static FoundLoadBalancer read(AwsCatalog catalog, EnvironmentSpec spec) {
    return switch (catalog.existing().read(spec.loadBalancer().name())) {
      case Answer.Found<FoundLoadBalancer>(FoundLoadBalancer found) -> found;
      case Answer.Failed<FoundLoadBalancer>(var failure) ->
          throw new AssertionError(SpecFile.write(spec) + "\n" + failure);
    };
  }
}
