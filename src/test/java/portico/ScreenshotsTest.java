package portico;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import portico.catalog.Vpc;
import portico.desktop.app.Theme;
import portico.model.EnvironmentName;
import portico.practice.aws.Faults;
import portico.practice.aws.SimulatedAws;
import portico.practice.aws.SimulationSettings;
import portico.practice.aws.http.Fault;
import portico.testing.Png;

/** Pictures of the real product at work, light and dark, for the documentation. */
@Tag("screenshots")
@ExtendWith(ApplicationExtension.class)
class ScreenshotsTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("portico.screenshots", "docs/screenshots"));
  private static final int MAX_BYTES = 130_000;

  @TempDir Path home;
  @TempDir Path elsewhere;

  @Test
  void every_screen_from_the_first_to_the_last() throws Exception {
    Files.createDirectories(PICTURES);
    try (LiveDesktop desktop = LiveDesktop.open(home)) {
      served(desktop);
      expiredCredentials(desktop);
      network(desktop);
      targets(desktop);
      routing(desktop);
      review(desktop);
      deployment(desktop);
      pages(desktop);
      destruction(desktop);
    }
    try (var pictures = Files.list(PICTURES)) {
      assertThat(pictures.filter(each -> each.toString().endsWith(".png")))
          .hasSizeGreaterThanOrEqualTo(2 * 24)
          .allSatisfy(each -> assertThat(Files.size(each)).isLessThan(MAX_BYTES));
    }
  }

  private static void served(LiveDesktop desktop) {
    desktop.await("wizard-serve-vllm");
    shoot(desktop, "01-serve");
    desktop.click("wizard-serve-paste");
    desktop
        .robot()
        .interact(
            () ->
                desktop
                    .robot()
                    .lookup("#wizard-serve-paste")
                    .queryTextInputControl()
                    .setText(
                        "docker run --gpus all -p 8000:8000 vllm/vllm-openai:latest"
                            + " --model meta-llama/Llama-3.1-8B-Instruct"));
    desktop.awaitText(10, "vLLM");
    show(desktop, "wizard-serve-advice-copy");
    shoot(desktop, "02-serve-values");
    desktop.next("account");
  }

  private void expiredCredentials(LiveDesktop desktop) throws Exception {
    desktop.await("wizard-identity");
    shoot(desktop, "03-account");
    Faults faults =
        Faults.none().always(Faults.ANY_ACTION, new Fault.Common(Fault.Kind.EXPIRED_TOKEN));
    try (SimulatedAws aws =
        SimulatedAws.start(elsewhere, SimulationSettings.defaults().withFaults(faults))) {
      desktop.click("wizard-account-endpoint");
      desktop.type("wizard-endpoint", aws.endpoint().toString());
      desktop.click("wizard-check");
      show(desktop, "wizard-account-failure");
      shoot(desktop, "04-account-expired-credentials");
    }
    desktop.click("wizard-account-practice");
    desktop.await("wizard-identity");
  }

  private static void network(LiveDesktop desktop) {
    desktop.next("network");
    desktop.await("wizard-subnets");
    shoot(desktop, "05-network");
    chooseVpc(desktop, "ml-platform");
    desktop.awaitText(30, "ml-platform-public-a");
    shoot(desktop, "06-network-unfit-subnets");
  }

  private static void targets(LiveDesktop desktop) {
    desktop.next("targets");
    desktop.choose("wizard-targets", "vllm-llama-3-8b-a");
    desktop.choose("wizard-targets", "vllm-llama-3-8b-b");
    desktop.type("wizard-health-timeout", "130");
    show(desktop, "wizard-health-timeout-error");
    shoot(desktop, "07-targets-wrong-timeout");
    desktop.type("wizard-health-timeout", "5");
    desktop.type("wizard-health-interval", "10");
    desktop.type("wizard-target-group-name", "llama-3-8b");
    top(desktop);
    shoot(desktop, "08-targets");
  }

  private static void routing(LiveDesktop desktop) {
    desktop.next("routing");
    shoot(desktop, "09-routing");
    desktop.click("wizard-https");
    desktop.until(
        30,
        "the certificates are read",
        () -> desktop.texts().stream().noneMatch(each -> each.startsWith("The certificates are")));
    shoot(desktop, "10-routing-https");
    certificate(desktop);
    desktop.click("wizard-https");
    desktop.next("access");
    desktop.type("wizard-load-balancer-name", "llama-3-8b-lb");
    shoot(desktop, "11-access");
    desktop.next("settings");
    desktop.await("wizard-back");
    shoot(desktop, "12-settings");
    desktop.click("wizard-name-add");
    desktop.type("wizard-name-1", "llama");
    show(desktop, "wizard-name-add");
    shoot(desktop, "35-own-name");
    desktop.click("wizard-name-1-remove");
  }

  /** The form's number depends on what was made before it. */
  private static void certificate(LiveDesktop desktop) {
    String form =
        desktop.robot().lookup(".button").queryAll().stream()
            .map(node -> String.valueOf(node.getId()))
            .filter(id -> id.startsWith("wizard-certificate-request"))
            .findFirst()
            .orElseThrow();
    desktop.click(form);
    desktop.type(form + "-domain", "models.example.com");
    desktop.click(form + "-ask");
    show(desktop, form + "-write");
    shoot(desktop, "30-certificate-request");
    desktop.click(form + "-close");
  }

  private static void review(LiveDesktop desktop) {
    desktop.next("review");
    desktop.await("wizard-preview-counts");
    shoot(desktop, "13-review-preview-running");
    desktop.until(
        LiveDesktop.OPERATION_SECONDS,
        "the deployment can start",
        () -> !desktop.robot().lookup("#wizard-deploy").queryButton().isDisabled());
    top(desktop);
    shoot(desktop, "14-review");
    show(desktop, "wizard-map");
    shoot(desktop, "14-review-map");
    show(desktop, "wizard-ends");
    shoot(desktop, "31-review-ends");
    show(desktop, "wizard-edit-access");
    shoot(desktop, "15-review-choices");
  }

  private static void deployment(LiveDesktop desktop) {
    desktop.click("wizard-deploy");
    desktop.await("progress-cancel");
    desktop.until(
        LiveDesktop.OPERATION_SECONDS,
        "the load balancer is being built",
        () ->
            desktop.texts().contains("working")
                && desktop.texts().stream().filter(text -> text.equals("done")).count() >= 2);
    shoot(desktop, "16-progress");
    desktop.requestClose();
    desktop.await("close-text");
    shoot(desktop, desktop.await("close-text").getScene(), "17-closing");
    desktop.click("close-stay");
    desktop.await(LiveDesktop.OPERATION_SECONDS, "result-dns");
    desktop.until(
        90,
        "all targets are healthy",
        () -> desktop.texts().stream().filter(text -> text.equals("healthy")).count() == 2);
    desktop.click("result-check");
    desktop.until(30, "it serves", () -> desktop.texts().contains("Serving"));
    desktop.until(
        60,
        "the proof has run by itself",
        () ->
            desktop.texts().stream()
                .anyMatch(each -> each.startsWith("Every step that was asked for")));
    top(desktop);
    shoot(desktop, "18-result");
    show(desktop, "result-output-url");
    shoot(desktop, "19-result-outputs");
  }

  private static void pages(LiveDesktop desktop) {
    tab(desktop, "map");
    desktop.await("map-canvas");
    shoot(desktop, "20-map");
    tab(desktop, "proof");
    desktop
        .robot()
        .interact(
            () -> desktop.robot().lookup("#proof-seconds").queryTextInputControl().setText("8"));
    desktop.click("proof-prove");
    desktop.awaitText(LiveDesktop.OPERATION_SECONDS, "as its users need it");
    shoot(desktop, "21-proof");
    tab(desktop, "cost");
    desktop.until(
        30,
        "the bill is shown",
        () -> desktop.texts().stream().anyMatch(each -> each.contains("month")));
    shoot(desktop, "22-cost");
    tab(desktop, "export");
    desktop.awaitText(30, "Terraform");
    shoot(desktop, "23-export");
    desktop.click("nav-environments");
    desktop.await("environment-resources");
    shoot(desktop, "25-environments");
    show(desktop, "environment-history");
    shoot(desktop, "26-environment-history");
    beside(desktop);
  }

  /** What is done beside a deployment: its end, a twin, a look for what is left. */
  private static void beside(LiveDesktop desktop) {
    EnvironmentName name = desktop.services().environments().list().getFirst().name();
    desktop.services().deadlines().endAt(name, Instant.now().plus(Duration.ofMinutes(25)));
    desktop.click("nav-environments");
    show(desktop, "environment-ends");
    shoot(desktop, "32-environment-ends");
    desktop.services().deadlines().never(name);
    desktop.click("environments-leftovers");
    desktop.click("sweep-look");
    desktop.until(
        30,
        "it was looked",
        () -> !desktop.robot().lookup("#sweep-look").queryButton().isDisabled());
    shoot(desktop, "33-leftovers");
    desktop.click("nav-wizard");
    desktop.await("wizard-serve-vllm");
    desktop.click("wizard-serve-vllm");
    desktop.next("account");
    desktop.click("wizard-existing");
    show(desktop, "wizard-existing-list");
    shoot(desktop, "34-existing-load-balancers");
    desktop.click("nav-environments");
    desktop.await("environment-resources");
  }

  private static void tab(LiveDesktop desktop, String id) {
    desktop.click("result-tab-" + id);
  }

  private static void destruction(LiveDesktop desktop) {
    desktop.click("environment-destroy");
    desktop.await(LiveDesktop.OPERATION_SECONDS, "destroy-list");
    shoot(desktop, "27-destroy");
    desktop.type(
        "destroy-name", desktop.services().environments().list().getFirst().name().value());
    desktop.click("destroy-confirm");
    desktop.await(LiveDesktop.OPERATION_SECONDS, "progress-success");
    shoot(desktop, "28-destroyed");
    desktop.click("nav-environments");
    desktop.await("environments-new");
    shoot(desktop, "29-environments-none");
  }

  // --- On the screen

  private static void chooseVpc(LiveDesktop desktop, String name) {
    ComboBox<?> box = (ComboBox<?>) desktop.await("wizard-vpc");
    desktop
        .robot()
        .interact(
            () ->
                box.getSelectionModel()
                    .select(
                        IntStream.range(0, box.getItems().size())
                            .filter(at -> ((Vpc) box.getItems().get(at)).name().equals(name))
                            .findFirst()
                            .orElseThrow()));
  }

  private static void show(LiveDesktop desktop, String id) {
    Node node = desktop.await(id);
    desktop.robot().interact(() -> LiveDesktop.scrollTo(node));
  }

  private static void top(LiveDesktop desktop) {
    desktop
        .robot()
        .interact(
            () ->
                desktop.robot().lookup("#page-content").queryAll().stream()
                    .map(ScrollPane.class::cast)
                    .forEach(pane -> pane.setVvalue(0)));
  }

  // --- The pictures

  /** Light first, then dark, with the button that a user would press. */
  private static void shoot(LiveDesktop desktop, String name) {
    shoot(desktop, desktop.stage().getScene(), name);
  }

  private static void shoot(LiveDesktop desktop, Scene scene, String name) {
    Button theme = (Button) desktop.await("nav-theme");
    if (!LiveDesktop.isLight()) {
      desktop.robot().interact(theme::fire);
    }
    for (Theme each : Theme.values()) {
      Png.write(LiveDesktop.picture(scene), file(name, each));
      desktop.robot().interact(theme::fire);
    }
  }

  private static Path file(String name, Theme theme) {
    return PICTURES.resolve(name + (theme == Theme.LIGHT ? "-light.png" : "-dark.png"));
  }
}
