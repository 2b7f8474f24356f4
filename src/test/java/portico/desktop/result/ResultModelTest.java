package portico.desktop.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portico.catalog.Answer;
import portico.catalog.CatalogFailure;
import portico.catalog.TargetHealth;
import portico.desktop.fx.InlineBackground;
import portico.environment.EnvironmentState;
import portico.probe.ProbeResult;
import portico.testing.FakeCatalogs;
import portico.testing.FakeServices;
import portico.testing.ManualBackground;
import portico.testing.Samples;

class ResultModelTest {
  private static final TargetHealth HEALTHY =
      new TargetHealth("i-0f1e2d3c4b5a69788", 8000, "healthy", "", "");

  private static final TargetHealth STARTING =
      new TargetHealth("i-0a9b8c7d6e5f40312", 8000, "initial", "Elb.InitialHealthChecking", "");

  private final FakeServices fakes = new FakeServices();
  private final ResultModel model =
      new ResultModel(Samples.NAME, fakes.services(), new InlineBackground());

  @Test
  void opening_asks_a_practice_endpoint_through_the_data_plane() {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    model.open();

    assertThat(fakes.probe.asked)
        .extracting(target -> target.endpoint().via())
        .containsExactly(Optional.of(fakes.practice.address));
    assertThat(fakes.probe.asked.getFirst().url()).isEqualTo("http://" + Samples.DNS_NAME + "/");
    assertThat(model.probeProperty().get()).isPresent();
  }

  @Test
  void opening_asks_a_real_endpoint_by_its_own_name() {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    model.open();

    assertThat(fakes.probe.asked)
        .extracting(target -> target.endpoint().via())
        .containsExactly(Optional.empty());
    assertThat(fakes.probe.asked.getFirst().url()).isEqualTo("http://" + Samples.DNS_NAME + "/");
  }

  @Test
  void target_health_is_read_in_the_environments_account_and_region() {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    fakes.catalog.health.put(Samples.TARGET_GROUP_ARN, List.of(HEALTHY));
    model.open();

    assertThat(fakes.catalogs.opened)
        .containsExactly(new FakeCatalogs.Opened(Samples.PROFILE, "us-west-2"));
    assertThat(model.healthProperty().get())
        .contains(Answer.found(List.of(new TargetLine("ai-inference-tg", HEALTHY))));
  }

  @Test
  void one_catalogue_serves_all_readings_and_is_closed_at_the_end() {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    model.open();
    model.refreshHealth();
    model.refreshHealth();
    assertThat(fakes.catalogs.opened).hasSize(1);
    model.close();

    assertThat(fakes.catalog.closed).isTrue();
  }

  @Test
  void a_catalogue_opened_while_the_page_was_left_is_closed_too() {
    ManualBackground background = new ManualBackground();
    ResultModel slow = new ResultModel(Samples.NAME, fakes.services(), background);
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    slow.open();
    background.runNext();
    slow.close();
    background.runAll();

    assertThat(fakes.catalog.closed).isTrue();
  }

  @Test
  void a_failure_of_the_account_is_kept_for_the_user_and_goes_with_the_next_success() {
    CatalogFailure expired = new CatalogFailure.ExpiredCredentials(Optional.of("ml"), true);
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    fakes.catalog.failure = Optional.of(expired);
    model.open();
    assertThat(model.healthProperty().get()).contains(Answer.failed(expired));

    fakes.catalog.failure = Optional.empty();
    model.refreshHealth();
    assertThat(model.healthProperty().get()).contains(Answer.found(List.of()));
  }

  @Test
  void a_second_check_waits_for_the_first() {
    ManualBackground background = new ManualBackground();
    ResultModel slow = new ResultModel(Samples.NAME, fakes.services(), background);
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    slow.open();
    background.runNext();
    assertThat(slow.checkingProperty().get()).isTrue();
    slow.check();
    background.runAll();

    assertThat(fakes.probe.asked).hasSize(1);
    assertThat(slow.checkingProperty().get()).isFalse();
  }

  @Test
  void an_environment_that_is_gone_is_told() {
    model.open();

    assertThat(model.stateProperty().get()).isInstanceOf(ResultModel.State.Gone.class);
    assertThat(fakes.probe.asked).isEmpty();
  }

  @Test
  void without_a_dns_name_nothing_is_asked() {
    fakes.environments.put(
        Samples.inState("llama-staging", Samples.PRACTICE, new EnvironmentState.Empty()));
    model.open();

    assertThat(fakes.probe.asked).isEmpty();
    assertThat(model.checkingProperty().get()).isFalse();
  }

  @Test
  void requests_can_be_answered_once_a_target_is_healthy_and_the_name_resolves() {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    fakes.probe.verdict = ProbeResult.Verdict.NO_DNS;
    fakes.catalog.health.put(Samples.TARGET_GROUP_ARN, List.of(STARTING));
    model.open();
    assertThat(model.answeringProperty().get()).isFalse();

    fakes.catalog.health.put(Samples.TARGET_GROUP_ARN, List.of(STARTING, HEALTHY));
    model.refreshHealth();
    assertThat(model.answeringProperty().get()).isFalse();

    fakes.probe.verdict = ProbeResult.Verdict.ERROR_STATUS;
    model.refreshHealth();
    assertThat(model.answeringProperty().get()).isTrue();
  }

  @Test
  void a_name_that_resolves_is_not_asked_again_with_every_look_at_the_targets() {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    fakes.catalog.health.put(Samples.TARGET_GROUP_ARN, List.of(HEALTHY));
    model.open();
    model.refreshHealth();
    model.refreshHealth();

    assertThat(fakes.probe.asked).hasSize(1);
  }
}
