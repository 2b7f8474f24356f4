package portico.desktop.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portico.catalog.AwsProfile;
import portico.catalog.CatalogFailure;
import portico.catalog.CloudAccount;
import portico.catalog.Removal.Kept;
import portico.catalog.Removal.Reason;
import portico.desktop.fx.Background;
import portico.desktop.fx.InlineBackground;
import portico.service.Leftover;
import portico.testing.FakeCatalogs;
import portico.testing.FakeServices;
import portico.testing.LeftoverSamples;
import portico.testing.ManualBackground;
import portico.testing.Samples;

class SweepViewModelTest {
  private static final String MINE = FakeServices.INSTALLATION;
  private static final String OTHER = "ffffffffffff";

  @TempDir private Path home;
  private final FakeServices fakes = new FakeServices();

  @BeforeEach
  void stand() {
    fakes.home = home;
    LeftoverSamples.stand(fakes.leftovers, "old", MINE);
    LeftoverSamples.stand(fakes.leftovers, "theirs", OTHER);
  }

  private SweepViewModel model(Background background) {
    SweepViewModel model = new SweepViewModel(fakes.services(), background);
    model.open();
    return model;
  }

  private static SweepViewModel.State.Found found(SweepViewModel model) {
    return (SweepViewModel.State.Found) model.stateProperty().get();
  }

  private SweepViewModel looked() {
    SweepViewModel model = model(new InlineBackground());
    model.look();
    return model;
  }

  @Test
  void accounts_of_environments_come_first_each_with_its_region() {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    fakes.catalogs.profiles.add(
        new AwsProfile("batch", AwsProfile.Kind.STATIC_KEYS, Optional.of("eu-central-1")));

    SweepViewModel model = model(new InlineBackground());

    CloudAccount batch = new CloudAccount.Profile(Optional.of("batch"));
    assertThat(model.accounts())
        .startsWith(Samples.PROFILE, batch)
        .contains(Samples.PRACTICE, new CloudAccount.Profile(Optional.empty()))
        .doesNotHaveDuplicates();
    assertThat(model.accountProperty().get()).isEqualTo(Samples.PROFILE);
    model.choose(batch);
    assertThat(model.regionProperty().get()).isEqualTo("eu-central-1");
    model.look();
    assertThat(fakes.leftovers.opened)
        .containsExactly(new FakeCatalogs.Opened(batch, "eu-central-1"));
  }

  @Test
  void a_region_that_is_none_cannot_be_looked_through() {
    SweepViewModel model = model(new InlineBackground());
    model.regionProperty().set("oregon");

    assertThat(model.canLookBinding().get()).isFalse();
    model.look();
    assertThat(model.stateProperty().get()).isEqualTo(new SweepViewModel.State.Idle());
    assertThat(fakes.leftovers.opened).isEmpty();
  }

  @Test
  void a_look_tells_own_leftovers_from_those_of_others() {
    SweepViewModel.State.Found found = found(looked());

    assertThat(found.here())
        .extracting(LeftoverViewModel::leftover)
        .extracting(Leftover::environment)
        .containsExactly("old");
    assertThat(found.elsewhere())
        .extracting(LeftoverViewModel::leftover)
        .extracting(Leftover::installation)
        .containsExactly(OTHER);
    assertThat(fakes.leftovers.standing).as("looking changes nothing").hasSize(8);
  }

  @Test
  void the_exact_name_removes_it_and_no_other_one() {
    LeftoverViewModel row = found(looked()).here().getFirst();

    row.remove("olds");
    assertThat(row.stepProperty().get()).isEqualTo(new LeftoverViewModel.Step.Asking());
    assertThat(fakes.leftovers.standing).hasSize(8);

    row.withLogsProperty().set(true);
    row.remove("old");
    row.remove("old");

    LeftoverViewModel.Step.Done done = (LeftoverViewModel.Step.Done) row.stepProperty().get();
    assertThat(done.swept().removal().removed()).hasSize(4);
    assertThat(fakes.leftovers.standing).hasSize(4);
    assertThat(fakes.leftovers.terms).singleElement().matches(terms -> terms.withLogs());
  }

  @Test
  void a_removal_is_seen_while_it_goes_on_and_can_be_stopped() {
    ManualBackground background = new ManualBackground();
    SweepViewModel model = model(background);
    background.runAll();
    model.look();
    assertThat(model.canLookBinding().get()).as("while it looks").isFalse();
    background.runAll();
    LeftoverViewModel row = found(model).here().getFirst();
    fakes.leftovers.beforeEach =
        () -> {
          if (fakes.leftovers.standing.size() == 6) {
            model.stop();
          }
        };

    row.remove("old");
    assertThat(row.isRemoving()).isTrue();
    assertThat(row.stepProperty().get())
        .isEqualTo(new LeftoverViewModel.Step.Removing(List.of(), false));
    background.runAll();

    LeftoverViewModel.Step.Done done = (LeftoverViewModel.Step.Done) row.stepProperty().get();
    assertThat(done.swept().removal().removed()).hasSize(2);
    assertThat(done.swept().removal().kept())
        .extracting(Kept::reason)
        .containsOnly(new Reason.Stopped());
  }

  @Test
  void an_account_that_cannot_be_read_is_told_and_asked_again() {
    CatalogFailure denied = new CatalogFailure.AccessDenied("ec2:DescribeSecurityGroups", "no");
    fakes.leftovers.failure = Optional.of(denied);
    SweepViewModel model = looked();
    assertThat(model.stateProperty().get()).isEqualTo(new SweepViewModel.State.Failed(denied));

    fakes.leftovers.failure = Optional.empty();
    model.look();
    assertThat(found(model).here()).hasSize(1);
  }

  @Test
  void of_two_looks_only_the_later_one_is_shown() {
    ManualBackground background = new ManualBackground();
    SweepViewModel model = model(background);
    background.runAll();
    model.look();
    background.runAll();
    fakes.leftovers.standing.clear();
    model.look();
    background.runAll();

    assertThat(found(model).findings().isEmpty()).isTrue();
  }
}
