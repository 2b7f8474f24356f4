package portico.desktop.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.routing.RoutingSamples;
import portico.model.ApiKeyGate;
import portico.model.ListenerRuleSpec;
import portico.model.ListenerSpec;
import portico.model.Protocol;
import portico.testing.FakeCertificateRequests;

@ExtendWith(ApplicationExtension.class)
class RoutingViewTest {
  @SuppressWarnings("NullAway.Init") // set by start, which TestFX calls first
  private WizardStage shown;

  @Start
  void start(Stage stage) {
    shown = WizardStage.show(stage, new WizardFixture());
  }

  private List<ListenerSpec> listeners() {
    return shown.wizard.routing().choice().getValue().orElseThrow().listeners();
  }

  private void tick(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup("#" + id).queryAs(CheckBox.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The id of the only shown node whose id fits; numbers in ids depend on what was made before. */
  private String idLike(FxRobot robot, String pattern) {
    List<String> found =
        robot
            .lookup(node -> node.getId() != null && node.getId().matches(pattern))
            .queryAll()
            .stream()
            .filter(WizardStage::isShown)
            .map(Node::getId)
            .toList();
    assertThat(found).as(pattern).isNotEmpty();
    return found.getLast();
  }

  private void addRule(FxRobot robot, String path) {
    robot.interact(
        () ->
            robot
                .lookup("#" + idLike(robot, "wizard-listener-\\d+-rules"))
                .queryAs(TitledPane.class)
                .setExpanded(true));
    shown.press(idLike(robot, "wizard-listener-\\d+-rule-add"));
    shown.type(idLike(robot, "wizard-value-\\d+"), path);
  }

  @Test
  void https_without_a_certificate_offers_to_request_one(FxRobot robot) {
    shown.goTo(StepId.ROUTING);

    tick(robot, "wizard-https");

    assertThat(shown.text(idLike(robot, "wizard-certificates-\\d+-none")))
        .contains("no issued certificate");
    assertThat(shown.text("wizard-problem")).isEqualTo("HTTPS on port 443: Choose a certificate.");
    tick(robot, "wizard-https");
    assertThat(shown.wizard.problem().getValue()).isEmpty();
  }

  @Test
  void a_certificate_is_requested_and_proven_without_leaving_the_step(FxRobot robot) {
    FakeCertificateRequests acm = shown.fixture.fakes.catalogs.requests;
    shown.goTo(StepId.ROUTING);
    tick(robot, "wizard-https");
    shown.press(idLike(robot, "wizard-certificate-request-\\d+"));
    shown.type(idLike(robot, "wizard-certificate-request-\\d+-domain"), "api.example.com");
    shown.press(idLike(robot, "wizard-certificate-request-\\d+-ask"));

    assertThat(shown.text(idLike(robot, "wizard-certificate-request-\\d+-status")))
        .contains("waits until its DNS records are seen");
    assertThat(
            robot
                .lookup("#" + idLike(robot, "wizard-certificate-request-\\d+-record-0-value"))
                .queryTextInputControl()
                .getText())
        .endsWith(".acm-validations.aws.");
    shown.press(idLike(robot, "wizard-certificate-request-\\d+-write"));
    assertThat(acm.written).hasSize(1);
  }

  @Test
  void the_only_issued_certificate_is_taken_and_the_http_listener_folds_away(FxRobot robot) {
    shown.fixture.fakes.catalog.certificates.add(RoutingSamples.certificates().get(1));
    shown.goTo(StepId.ROUTING);

    tick(robot, "wizard-https");

    assertThat(listeners())
        .extracting(ListenerSpec::protocol)
        .containsExactly(Protocol.HTTPS, Protocol.HTTP);
    assertThat(shown.text(idLike(robot, "wizard-listener-\\d+-sentence")))
        .contains("redirect (301) to https://");
  }

  @Test
  void rules_are_added_typed_and_moved_with_the_keyboard(FxRobot robot) {
    shown.goTo(StepId.ROUTING);
    addRule(robot, "/v1/*");
    addRule(robot, "/docs");
    String second = idLike(robot, "wizard-rule-\\d+-sentence");
    assertThat(shown.text(second)).isEqualTo("Path /docs \u2192 ai-inference-tg");

    robot.push(KeyCode.ALT, KeyCode.UP);

    assertThat(listeners().getFirst().rules())
        .extracting(ListenerRuleSpec::priority)
        .containsExactly(10, 20);
    assertThat(listeners().getFirst().rules().getFirst().conditions().toString()).contains("/docs");
    Node owner = robot.listWindows().getFirst().getScene().getFocusOwner();
    assertThat(owner.getId()).isEqualTo(second.replace("-sentence", "-up"));
  }

  @Test
  void a_hidden_rule_is_marked_with_the_one_that_hides_it(FxRobot robot) {
    shown.goTo(StepId.ROUTING);
    addRule(robot, "/v1/*");
    addRule(robot, "/v1/chat/*");

    assertThat(shown.text(idLike(robot, "wizard-rule-\\d+-hidden"))).contains("rule 10");
  }

  @Test
  void one_tick_lets_only_callers_with_a_key_through(FxRobot robot) {
    shown.goTo(StepId.ROUTING);

    tick(robot, idLike(robot, "wizard-gate-\\d+"));

    assertThat(ApiKeyGate.isClosed(listeners().getFirst())).isPresent();
    assertThat(shown.text(idLike(robot, "wizard-gate-\\d+-made"))).contains("when you deploy");
    assertThat(shown.isShown(idLike(robot, "wizard-gate-\\d+-plain"))).isTrue();
  }

  @Test
  void the_hint_opens_the_rule_that_is_not_complete_and_leads_to_its_field(FxRobot robot) {
    shown.goTo(StepId.ROUTING);
    addRule(robot, "/v1/*");
    shown.type(idLike(robot, "wizard-value-\\d+"), "");
    shown.press(idLike(robot, "wizard-rule-\\d+-done"));
    assertThat(shown.text("wizard-problem")).startsWith("HTTP on port 80: rule 10: ");

    robot.clickOn("#wizard-problem");
    WaitForAsyncUtils.waitForFxEvents();

    Node owner = robot.listWindows().getFirst().getScene().getFocusOwner();
    assertThat(owner.getId()).matches("wizard-value-\\d+");
  }

  @Test
  void a_made_up_request_is_answered_while_it_is_typed(FxRobot robot) {
    shown.goTo(StepId.ROUTING);
    addRule(robot, "/v1/*");
    robot.interact(() -> robot.lookup("#wizard-try").queryAs(TitledPane.class).setExpanded(true));

    shown.type("wizard-try-path", "/v1/models");
    assertThat(shown.text("wizard-try-outcome")).startsWith("Rule 10 takes it");
    shown.type("wizard-try-path", "/V1/models");
    assertThat(shown.text("wizard-try-outcome")).startsWith("No rule takes it");
  }

  @Test
  void a_group_that_is_gone_is_replaced_with_one_press(FxRobot robot) {
    shown.goTo(StepId.ROUTING);
    robot.interact(
        () ->
            shown
                .wizard
                .routing()
                .prefill(List.of(new ListenerSpec("plain", Protocol.HTTP, 80, "vllm-old"))));
    assertThat(shown.wizard.problem().getValue().orElseThrow().text()).contains("vllm-old");

    shown.press("wizard-routing-repair-vllm-old");

    assertThat(listeners().getFirst().targetGroups()).containsExactly("ai-inference-tg");
  }

  @Test
  void another_certificate_becomes_the_default_one_with_its_radio_button(FxRobot robot) {
    shown.fixture.fakes.catalog.certificates.addAll(RoutingSamples.certificates());
    shown.goTo(StepId.ROUTING);
    tick(robot, "wizard-https");
    robot.interact(
        () -> robot.lookup("#" + idLike(robot, "wizard-certificates-\\d+")).query().requestFocus());
    robot.push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.SPACE);
    assertThat(listeners().getFirst().tls().orElseThrow().certificateArn())
        .isEqualTo(RoutingSamples.API_CERTIFICATE);

    robot.interact(
        () ->
            robot.lookup(RadioButton.class::isInstance).queryAllAs(RadioButton.class).stream()
                .filter(each -> each.getAccessibleText().contains("models.example.org"))
                .forEach(RadioButton::fire));

    assertThat(listeners().getFirst().tls().orElseThrow().certificateArn())
        .isEqualTo(RoutingSamples.OLD_CERTIFICATE);
  }
}
