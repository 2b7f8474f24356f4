package portico.desktop;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import portico.catalog.BalancerUse;
import portico.catalog.CatalogFailure;
import portico.catalog.TargetHealth;
import portico.desktop.app.Shell;
import portico.desktop.app.ShellView;
import portico.desktop.app.Theme;
import portico.desktop.fx.InlineBackground;
import portico.desktop.text.DesktopText;
import portico.desktop.widget.Stylesheets;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.model.EnvironmentSpec;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.Step;
import portico.probe.ProbeResult;
import portico.proof.ProofProblem;
import portico.proof.ProofStep;
import portico.testing.FakeProbe;
import portico.testing.FakeServiceProof;
import portico.testing.FakeServices;
import portico.testing.Journals;
import portico.testing.LeftoverSamples;
import portico.testing.Png;
import portico.testing.Samples;

/**
 * Renders every screen with realistic content into PNG files, light and dark: {@code Gallery FOLDER
 * [WIDTH HEIGHT]}.
 */
public final class Gallery {
  private final Path folder;
  private final double width;
  private final double height;

  private Gallery(Path folder, double width, double height) {
    this.folder = folder;
    this.width = width;
    this.height = height;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    double width = args.length > 2 ? Double.parseDouble(args[1]) : 960;
    double height = args.length > 2 ? Double.parseDouble(args[2]) : 720;
    Gallery gallery = new Gallery(folder, width, height);
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          try {
            gallery.renderAll();
          } finally {
            done.countDown();
          }
        });
    if (!done.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("rendering took longer than two minutes");
    }
    Platform.exit();
  }

  private void renderAll() {
    for (Theme theme : Theme.values()) {
      theme.apply();
      environments(theme);
      operations(theme);
      results(theme);
      destroy(theme);
      leftovers(theme);
    }
  }

  private void environments(Theme theme) {
    FakeServices fakes = new FakeServices();
    Shell shell = shell(fakes);
    shell.showEnvironments();
    save("environments-none", theme, shell);
    fill(fakes);
    shell.showEnvironment(Samples.NAME);
    save("environments", theme, shell);
    shell.showEnvironment(new portico.model.EnvironmentName("embeddings-eu"));
    save("environments-incomplete", theme, shell);
  }

  private void leftovers(Theme theme) {
    FakeServices fakes = new FakeServices();
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    LeftoverSamples.stand(fakes.leftovers, "llama-staging", FakeServices.INSTALLATION);
    LeftoverSamples.stand(fakes.leftovers, "old-demo", FakeServices.INSTALLATION);
    LeftoverSamples.stand(fakes.leftovers, "whisper", FakeServices.INSTALLATION);
    LeftoverSamples.stand(fakes.leftovers, "rag-frontend", "3f9a1c0b7d52");
    fakes.leftovers.uses.put(
        LeftoverSamples.balancer("rag-frontend", "3f9a1c0b7d52").id(), new BalancerUse(false, 2));
    fakes.leftovers.uses.put(
        LeftoverSamples.balancer("whisper", FakeServices.INSTALLATION).id(),
        new BalancerUse(true, 0));
    Shell shell = shell(fakes);
    shell.showLeftovers();
    save("leftovers", theme, shell, "#sweep-look");
  }

  static void fill(FakeServices fakes) {
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    fakes.environments.put(
        Samples.inState("rag-frontend", Samples.PROFILE, new EnvironmentState.Deployed()));
    fakes.environments.put(
        Samples.inState(
            "embeddings-eu",
            Samples.PROFILE,
            new EnvironmentState.Incomplete(
                Optional.of(Samples.id(3)), EnvironmentState.Reason.CANCELLED)));
    fakes.environments.put(
        Samples.inState(
            "whisper-test",
            Samples.ENDPOINT,
            new EnvironmentState.Working(Samples.id(9), OperationKind.DEPLOY)));
    fakes.environments.put(
        Samples.inState("old-demo", Samples.PRACTICE, new EnvironmentState.Empty()));
    fakes.environments.put(
        Samples.inState(
            "broken",
            Samples.PRACTICE,
            new EnvironmentState.Damaged("/home/ada/.portico/state/broken.json", true)));
    Journals.preview(fakes.operations, Samples.id(1), OperationKind.PREVIEW, Step.CREATE);
    Journals.deployHalfway(fakes.operations, Samples.id(2));
    Journals.deployFails(fakes.operations, Samples.id(2));
    Journals.deployHalfway(fakes.operations, Samples.id(4));
    Journals.deployRest(fakes.operations, Samples.id(4));
    fakes.operations.add(Samples.request(Samples.id(5), OperationKind.REFRESH));
    fakes.operations.finish(Samples.id(5), new Outcome.Cancelled(5));
  }

  private void operations(Theme theme) {
    OperationId id = Samples.id(2);
    FakeServices fakes = new FakeServices();
    Journals.preview(fakes.operations, Samples.id(1), OperationKind.PREVIEW, Step.CREATE);
    Journals.deployHalfway(fakes.operations, id);
    Shell shell = shell(fakes);
    shell.showOperation(id);
    save("progress", theme, shell);
    fakes.operations.emit(id, new OperationEvent.CancelRequested(Samples.NOW.plusSeconds(8), 1));
    save("progress-cancelling", theme, shell);
    Journals.deployFails(fakes.operations, id);
    save("progress-failed", theme, shell);

    FakeServices installing = new FakeServices();
    installing.operations.add(Samples.request(id, OperationKind.DEPLOY));
    Instant now = Samples.NOW.plusSeconds(4);
    installing.operations.emit(id, new OperationEvent.PhaseStarted(now, Phase.ENGINE));
    installing.operations.emit(
        id,
        new OperationEvent.EngineInstall(
            now, new InstallEvent.Downloading(38_000_000, OptionalLong.of(96_000_000))));
    Shell engine = shell(installing);
    engine.showOperation(id);
    save("progress-engine", theme, engine);

    FakeServices done = new FakeServices();
    Journals.deployHalfway(done.operations, id);
    Journals.deployRest(done.operations, id);
    Shell over = shell(done);
    over.showOperation(id);
    save("progress-done", theme, over);
  }

  private void results(Theme theme) {
    FakeServices fakes = new FakeServices();
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    fakes.catalog.health.put(
        Samples.TARGET_GROUP_ARN,
        List.of(
            new TargetHealth("i-0f1e2d3c4b5a69788", 8000, "healthy", "", ""),
            new TargetHealth(
                "i-0a9b8c7d6e5f40312",
                8000,
                "unhealthy",
                "Target.FailedHealthChecks",
                "Health checks failed with these codes: [404]")));
    Shell shell = shell(fakes);
    shell.showResult(Samples.NAME);
    save("result", theme, shell);

    maps(theme);
    proofs(theme);

    FakeServices failing = new FakeServices();
    failing.environments.put(Samples.deployed("llama-staging", Samples.PROFILE));
    failing.probe.verdict = ProbeResult.Verdict.NO_ANSWER;
    failing.probe.steps = FakeProbe.silent();
    failing.catalog.failure =
        Optional.of(new CatalogFailure.ExpiredCredentials(Optional.of("ml-platform"), true));
    Shell bad = shell(failing);
    bad.showResult(Samples.NAME);
    save("result-failing", theme, bad);
  }

  private void maps(Theme theme) {
    FakeServices fakes = new FakeServices();
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    fakes.catalog.securityGroups.addAll(Samples.closedSecurityGroups());
    fakes.catalog.health.put(
        Samples.TARGET_GROUP_ARN,
        List.of(
            new TargetHealth(
                "i-0f1e2d3c4b5a69788", 8000, "unhealthy", "Target.Timeout", "Request timed out")));
    Shell shell = shell(fakes);
    shell.showResult(Samples.NAME);
    save("map", theme, shell, "#result-tab-map");
    shell.showResult(Samples.NAME);
    save(
        "map-doctor",
        theme,
        shell,
        "#result-tab-map",
        "#map-wrong-ai-inference-tg-i-0f1e2d3c4b5a69788",
        "#map-fix-1");
  }

  private static Environment changed(
      UnaryOperator<Optional<EnvironmentSpec>> spec, Instant lastChange) {
    Environment usual = Samples.deployed(Samples.NAME.value(), Samples.PRACTICE);
    return new Environment(
        usual.name(),
        usual.state(),
        spec.apply(usual.spec()),
        usual.account(),
        usual.provider(),
        usual.outputs(),
        usual.resources(),
        Optional.of(lastChange));
  }

  private void proofs(Theme theme) {
    FakeServices fakes = new FakeServices();
    fakes.environments.put(changed(spec -> spec, Samples.NOW.minusSeconds(60)));
    Shell shell = shell(fakes);
    shell.showResult(Samples.NAME);
    save("result-proof-waiting", theme, shell);
    fakes.catalog.health.put(
        Samples.TARGET_GROUP_ARN,
        List.of(new TargetHealth("i-0f1e2d3c4b5a69788", 8000, "healthy", "", "")));
    fakes.proof.steps = FakeServiceProof.allGood();
    shell.showResult(Samples.NAME);
    save("result-proof", theme, shell);
    fakes.proof.steps =
        List.of(
            FakeServiceProof.allGood().getFirst(),
            new ProofStep.Failed(
                "ai-inference-listener",
                Duration.ofSeconds(10),
                ProofStep.Stage.CONNECT,
                new ProofProblem.TimedOut(Duration.ofSeconds(10))));
    shell.showResult(Samples.NAME);
    save("result-proof-failed", theme, shell, "#result-proof");
    save("proof-kept", theme, shell, "#result-tab-proof", "#proof-kept-2");
  }

  private void destroy(Theme theme) {
    FakeServices fakes = new FakeServices();
    fakes.environments.put(Samples.deployed("llama-staging", Samples.PRACTICE));
    Shell shell = shell(fakes);
    shell.startDestroy(Samples.NAME);
    save("destroy-looking", theme, shell);
    fakes.operations.finish(
        fakes.operations.started.getFirst().id(),
        new Outcome.Succeeded(new java.util.TreeMap<>(), Map.of(Step.DELETE, 3)));
    save("destroy", theme, shell);
    FakeServices guarded = new FakeServices();
    guarded.environments.put(
        changed(usual -> usual.map(Samples::withDeletionProtection), Samples.NOW.minusSeconds(60)));
    Shell warned = shell(guarded);
    warned.startDestroy(Samples.NAME);
    guarded.operations.finish(
        guarded.operations.started.getFirst().id(),
        new Outcome.Succeeded(new java.util.TreeMap<>(), Map.of(Step.DELETE, 3)));
    save("destroy-protected", theme, warned);
  }

  private static Shell shell(FakeServices fakes) {
    DesktopScreens screens =
        new DesktopScreens(
            fakes.services(),
            new InlineBackground(),
            (services, background, navigation, links, start) -> Region::new,
            (URI address) -> {},
            InstantSource.fixed(Samples.NOW.plusSeconds(12)));
    return new Shell(screens, Region::new);
  }

  /** Shows the screen, presses buttons one after the other, and takes the picture. */
  private void save(String name, Theme theme, Shell shell, String... pressed) {
    ShellView view = new ShellView(shell, new SimpleObjectProperty<>(theme), DesktopText.words());
    Scene scene = new Scene(view, width, height);
    Stylesheets.apply(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    view.applyCss();
    view.layout();
    for (String button : pressed) {
      ((javafx.scene.control.ButtonBase) view.lookup(button)).fire();
      view.applyCss();
      view.layout();
    }
    String file = name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
    Png.write(scene.snapshot(null), folder.resolve(file));
    stage.hide();
    scene.setRoot(new Region());
  }
}
