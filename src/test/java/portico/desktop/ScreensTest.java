package portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import portico.catalog.CatalogFailure;
import portico.catalog.TargetHealth;
import portico.desktop.app.Screen;
import portico.desktop.app.Theme;
import portico.desktop.fx.InlineBackground;
import portico.desktop.widget.Stylesheets;
import portico.environment.Environment;
import portico.model.ApiKeyGate;
import portico.model.ConditionSpec;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Phase;
import portico.probe.ProbeResult;
import portico.proof.ProofProblem;
import portico.proof.ProofStep;
import portico.testing.FakeNavigation;
import portico.testing.FakeProbe;
import portico.testing.FakeServices;
import portico.testing.Journals;
import portico.testing.Samples;
import portico.testing.SecureSamples;

/** Each screen alone, driven by its intent ids. */
@ExtendWith(ApplicationExtension.class)
class ScreensTest {
  private static final OperationId DEPLOY = Samples.id(2);

  private final FakeServices fakes = new FakeServices();
  private final FakeNavigation navigation = new FakeNavigation();
  private final List<URI> opened = new ArrayList<>();
  private final StackPane root = new StackPane();
  private final DesktopScreens screens =
      new DesktopScreens(
          fakes.services(),
          new InlineBackground(),
          (services, background, navigator, links, start) -> StackPane::new,
          opened::add,
          InstantSource.fixed(Samples.NOW.plusSeconds(12)));

  @Start
  void start(Stage stage) {
    Theme.DARK.apply();
    Scene scene = new Scene(root, 720, 900);
    Stylesheets.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  private void show(FxRobot robot, java.util.function.Supplier<Screen> screen) {
    robot.interact(
        () -> {
          Screen shown = screen.get();
          root.getChildren().setAll(shown.node());
          shown.shown();
        });
  }

  private void showOperation(FxRobot robot) {
    show(robot, () -> screens.operation(DEPLOY, navigation));
  }

  private void onFx(FxRobot robot, Consumer<FakeServices> change) {
    robot.interact(() -> change.accept(fakes));
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryAs(Label.class).getText();
  }

  private static boolean isShown(FxRobot robot, String id) {
    return robot.lookup("#" + id).tryQuery().filter(Node::isVisible).isPresent();
  }

  @Test
  void cancel_becomes_stop_now_with_a_warning_and_then_nothing(FxRobot robot) {
    Journals.deployHalfway(fakes.operations, DEPLOY);
    showOperation(robot);
    Button cancel = robot.lookup("#progress-cancel").queryButton();
    assertThat(cancel.getText()).isEqualTo("_Cancel");
    robot.clickOn(cancel);
    assertThat(cancel.getText()).isEqualTo("_Stop now");
    assertThat(text(robot, "progress-note")).contains("exist without being recorded");
    robot.clickOn(cancel);

    assertThat(cancel.isDisabled()).isTrue();
    assertThat(fakes.operations.cancelled).containsExactly(DEPLOY, DEPLOY);
  }

  @Test
  void after_a_deployment_the_service_is_proven_in_plain_sight(FxRobot robot) {
    fakes.environments.put(justDeployed());
    fakes.catalog.health.put(
        Samples.TARGET_GROUP_ARN,
        List.of(new TargetHealth("i-0f1e2d3c4b5a69788", 8000, "initial", "", "")));
    Screen screen = screens.result(Samples.NAME, navigation);
    show(robot, () -> screen);
    assertThat(text(robot, "result-proof-hint")).startsWith("Begins by itself");

    fakes.catalog.health.put(
        Samples.TARGET_GROUP_ARN,
        List.of(new TargetHealth("i-0f1e2d3c4b5a69788", 8000, "healthy", "", "")));
    robot.interact(screen::refresh);

    assertThat(text(robot, "result-proof-verdict")).isEqualTo("Proven");
    assertThat(isShown(robot, "result-proof-hint")).isFalse();
    robot.interact(() -> robot.lookup("#result-proof-open").queryButton().fire());
    assertThat(robot.lookup(".proof-line").queryAll()).hasSize(5);
    assertThat(robot.lookup("#result-tab-proof").queryAs(ToggleButton.class).isSelected()).isTrue();
  }

  @Test
  void a_proof_that_fails_says_that_the_deployment_did_not(FxRobot robot) {
    fakes.environments.put(justDeployed());
    fakes.proof.steps =
        List.of(
            new ProofStep.Failed(
                "http",
                Duration.ofSeconds(5),
                ProofStep.Stage.CONNECT,
                new ProofProblem.TimedOut(Duration.ofSeconds(5))));
    show(robot, () -> screens.result(Samples.NAME, navigation));
    robot.interact(() -> robot.lookup("#result-proof").queryButton().fire());

    assertThat(text(robot, "result-proof-verdict")).isEqualTo("Not proven");
    assertThat(text(robot, "result-proof-hint")).startsWith("The deployment itself is complete");
  }

  private static Environment justDeployed() {
    Environment usual = Samples.deployed(Samples.NAME.value(), Samples.PRACTICE);
    return new Environment(
        usual.name(),
        usual.state(),
        usual.spec(),
        usual.account(),
        usual.provider(),
        usual.outputs(),
        usual.resources(),
        Optional.of(Samples.NOW.minusSeconds(5)));
  }

  @Test
  void progress_shows_phase_clock_and_log(FxRobot robot) {
    Journals.deployHalfway(fakes.operations, DEPLOY);
    showOperation(robot);
    assertThat(text(robot, "progress-elapsed")).isEqualTo("0:12");
    onFx(
        robot,
        these ->
            these.operations.emit(
                DEPLOY, new OperationEvent.PhaseStarted(Samples.NOW, Phase.VERIFYING)));

    assertThat(text(robot, "progress-phase")).isEqualTo("Verifying the state");
    assertThat(String.join("\n", robot.lookup("#progress-log").<String>queryListView().getItems()))
        .startsWith("15:30:00  Preparing")
        .endsWith("Verifying the state");
  }

  @Test
  void a_failed_deployment_offers_again_destroy_and_the_wizard(FxRobot robot) {
    Journals.deployHalfway(fakes.operations, DEPLOY);
    showOperation(robot);
    onFx(robot, these -> Journals.deployFails(these.operations, DEPLOY));
    assertThat(text(robot, "progress-failure-what")).contains("SubnetNotFound");
    assertThat(text(robot, "progress-failure-resources")).isEqualTo("2 resources exist.");
    assertThat(isShown(robot, "progress-cancel")).isFalse();
    robot.clickOn("#progress-destroy");
    robot.clickOn("#progress-wizard");
    robot.clickOn("#progress-again");

    assertThat(navigation.went)
        .containsExactly(
            "startDestroy llama-staging",
            "startWizardFrom llama-staging",
            "showOperation " + fakes.operations.started.getFirst().id());
  }

  @Test
  void an_operation_that_was_over_stays_in_view_and_leads_on(FxRobot robot) {
    Journals.deployHalfway(fakes.operations, DEPLOY);
    Journals.deployRest(fakes.operations, DEPLOY);
    showOperation(robot);
    assertThat(navigation.went).isEmpty();
    assertThat(text(robot, "progress-success")).isEqualTo("Done: 5 created.");
    robot.clickOn("#progress-endpoint");

    assertThat(navigation.went).containsExactly("showResult llama-staging");
  }

  @Test
  void a_real_endpoint_is_shown_checked_and_opened(FxRobot robot) {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    show(robot, () -> screens.result(Samples.NAME, navigation));
    assertThat(text(robot, "result-dns")).isEqualTo(Samples.DNS_NAME);
    assertThat(text(robot, "result-verdict")).isEqualTo("Serving");
    assertThat(isShown(robot, "practice-banner")).isFalse();
    robot.clickOn("#result-open");
    robot.clickOn("#result-check");

    assertThat(opened).containsExactly(URI.create("http://" + Samples.DNS_NAME + "/"));
    assertThat(fakes.probe.asked).hasSize(2);
  }

  @Test
  void an_api_key_is_hidden_until_it_is_asked_for(FxRobot robot) {
    var key = new ConditionSpec.ApiKey("Authorization", "Bearer ", "main");
    fakes.environments.put(
        SecureSamples.deployed(
            Samples.PROFILE, "vllm", List.of(ApiKeyGate.close(SecureSamples.HTTPS, key))));
    fakes.keys.keys.put("llama-staging/main", "s3cret");
    fakes.probe.steps = FakeProbe.servesByTls();
    show(robot, () -> screens.result(Samples.NAME, navigation));
    assertThat(text(robot, "result-key-main")).doesNotContain("s3cret");
    assertThat(text(robot, "result-certificate")).contains("CNAME");
    robot.clickOn("#result-key-main-show");
    assertThat(text(robot, "result-key-main")).isEqualTo("s3cret");
    robot.clickOn("#result-key-main-show");
    assertThat(text(robot, "result-key-main")).doesNotContain("s3cret");
    robot.clickOn("#result-key-main-renew");
    robot.clickOn("#result-key-main-renew-yes");

    assertThat(fakes.operations.started.getFirst().renewedKey()).contains("main");
    assertThat(navigation.went)
        .containsExactly("showOperation " + fakes.operations.started.getFirst().id());
  }

  @Test
  void a_simulated_endpoint_is_labelled_and_not_opened_in_a_browser(FxRobot robot) {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    show(robot, () -> screens.result(Samples.NAME, navigation));

    assertThat(isShown(robot, "practice-banner")).isTrue();
    assertThat(isShown(robot, "result-open")).isFalse();
  }

  @Test
  void an_endpoint_that_does_not_answer_points_to_the_security_group(FxRobot robot) {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    fakes.probe.verdict = ProbeResult.Verdict.NO_ANSWER;
    fakes.probe.steps = FakeProbe.silent();
    show(robot, () -> screens.result(Samples.NAME, navigation));

    assertThat(text(robot, "result-verdict")).isEqualTo("No answer");
    assertThat(text(robot, "result-verdict-text")).contains("may reach the load balancer");
  }

  @Test
  void target_health_that_cannot_be_read_can_be_tried_again(FxRobot robot) {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    fakes.catalog.failure =
        Optional.of(new CatalogFailure.ExpiredCredentials(Optional.of("ml-platform"), true));
    show(robot, () -> screens.result(Samples.NAME, navigation));
    assertThat(text(robot, "result-health-failure-next")).contains("aws sso login");
    fakes.catalog.failure = Optional.empty();
    robot.clickOn("#result-health-failure-retry");

    assertThat(isShown(robot, "result-health-failure")).isFalse();
  }

  @Test
  void the_list_selects_searches_and_keeps_its_selection(FxRobot robot) {
    fakes.environments.put(Samples.deployed("alpha", Samples.PRACTICE));
    fakes.environments.put(Samples.deployed("beta", Samples.PROFILE));
    show(robot, () -> screens.environments(Optional.empty(), navigation));
    ListView<?> list = robot.lookup("#environments-list").queryListView();
    robot.interact(() -> list.getSelectionModel().select(1));
    assertThat(text(robot, "environment-name")).isEqualTo("beta");
    onFx(robot, these -> these.environments.put(Samples.deployed("alpha", Samples.ENDPOINT)));
    robot.clickOn("#environments-refresh");

    assertThat(text(robot, "environment-name")).isEqualTo("beta");
    assertThat(((Environment) list.getSelectionModel().getSelectedItem()).name().value())
        .isEqualTo("beta");
    robot.clickOn("#environments-search").write("alpha");
    assertThat(list.getItems()).hasSize(1);
  }

  @Test
  void an_environment_offers_what_its_state_allows(FxRobot robot) {
    Gallery.fill(fakes);
    show(robot, () -> screens.environments(Optional.of(Samples.NAME), navigation));
    assertThat(isShown(robot, "environment-endpoint")).isTrue();
    assertThat(isShown(robot, "environment-forget")).isFalse();
    assertThat(isShown(robot, "operation-" + Samples.id(4))).isTrue();

    select(robot, "whisper-test");
    assertThat(isShown(robot, "environment-follow")).isTrue();
    assertThat(isShown(robot, "environment-destroy")).isFalse();

    select(robot, "embeddings-eu");
    assertThat(robot.lookup("#environment-deploy").queryButton().getText()).isEqualTo("_Repair");

    select(robot, "old-demo");
    assertThat(isShown(robot, "environment-forget")).isTrue();
    assertThat(isShown(robot, "environment-destroy")).isFalse();
    robot.clickOn("#environment-deploy");
    assertThat(fakes.operations.started.getFirst().kind()).isEqualTo(OperationKind.DEPLOY);
  }

  private static void select(FxRobot robot, String name) {
    ListView<Environment> list = robot.lookup("#environments-list").queryListView();
    robot.interact(
        () ->
            list.getItems().stream()
                .filter(each -> each.name().value().equals(name))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select));
  }
}
