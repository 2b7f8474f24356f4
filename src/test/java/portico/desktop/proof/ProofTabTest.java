package portico.desktop.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import portico.desktop.app.Theme;
import portico.desktop.fx.InlineBackground;
import portico.desktop.text.DesktopText;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Stylesheets;
import portico.proof.ProofProblem;
import portico.proof.ProofStep;
import portico.proof.SilenceFacts;
import portico.proof.TlsFacts;
import portico.testing.FakeServiceProof;
import portico.testing.FakeServices;
import portico.testing.Png;
import portico.testing.Samples;

/** The page in a headless window; with the property {@code proof.shots} it is drawn to files. */
class ProofTabTest {
  private final FakeServices fakes = new FakeServices();
  private final FxRobot robot = new FxRobot();
  private final ProofViewModel model =
      new ProofViewModel(
          fakes.services(),
          new InlineBackground(),
          InstantSource.fixed(Samples.NOW.plusSeconds(130)));

  @BeforeEach
  void start() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          Theme.LIGHT.apply();
          ProofTab tab = new ProofTab(model, new TimeText(DesktopText.words(), ZoneOffset.UTC));
          StackPane root = new StackPane(tab.node());
          root.setStyle("-fx-padding: 20px; -fx-alignment: top-left;");
          Scene scene = new Scene(root, 730, 720);
          Stylesheets.apply(scene);
          Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
          stage.setScene(scene);
          stage.show();
          tab.read(Samples.deployed("llama-staging", Samples.PRACTICE));
          tab.shown(Samples.deployed("llama-staging", Samples.PRACTICE));
        });
  }

  private void shoot(String name) {
    Optional.ofNullable(System.getProperty("proof.shots"))
        .map(Path::of)
        .filter(Files::isDirectory)
        .ifPresent(
            folder ->
                robot.interact(
                    () -> {
                      for (Theme theme : Theme.values()) {
                        theme.apply();
                        Scene scene = robot.listTargetWindows().getFirst().getScene();
                        scene.getRoot().applyCss();
                        scene.getRoot().layout();
                        String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
                        Png.write(scene.snapshot(null), folder.resolve(file));
                      }
                    }));
  }

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  @Test
  void before_the_first_proof_the_page_says_what_one_asks() {
    shoot("proof-none");

    assertThat(robot.lookup("#proof-none").query().isVisible()).isTrue();
    assertThat(robot.lookup("#proof-verdict").query().isVisible()).isTrue();
    assertThat(robot.lookup("#proof-verdict").query().getParent().isVisible()).isFalse();
  }

  @Test
  void a_proof_shows_its_verdict_its_steps_and_when_tokens_came() {
    robot.interact(() -> robot.lookup("#proof-prove").queryAs(Button.class).fire());
    shoot("proof-proven");

    assertThat(text("#proof-verdict")).isEqualTo("Proven");
    assertThat(text("#proof-verdict-text")).startsWith("Every step went well");
    assertThat(robot.lookup(".proof-line").queryAll()).hasSize(5);
    assertThat(robot.lookup(".arrival-strip").queryAll()).hasSize(1);
    assertThat(robot.lookup(".arrival-longest").queryAll()).hasSize(1);
    assertThat(robot.lookup("#proof-none").query().isVisible()).isFalse();
  }

  @Test
  void what_failed_says_what_to_do() {
    fakes.proof.steps = cut();
    System.gc(); // What is held weakly alone would not follow from here on.
    robot.interact(() -> robot.lookup("#proof-prove").queryAs(Button.class).fire());
    shoot("proof-partly");

    assertThat(text("#proof-verdict")).isEqualTo("Partly proven");
    assertThat(text("#proof-verdict-text")).contains("Silence failed");
    assertThat(robot.lookup("#proof-none").query().isVisible()).isFalse();
    assertThat(robot.lookup(".proof-what").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(
            text -> text.startsWith("The idle timeout cut it") && text.contains("keep-alive"));
  }

  private static List<ProofStep> cut() {
    String listener = "https";
    List<ProofStep> steps = new ArrayList<>();
    steps.add(new ProofStep.Resolved(listener, Duration.ofMillis(1), List.of("127.0.0.1"), true));
    steps.add(new ProofStep.Connected(listener, Duration.ofMillis(1), "127.0.0.1:8443"));
    steps.add(
        new ProofStep.Secured(
            listener,
            Duration.ofMillis(38),
            new TlsFacts(
                "TLSv1.3",
                "TLS_AES_256_GCM_SHA384",
                true,
                "CN=models.example.com",
                List.of("models.example.com"),
                "CN=Practice",
                Instant.parse("2027-12-01T00:00:00Z"),
                TlsFacts.Trust.PRACTICE,
                "models.example.com",
                true,
                false)));
    steps.add(
        new ProofStep.Healthy(listener, Duration.ofMillis(9), "/health", 200, "awselb/2.0", true));
    steps.add(new ProofStep.Refused(listener, Duration.ofMillis(4), "/portico/without-key", 401));
    steps.add(new ProofStep.Streamed(listener, Duration.ofMillis(1412), FakeServiceProof.stream()));
    steps.add(
        new ProofStep.Failed(
            listener,
            Duration.ofMillis(60_040),
            ProofStep.Stage.SILENCE,
            new ProofProblem.SilenceCut(
                new SilenceFacts(
                    Duration.ofSeconds(90), SilenceFacts.Way.REQUEST, Duration.ofSeconds(60)),
                Duration.ofMillis(60_040),
                ProofProblem.Cut.GATEWAY_TIMEOUT,
                true)));
    return steps;
  }

  @Test
  void settings_are_folded_and_a_wrong_one_keeps_the_button_off() {
    TitledPane settings = robot.lookup("#proof-settings").queryAs(TitledPane.class);
    assertThat(settings.isExpanded()).isFalse();
    robot.interact(
        () -> {
          settings.setExpanded(true);
          model.settings().own().wantedProperty().set(true);
          model.settings().own().headersProperty().set("no colon");
          model.settings().secondsProperty().set("5000");
        });
    shoot("proof-settings");

    assertThat(robot.lookup("#proof-prove").queryAs(Button.class).isDisabled()).isTrue();
    assertThat(text("#proof-seconds-error")).contains("4100");
    assertThat(text("#proof-headers-error")).contains("Name: value");
  }

  @Test
  void earlier_reports_are_listed_and_one_can_be_turned_to() {
    assertThat(robot.lookup("#proof-kept").query().isVisible()).isFalse();
    robot.interact(() -> robot.lookup("#proof-prove").queryAs(Button.class).fire());
    fakes.proof.steps = cut();
    robot.interact(() -> robot.lookup("#proof-prove").queryAs(Button.class).fire());
    shoot("proof-kept");
    assertThat(robot.lookup("#proof-kept").query().isVisible()).isTrue();
    assertThat(text("#proof-verdict")).isEqualTo("Partly proven");

    robot.interact(() -> robot.lookup("#proof-kept-2").queryAs(ToggleButton.class).fire());

    assertThat(text("#proof-verdict")).isEqualTo("Proven");
    assertThat(robot.lookup(".proof-line").queryAll()).hasSize(5);
    assertThat(robot.lookup("#proof-kept-2").queryAs(ToggleButton.class).isSelected()).isTrue();
    assertThat(robot.lookup("#proof-kept-1").queryAs(ToggleButton.class).isSelected()).isFalse();
  }
}
