package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import portico.catalog.AwsProfile;
import portico.catalog.CatalogFailure;
import portico.catalog.SignInAnswer;
import portico.catalog.SignInFailure;
import portico.desktop.wizard.draft.StepId;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.Outcome;
import portico.testing.Samples;

@ExtendWith(ApplicationExtension.class)
class WizardStepsTest {
  @SuppressWarnings("NullAway.Init") // set by start, which TestFX calls first
  private WizardStage shown;

  @Start
  void start(Stage stage) {
    WizardFixture fixture = new WizardFixture();
    fixture.addProfile("ml-platform", AwsProfile.Kind.IAM_IDENTITY_CENTER, "us-west-2");
    shown = WizardStage.show(stage, fixture);
  }

  @Test
  void the_account_tells_who_the_caller_is_and_practice_is_labelled(FxRobot robot) {
    assertThat(shown.isShown("wizard-identity")).isTrue();
    assertThat(shown.isShown("practice-banner")).isFalse();

    robot.clickOn("#wizard-account-practice");

    assertThat(shown.isShown("practice-banner")).isTrue();
    assertThat(shown.isShown("wizard-profile")).isFalse();
    assertThat(shown.isShown("wizard-identity")).isTrue();
  }

  @Test
  void an_expired_sign_in_says_what_to_run_and_trying_again_recovers(FxRobot robot) {
    shown.fixture.fakes.catalog.failure =
        Optional.of(new CatalogFailure.ExpiredCredentials(Optional.of("ml-platform"), true));
    robot.interact(shown.wizard.account()::check);
    assertThat(shown.text("wizard-sign-in-what")).contains("ml-platform");
    assertThat(robot.lookup("#wizard-next").queryButton().isDisabled()).isTrue();

    shown.fixture.fakes.catalog.failure = Optional.empty();
    shown.press("wizard-sign-in-retry");

    assertThat(shown.isShown("wizard-identity")).isTrue();
    assertThat(robot.lookup("#wizard-next").queryButton().isDisabled()).isFalse();
  }

  @Test
  void a_wrong_mfa_code_is_told_and_the_right_one_connects(FxRobot robot) {
    String device = "arn:aws:iam::123456789012:mfa/ada";
    var signIns = shown.fixture.fakes.signIns;
    shown.fixture.fakes.catalog.failure =
        Optional.of(new CatalogFailure.MfaCodeNeeded(Optional.of("ml-platform"), device));
    signIns.answer = new SignInAnswer.Failed(new SignInFailure.WrongCode(device));
    robot.interact(shown.wizard.account()::check);
    robot.interact(() -> shown.wizard.account().signIn().code().textProperty().set("111111"));
    shown.press("wizard-mfa-send");
    assertThat(shown.text("wizard-sign-in-failure")).contains("did not accept");

    signIns.answer = new SignInAnswer.SignedIn(Optional.empty());
    signIns.meanwhile = () -> shown.fixture.fakes.catalog.failure = Optional.empty();
    shown.fixture.fakes.catalog.credentialsExpiry =
        Optional.of(Samples.NOW.plus(Duration.ofMinutes(47)));
    robot.interact(() -> shown.wizard.account().signIn().code().textProperty().set("222222"));
    shown.press("wizard-mfa-send");

    assertThat(signIns.codes).containsExactly("111111", "222222");
    assertThat(shown.isShown("wizard-sign-in")).isFalse();
    assertThat(shown.text("wizard-credentials-end")).startsWith("Credentials end in 47 min");
  }

  @Test
  void a_region_can_be_typed_and_chosen(FxRobot robot) {
    ComboBox<?> box = robot.lookup("#wizard-region").queryComboBox();
    robot.interact(() -> box.getEditor().requestFocus());
    robot.interact(() -> box.getEditor().setText("us-nowhere"));
    assertThat(shown.text("wizard-region-error")).contains("us-nowhere");

    robot.interact(() -> box.getSelectionModel().select(0));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(shown.wizard.account().region().text()).isEqualTo("us-east-1");
    assertThat(shown.isShown("wizard-region-error")).isFalse();
    assertThat(box.getEditor().getText()).isEqualTo("us-east-1");
  }

  @Test
  void an_endpoint_is_asked_with_the_button(FxRobot robot) {
    robot.clickOn("#wizard-account-endpoint");
    shown.type("wizard-endpoint", "htp:/moto");
    assertThat(shown.text("wizard-endpoint-error")).contains("not an address");
    shown.type("wizard-endpoint", "http://127.0.0.1:5000");
    shown.press("wizard-check");

    assertThat(shown.isShown("wizard-endpoint-error")).isFalse();
    assertThat(shown.isShown("wizard-identity")).isTrue();
  }

  @Test
  void an_empty_vpc_and_one_zone_too_few_are_said_in_words(FxRobot robot) {
    shown.goTo(StepId.NETWORK);
    robot.interact(
        () -> shown.wizard.network().subnets().all().getFirst().chosenProperty().set(false));
    assertThat(shown.text("wizard-subnets-error")).contains("two Availability Zones");

    ComboBox<?> vpcs = robot.lookup("#wizard-vpc").queryComboBox();
    robot.interact(() -> vpcs.getSelectionModel().select(1));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(shown.isShown("wizard-subnets-empty")).isTrue();
    assertThat(shown.isShown("wizard-subnets")).isFalse();
  }

  @Test
  void the_search_narrows_the_list_of_subnets(FxRobot robot) {
    shown.goTo(StepId.NETWORK);
    shown.type("wizard-subnets-search", "private");

    TableView<?> table = robot.lookup("#wizard-subnets").queryTableView();
    assertThat(table.getItems()).hasSize(1);
    robot.interact(() -> table.getSelectionModel().selectFirst());
    assertThat(shown.text("wizard-subnets-reason")).contains("internet gateway");
  }

  @Test
  void a_denied_reading_shows_its_reason_and_a_way_on(FxRobot robot) {
    shown.goTo(StepId.NETWORK);
    shown.fixture.fakes.catalog.failure =
        Optional.of(new CatalogFailure.AccessDenied("ec2:DescribeVpcs", "not authorized"));
    robot.interact(shown.wizard.network()::reload);
    assertThat(shown.text("wizard-vpcs-what")).contains("ec2:DescribeVpcs");

    shown.fixture.fakes.catalog.failure = Optional.empty();
    shown.press("wizard-vpcs-retry");

    assertThat(shown.isShown("wizard-subnets")).isTrue();
  }

  @Test
  void a_wrong_field_of_the_service_says_so_while_it_is_typed() {
    shown.goTo(StepId.TARGETS);
    assertThat(shown.text("wizard-health-consequence")).contains("60 s");

    shown.type("wizard-target-group-port", "70000");
    shown.type("wizard-health-timeout", "30");

    assertThat(shown.text("wizard-target-group-port-error")).contains("70000");
    assertThat(shown.text("wizard-health-timeout-error")).contains("shorter than the interval");
  }

  @Test
  void an_own_port_appears_with_its_target(FxRobot robot) {
    shown.goTo(StepId.TARGETS);
    assertThat(shown.isShown("wizard-target-ports")).isFalse();
    assertThat(shown.text("wizard-targets-chosen")).contains("503");

    robot.interact(
        () ->
            shown
                .wizard
                .targets()
                .groups()
                .getFirst()
                .instances()
                .rows()
                .all()
                .getFirst()
                .chosenProperty()
                .set(true));

    assertThat(shown.isShown("wizard-target-ports")).isTrue();
    assertThat(shown.text("wizard-targets-chosen")).contains("1 target");
  }

  @Test
  void anyone_comes_with_a_warning_and_networks_with_a_list_that_grows(FxRobot robot) {
    shown.goTo(StepId.ACCESS);
    assertThat(shown.text("wizard-access-mine")).contains("203.0.113.7/32");
    robot.interact(() -> robot.lookup("#wizard-access-anyone").queryAs(RADIO).fire());
    assertThat(shown.isShown("wizard-access-warning")).isTrue();

    robot.interact(() -> robot.lookup("#wizard-access-networks").queryAs(RADIO).fire());
    shown.press("wizard-network-add");
    shown.type(shown.wizard.access().networks().getFirst().id(), "10.0.0.1/8");

    assertThat(shown.isShown("wizard-access-warning")).isFalse();
    assertThat(shown.wizard.access().networks()).hasSize(2);
    assertThat(shown.text(shown.wizard.access().networks().getFirst().id() + "-error"))
        .contains("10.0.0.0/8");
  }

  @Test
  void the_review_lists_what_will_happen_and_leads_back_to_each_step(FxRobot robot) {
    shown.goTo(StepId.REVIEW);
    robot.interact(
        () ->
            shown.fixture.fakes.operations.emit(
                shown.fixture.newest().id(),
                new OperationEvent.EngineInstall(
                    Samples.NOW, new InstallEvent.Downloading(1 << 20, OptionalLong.of(9 << 20)))));
    assertThat(shown.text("wizard-install")).contains("1 of 9 MB");
    robot.interact(shown.fixture::finishPreview);
    assertThat(robot.lookup("#wizard-preview").queryTableView().getItems()).hasSize(5);
    assertThat(shown.isShown("wizard-install")).isFalse();

    robot.interact(() -> robot.lookup("#wizard-edit-network").queryAs(Hyperlink.class).fire());

    assertThat(shown.wizard.stepProperty().get()).isEqualTo(StepId.NETWORK);
  }

  @Test
  void the_review_draws_what_there_will_be_and_a_box_leads_to_its_step(FxRobot robot) {
    robot.interact(shown.wizard.targets()::add);
    shown.goTo(StepId.REVIEW);
    assertThat(shown.isShown("wizard-map")).isTrue();
    assertThat(robot.lookup("#map-canvas > .scroll-bar").<Node>queryAll())
        .noneMatch(Node::isVisible);

    robot.interact(() -> robot.lookup("#map-canvas").query().requestFocus());
    assertThat(robot.lookup("#map-details-title").tryQuery()).isEmpty();
    for (int press = 0; press < 4; press++) {
      robot.push(KeyCode.RIGHT);
    }
    assertThat(robot.lookup("#map-details-title").queryLabeled().getText())
        .isEqualTo("ai-inference-tg");
    robot.interact(() -> robot.lookup("#wizard-map-edit-targets").queryAs(Hyperlink.class).fire());

    assertThat(shown.wizard.stepProperty().get()).isEqualTo(StepId.TARGETS);
    assertThat(shown.wizard.targets().selectedProperty().get().name().text())
        .isEqualTo("ai-inference-tg");
  }

  @Test
  void the_map_follows_what_is_changed_before_the_review_is_entered_again(FxRobot robot) {
    shown.goTo(StepId.REVIEW);
    shown.goTo(StepId.TARGETS);
    shown.type("wizard-target-group-name", "llama-3");
    shown.goTo(StepId.REVIEW);

    robot.interact(() -> robot.lookup("#map-canvas").query().requestFocus());
    for (int press = 0; press < 4; press++) {
      robot.push(KeyCode.RIGHT);
    }
    assertThat(robot.lookup("#map-details-title").queryLabeled().getText()).isEqualTo("llama-3");
  }

  @Test
  void a_failed_preview_is_a_card_with_a_way_to_try_again(FxRobot robot) {
    shown.goTo(StepId.REVIEW);
    robot.interact(
        () ->
            shown.fixture.fakes.operations.finish(
                shown.fixture.newest().id(),
                new Outcome.Failed(
                    List.of(new OperationFailure.ProviderMissing("no route to host")), 0)));
    assertThat(shown.text("wizard-preview-failure-1-what")).contains("no route to host");
    assertThat(robot.lookup("#wizard-deploy").queryButton().isDisabled()).isTrue();

    shown.press("wizard-preview-failure-1-retry");
    robot.interact(shown.fixture::finishPreview);

    assertThat(robot.lookup("#wizard-deploy").queryButton().isDisabled()).isFalse();
  }

  @Test
  void a_wrong_name_says_so_and_the_preview_counts_as_old(FxRobot robot) {
    shown.goTo(StepId.REVIEW);
    robot.interact(shown.fixture::finishPreview);
    shown.type("wizard-environment-name", "Llama");

    assertThat(shown.text("wizard-environment-name-error")).contains("lower-case");
    assertThat(shown.isShown("wizard-preview-stale")).isTrue();
    assertThat(robot.lookup("#wizard-deploy").queryButton().isDisabled()).isTrue();
  }

  private static final Class<RadioButton> RADIO = RadioButton.class;
}
