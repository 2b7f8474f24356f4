package portico.desktop.environments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portico.desktop.fx.Background;
import portico.desktop.fx.InlineBackground;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.testing.FakeDeadlines;
import portico.testing.FakeEnvironments;
import portico.testing.FakeOperations;
import portico.testing.ManualBackground;
import portico.testing.Samples;
import portico.text.FailureText;
import portico.text.Words;

class EnvironmentsModelTest {
  private static final EnvironmentName ALPHA = new EnvironmentName("alpha");
  private static final EnvironmentName BETA = new EnvironmentName("beta");

  private final FakeOperations operations = new FakeOperations();
  private final FakeDeadlines deadlines = new FakeDeadlines(operations);
  private final FakeEnvironments environments = new FakeEnvironments();
  private final EnvironmentsText text =
      new EnvironmentsText(
          new TimeText(DesktopText.words(), ZoneOffset.UTC), InstantSource.fixed(Samples.NOW));
  private final EnvironmentsModel model = model(new InlineBackground(), Optional.empty());

  private EnvironmentsModel model(Background background, Optional<EnvironmentName> wanted) {
    return new EnvironmentsModel(
        environments,
        operations,
        deadlines,
        background,
        new FailureText(Words.core()),
        text,
        wanted);
  }

  @BeforeEach
  void two_environments() {
    environments.put(Samples.deployed("alpha", Samples.PRACTICE));
    environments.put(Samples.inState("beta", Samples.PROFILE, new EnvironmentState.Empty()));
  }

  private static List<String> names(EnvironmentsModel model) {
    return model.shown().stream().map(each -> each.name().value()).toList();
  }

  private static Optional<EnvironmentName> chosen(EnvironmentsModel model) {
    return model.chosenProperty().get().map(Environment::name);
  }

  @Test
  void the_first_is_chosen_when_nothing_else_was_wanted() {
    model.refresh();

    assertThat(names(model)).containsExactly("alpha", "beta");
    assertThat(chosen(model)).contains(ALPHA);
  }

  @Test
  void the_wanted_one_is_chosen() {
    EnvironmentsModel other = model(new InlineBackground(), Optional.of(BETA));
    other.refresh();

    assertThat(chosen(other)).contains(BETA);
  }

  @Test
  void a_reload_without_changes_touches_nothing() {
    model.refresh();
    List<String> changes = new ArrayList<>();
    model
        .shown()
        .addListener((ListChangeListener<Environment>) change -> changes.add(change.toString()));
    model.refresh();

    assertThat(changes).isEmpty();
  }

  @Test
  void a_reload_keeps_the_choice_when_others_come_and_go() {
    model.refresh();
    model.choose(BETA);
    environments.environments.addFirst(Samples.deployed("aaa", Samples.PRACTICE));
    model.refresh();

    assertThat(names(model)).containsExactly("aaa", "alpha", "beta");
    assertThat(chosen(model)).contains(BETA);
  }

  @Test
  void when_the_chosen_one_is_gone_the_first_takes_its_place() {
    model.refresh();
    model.choose(BETA);
    environments.environments.removeLast();
    model.refresh();

    assertThat(chosen(model)).contains(ALPHA);
  }

  @Test
  void an_older_answer_that_comes_late_is_dropped() {
    ManualBackground background = new ManualBackground();
    EnvironmentsModel slow = model(background, Optional.empty());
    slow.refresh();
    environments.put(Samples.deployed("gamma", Samples.PRACTICE));
    slow.refresh();
    background.runNewest();
    environments.environments.clear();
    background.runNext();

    assertThat(names(slow)).containsExactly("alpha", "beta", "gamma");
  }

  @Test
  void the_search_looks_at_name_account_region_state_and_dns_name() {
    model.refresh();
    for (String part : List.of("ALPH", "practice", "deployed", "elb.amazonaws")) {
      model.searchProperty().set(part);
      assertThat(names(model)).as(part).containsExactly("alpha");
    }
    model.searchProperty().set("us-west-2");
    assertThat(names(model)).containsExactly("alpha", "beta");
    model.searchProperty().set("nothing like it");
    assertThat(names(model)).isEmpty();
  }

  @Test
  void the_history_is_that_of_the_chosen_one() {
    operations.add(Samples.request(Samples.id(1), OperationKind.DEPLOY));
    environments.put(Samples.deployed(Samples.NAME.value(), Samples.PRACTICE));
    model.refresh();
    assertThat(model.historyProperty().get()).isEmpty();
    model.choose(Samples.NAME);

    assertThat(model.historyProperty().get()).hasSize(1);
  }

  @Test
  void deploying_again_starts_the_known_spec() {
    List<OperationId> started = new ArrayList<>();
    model.refresh();
    model.deployAgain(started::add);

    assertThat(started).hasSize(1);
    assertThat(operations.started.getFirst().kind()).isEqualTo(OperationKind.DEPLOY);
    assertThat(operations.started.getFirst().environment()).isEqualTo(ALPHA);
  }

  @Test
  void comparing_with_aws_changes_nothing() {
    model.refresh();
    model.compare(id -> {});

    assertThat(operations.started)
        .extracting(each -> each.kind().changesState())
        .containsExactly(false);
  }

  @Test
  void a_refused_start_is_told() {
    operations.refusal = Optional.of(new OperationFailure.WorkerFailed("no java"));
    model.refresh();
    model.deployAgain(id -> {});

    assertThat(model.noticeProperty().get()).isPresent();
  }

  @Test
  void only_empty_ones_can_be_forgotten() {
    model.refresh();
    model.forget();
    assertThat(names(model)).containsExactly("alpha", "beta");
    assertThat(model.noticeProperty().get()).isPresent();

    model.choose(BETA);
    model.forget();
    assertThat(names(model)).containsExactly("alpha");
    assertThat(model.noticeProperty().get()).isEmpty();
  }

  @Test
  void nothing_can_be_started_while_an_operation_works() {
    Environment working =
        Samples.inState(
            "w",
            Samples.PRACTICE,
            new EnvironmentState.Working(Samples.id(1), OperationKind.DEPLOY));

    assertThat(EnvironmentsModel.canDeploy(working)).isFalse();
    assertThat(EnvironmentsModel.canDestroy(working)).isFalse();
  }

  @Test
  void without_any_environment_that_is_said() {
    environments.environments.clear();
    model.refresh();

    assertThat(model.noneProperty().get()).isTrue();
    assertThat(model.loadedProperty().get()).isTrue();
  }

  @Test
  void the_end_of_the_chosen_one_is_set_and_taken_back() {
    model.refresh();
    model.endAt(Samples.NOW.plusSeconds(3600));
    assertThat(deadlines.find(ALPHA)).isEqualTo(FakeDeadlines.at(Samples.NOW.plusSeconds(3600)));
    assertThat(deadlines.find(BETA).stays()).isTrue();

    model.neverEnd();
    assertThat(deadlines.find(ALPHA).stays()).isTrue();
    assertThat(model.noticeProperty().get()).isEmpty();
  }

  @Test
  void an_end_that_cannot_be_kept_is_told() {
    model.refresh();
    deadlines.refusal = Optional.of(new OperationFailure.NotWritable("/x", "read-only"));
    model.endAt(Samples.NOW.plusSeconds(3600));

    assertThat(model.noticeProperty().get().orElseThrow().what()).contains("/x");
  }
}
