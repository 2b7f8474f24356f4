package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import portico.desktop.wizard.review.PreviewRow;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentName;
import portico.operation.OperationKind;
import portico.operation.OperationStatus;
import portico.operation.Outcome;
import portico.operation.Step;

/**
 * The whole product, clicked through: window, worker process, engine and simulated AWS are the real
 * ones.
 */
@Tag("engine")
@ExtendWith(ApplicationExtension.class)
class ClickThroughTest {
  private static final EnvironmentName NAME = new EnvironmentName("clicked");
  private static final String TARGET = "web-demo";

  @TempDir Path home;

  @Test
  void from_an_empty_home_to_a_serving_endpoint_and_back_to_nothing() throws Exception {
    try (LiveDesktop desktop = LiveDesktop.open(home)) {
      fillIn(desktop);
      assertThatThePreviewIsShown(desktop);
      deploy(desktop);
      assertThatProgressIsShown(desktop);
      assertThatTheEndpointServes(desktop);
      assertThatTheEnvironmentIsListed(desktop);
      destroy(desktop);
      assertThatNothingIsLeft(desktop);
    }
  }

  private static void fillIn(LiveDesktop desktop) {
    desktop.await("wizard-page-serve");
    desktop.click("wizard-serve-other");
    desktop.next("account");
    desktop.click("wizard-account-practice");
    desktop.await("wizard-identity");
    assertThat(desktop.isShown("practice-banner")).isTrue();
    desktop.next("network");
    desktop.next("targets");
    desktop.choose("wizard-targets", TARGET);
    desktop.next("routing");
    desktop.next("access");
    desktop.next("settings");
    desktop.next("review");
    desktop.type("wizard-environment-name", NAME.value());
  }

  private static void assertThatThePreviewIsShown(LiveDesktop desktop) {
    desktop.until(
        LiveDesktop.OPERATION_SECONDS,
        "the preview is over",
        () -> !desktop.robot().lookup("#wizard-deploy").queryButton().isDisabled());
    assertThat(desktop.texts()).contains("8 to create");
    TableView<?> table = (TableView<?>) desktop.await("wizard-preview");
    assertThat(table.getItems())
        .extracting(row -> ((PreviewRow) row).resource().type())
        .containsExactlyInAnyOrder(
            "aws:ec2/securityGroup:SecurityGroup",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            "aws:lb/targetGroup:TargetGroup",
            "aws:lb/loadBalancer:LoadBalancer",
            "aws:lb/targetGroupAttachment:TargetGroupAttachment",
            "aws:lb/listener:Listener");
    assertThat(table.getItems())
        .extracting(row -> ((PreviewRow) row).step())
        .containsOnly(Step.CREATE);
    assertThat(table.getHeight()).isGreaterThan(8 * 36);
  }

  private static void deploy(LiveDesktop desktop) {
    desktop.click(LiveDesktop.OPERATION_SECONDS, "wizard-deploy");
  }

  private static void assertThatProgressIsShown(LiveDesktop desktop) {
    desktop.await("progress-cancel");
    desktop.awaitText(LiveDesktop.OPERATION_SECONDS, "Load balancer");
  }

  private static void assertThatTheEndpointServes(LiveDesktop desktop) {
    desktop.await(LiveDesktop.OPERATION_SECONDS, "result-dns");
    assertThat(desktop.text("result-dns"))
        .matches("ai-inference-lb-\\d+\\.us-west-2\\.elb\\.localhost");
    desktop.await("result-verdict");
    desktop.awaitText(60, "healthy");
    desktop.click("result-check");
    desktop.until(30, "the endpoint serves", () -> desktop.texts().contains("Serving"));
  }

  private static void assertThatTheEnvironmentIsListed(LiveDesktop desktop) {
    desktop.click("nav-environments");
    assertThat(desktop.text("environment-name")).isEqualTo(NAME.value());
    assertThat(desktop.text("environment-state")).isEqualTo("Deployed");
    Environment listed = desktop.services().environments().find(NAME).orElseThrow();
    assertThat(listed.state()).isEqualTo(new EnvironmentState.Deployed());
    assertThat(listed.resources()).hasSize(8);
  }

  private static void destroy(LiveDesktop desktop) {
    desktop.click("environment-destroy");
    desktop.await(LiveDesktop.OPERATION_SECONDS, "destroy-list");
    assertThat(desktop.await("destroy-confirm").isDisabled()).isTrue();
    desktop.type("destroy-name", NAME.value());
    desktop.click("destroy-confirm");
    desktop.await("progress-resources");
    desktop.await(LiveDesktop.OPERATION_SECONDS, "progress-success");
    assertThat(desktop.text("progress-success")).isEqualTo("Done: 8 deleted.");
  }

  private static void assertThatNothingIsLeft(LiveDesktop desktop) {
    desktop.click("progress-environments");
    desktop.await("environments-new");
    assertThat(desktop.services().environments().list()).isEmpty();
  }

  @Test
  void a_window_closed_in_mid_deployment_finds_it_again_and_shows_its_end() throws Exception {
    try (LiveDesktop first = LiveDesktop.open(home)) {
      fillIn(first);
      deploy(first);
      assertThatProgressIsShown(first);
      first.requestClose();
      assertThat(first.text("close-text")).contains(NAME.value());
      first.click("close-go-on");
      first.until(10, "the window is closed", first::isClosed);
      assertThat(isRunning(first)).isTrue();
    }
    try (LiveDesktop second = LiveDesktop.open(home)) {
      second.click("environment-follow");
      second.await("progress-resources");
      second.await(LiveDesktop.OPERATION_SECONDS, "result-dns");

      assertThat(second.services().operations().history(NAME))
          .filteredOn(each -> each.request().kind() == OperationKind.DEPLOY)
          .singleElement()
          .extracting(each -> each.status())
          .isInstanceOfSatisfying(
              OperationStatus.Finished.class,
              end -> assertThat(end.result().outcome()).isInstanceOf(Outcome.Succeeded.class));
    }
  }

  private static boolean isRunning(LiveDesktop desktop) {
    return desktop.services().operations().recent(5).stream()
        .filter(each -> each.request().kind() == OperationKind.DEPLOY)
        .anyMatch(each -> each.status() instanceof OperationStatus.Running);
  }
}
