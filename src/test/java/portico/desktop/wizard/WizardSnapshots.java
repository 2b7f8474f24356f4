package portico.desktop.wizard;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TitledPane;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import portico.catalog.AwsProfile;
import portico.catalog.CatalogFailure;
import portico.catalog.DeviceCode;
import portico.catalog.IpamPool;
import portico.catalog.SignInAnswer;
import portico.catalog.SignInFailure;
import portico.catalog.SignInNeeds;
import portico.desktop.app.WizardStart;
import portico.desktop.fx.InlineBackground;
import portico.desktop.widget.Stylesheets;
import portico.desktop.wizard.access.AccessMode;
import portico.desktop.wizard.account.AccountKind;
import portico.desktop.wizard.targets.GroupViewModel;
import portico.desktop.wizard.targets.StickinessKind;
import portico.model.Algorithm;
import portico.model.ProtocolVersion;
import portico.model.TargetType;
import portico.operation.InstallEvent;
import portico.operation.OperationEvent;
import portico.operation.OperationFailure;
import portico.operation.Outcome;
import portico.operation.Phase;
import portico.operation.Step;
import portico.testing.ManualBackground;
import portico.testing.Png;
import portico.testing.Samples;

/** Renders every step in several states to PNG files, for looking at: {@code FOLDER light|dark}. */
public final class WizardSnapshots {
  private final Path folder;
  private final String theme;

  private WizardSnapshots(Path folder, String theme) {
    this.folder = folder;
    this.theme = theme;
  }

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Application.setUserAgentStylesheet(
              args[1].equals("dark")
                  ? new PrimerDark().getUserAgentStylesheet()
                  : new PrimerLight().getUserAgentStylesheet());
          try {
            new WizardSnapshots(Path.of(args[0]), args[1]).all();
          } finally {
            done.countDown();
          }
        });
    done.await();
    Platform.exit();
  }

  private void all() {
    takeover();
    account();
    network();
    targets();
    targetGroups();
    access();
    review();
    WizardFixture edit = new WizardFixture();
    WizardStart start = new WizardStart.Change(Samples.NAME, Samples.spec(), Samples.PRACTICE);
    WizardViewModel editing = edit.wizard(new InlineBackground(), Optional.of(start));
    render("6-edit-account", editing, 640);
  }

  private void takeover() {
    WizardFixture old = new WizardFixture();
    old.fakes.catalog.existing.add(Samples.found());
    WizardViewModel first = old.wizard();
    first.takeover().list();
    render("7-takeover-list", first, 1000);
    WizardStart start = new WizardStart.Twin(Samples.found(), Samples.PRACTICE);
    WizardFixture twin = new WizardFixture();
    render("7-takeover-notes", twin.wizard(new InlineBackground(), Optional.of(start)), 900);
  }

  private void account() {
    WizardFixture practice = new WizardFixture();
    WizardViewModel first = practice.wizard();
    render("1-account-practice", first, 640);
    WizardFixture profiles = new WizardFixture();
    profiles.addProfile("default", AwsProfile.Kind.STATIC_KEYS, "us-east-1");
    profiles.addProfile("ml-platform", AwsProfile.Kind.IAM_IDENTITY_CENTER, "us-west-2");
    WizardViewModel real = profiles.wizard();
    render("1-account-profile", real, 900);
    profiles.fakes.catalog.failure =
        Optional.of(new CatalogFailure.ExpiredCredentials(Optional.of("ml-platform"), true));
    real.account().chooseProfile(real.account().profiles().get(1));
    render("1-account-expired", real, 640);
    signIn(profiles, real);
    real.account().chooseKind(AccountKind.ENDPOINT);
    real.account().endpoint().textProperty().set("htp:/moto");
    real.account().region().textProperty().set("us-west");
    render("1-account-endpoint", real, 640);
    WizardViewModel busy =
        new WizardViewModel(
            profiles.fakes.services(),
            new ManualBackground(),
            profiles.texts,
            profiles.navigation,
            link -> {},
            () -> Samples.NOW,
            Optional.empty());
    busy.enter();
    render("1-account-busy", busy, 640);
  }

  private void signIn(WizardFixture fixture, WizardViewModel wizard) {
    DeviceCode code =
        new DeviceCode(
            "BCDF-GHJK",
            URI.create("https://device.sso.us-west-2.amazonaws.com/"),
            URI.create("https://device.sso.us-west-2.amazonaws.com/?user_code=BCDF-GHJK"),
            Duration.ofMinutes(10));
    fixture.fakes.signIns.shown = Optional.of(code);
    fixture.fakes.signIns.meanwhile = () -> render("1-account-sign-in", wizard, 760);
    fixture.fakes.signIns.answer = new SignInAnswer.Failed(new SignInFailure.CodeOver());
    wizard.account().signIn().start();
    render("1-account-sign-in-failed", wizard, 760);
    String device = "arn:aws:iam::123456789012:mfa/ada";
    fixture.fakes.catalog.failure =
        Optional.of(new CatalogFailure.MfaCodeNeeded(Optional.of("ml-platform"), device));
    wizard.account().check();
    render("1-account-mfa", wizard, 760);
    fixture.fakes.signIns.meanwhile = () -> {};
    fixture.fakes.signIns.answer = new SignInAnswer.Failed(new SignInFailure.WrongCode(device));
    wizard.account().signIn().code().textProperty().set("123456");
    wizard.account().signIn().send();
    render("1-account-mfa-wrong", wizard, 760);
    fixture.fakes.catalog.failure = Optional.empty();
    fixture.fakes.signIns.needs = new SignInNeeds(Optional.empty(), Optional.of(device));
    fixture.fakes.catalog.credentialsExpiry = Optional.of(Samples.NOW.plusSeconds(47 * 60));
    wizard.account().check();
    render("1-account-end", wizard, 760);
    fixture.fakes.catalog.credentialsExpiry = Optional.of(Samples.NOW.plusSeconds(9 * 60));
    wizard.account().check();
    render("1-account-end-soon", wizard, 760);
  }

  private void network() {
    WizardFixture fixture = manySubnets();
    WizardViewModel wizard = at(fixture, 1);
    render("2-network", wizard, 640);
    render("2-network-tall", wizard, 980);
    wizard.network().subnets().all().get(2).chosenProperty().set(true);
    wizard.network().subnets().all().get(0).chosenProperty().set(false);
    wizard.network().subnets().all().get(1).chosenProperty().set(false);
    render("2-network-fault", wizard, 900);
    fixture.fakes.catalog.ipamPools.add(
        new IpamPool("ipam-pool-0a1b2c3d4e5f60718", "partner-allow-list", ""));
    wizard.network().reload();
    render("2-network-pool", wizard, 900);
    wizard.network().chooseVpc(fixture.fakes.catalog.vpcs.get(1));
    render("2-network-empty", wizard, 640);
    fixture.fakes.catalog.failure =
        Optional.of(
            new CatalogFailure.AccessDenied(
                "ec2:DescribeVpcs",
                "User: arn:aws:iam::123456789012:user/ada is not authorized to perform:"
                    + " ec2:DescribeVpcs because no identity-based policy allows it"));
    wizard.network().reload();
    render("2-network-denied", wizard, 640);
  }

  private void targets() {
    WizardViewModel wizard = at(manySubnets(), 2);
    render("3-targets", wizard, 640);
    GroupViewModel group = wizard.targets().groups().getFirst();
    group.instances().rows().all().get(0).chosenProperty().set(true);
    group.instances().rows().all().get(1).chosenProperty().set(true);
    group.instances().rows().all().get(0).port().textProperty().set("8001");
    render("3-targets-tall", wizard, 980);
    group.name().textProperty().set("-llama_70b");
    group.port().textProperty().set("70000");
    group.health().timeout().textProperty().set("30");
    group.health().path().textProperty().set("health");
    render("3-targets-errors", wizard, 980);
  }

  private void targetGroups() {
    WizardViewModel wizard = at(manySubnets(), 2);
    wizard.targets().groups().getFirst().name().textProperty().set("llama-3-70b");
    wizard.targets().add();
    GroupViewModel group = wizard.targets().selectedProperty().get();
    group.name().textProperty().set("embedding");
    group.port().textProperty().set("8001");
    group.type().choose(TargetType.IP);
    group.addresses().text().textProperty().set("172.31.4.7\n172.31.20.9:8002\n10.8.0.4:8001");
    group.attributes().stickiness().choose(StickinessKind.APPLICATION_COOKIE);
    group.attributes().cookie().textProperty().set("AWSALB");
    group.attributes().algorithm().choose(Algorithm.LEAST_OUTSTANDING_REQUESTS);
    group.tags().add();
    group.tags().lines().getFirst().key().textProperty().set("team");
    group.tags().lines().getFirst().value().textProperty().set("search");
    render("3-targets-addresses", wizard, 990);
    renderUnfolded("3-targets-unfolded", wizard);
    group.addresses().text().textProperty().set("172.31.4.7\n8.8.8.8");
    render("3-targets-addresses-wrong", wizard, 640);
    wizard.targets().add();
    GroupViewModel lambda = wizard.targets().selectedProperty().get();
    lambda.name().textProperty().set("fallback");
    lambda.type().choose(TargetType.LAMBDA);
    render("3-targets-lambda", wizard, 640);
    wizard.targets().add();
    wizard.targets().selectedProperty().get().version().choose(ProtocolVersion.GRPC);
    wizard.targets().selectedProperty().get().health().enabled().choose(true);
    render("3-targets-grpc", wizard, 640);
  }

  private void access() {
    WizardViewModel wizard = at(manySubnets(), 4);
    render("4-access", wizard, 640);
    render("4-access-tall", wizard, 900);
    wizard.access().chooseMode(AccessMode.ANYONE);
    render("4-access-anyone", wizard, 900);
    wizard.access().chooseMode(AccessMode.NETWORKS);
    wizard.access().networks().getFirst().textProperty().set("10.0.0.1/8");
    wizard.access().addNetwork();
    wizard.access().networks().getLast().textProperty().set("203.0.113.300/24");
    wizard.access().loadBalancerName().textProperty().set("internal-lb");
    render("4-access-errors", wizard, 980);
  }

  private void review() {
    WizardFixture fixture = manySubnets();
    fixture.addProfile("ml-platform", AwsProfile.Kind.IAM_IDENTITY_CENTER, "us-west-2");
    WizardViewModel wizard = at(fixture, 5);
    fixture.fakes.operations.emit(
        fixture.newest().id(), new OperationEvent.PhaseStarted(Samples.NOW, Phase.ENGINE));
    fixture.fakes.operations.emit(
        fixture.newest().id(),
        new OperationEvent.EngineInstall(
            Samples.NOW, new InstallEvent.Downloading(48L << 20, OptionalLong.of(115L << 20))));
    render("5-review-engine", wizard, 640);
    fixture.finishPreview();
    render("5-review", wizard, 640);
    render("5-review-tall", wizard, 990);
    wizard.review().name().textProperty().set("Llama Staging");
    render("5-review-name", wizard, 640);
    wizard.review().name().textProperty().set("llama-staging");
    wizard.review().previewAgain();
    var id = fixture.newest().id();
    fixture.emitStep(id, Samples.SECURITY_GROUP, Step.SAME);
    fixture.emitStep(id, Samples.TARGET_GROUP, Step.REPLACE, "port", "protocol");
    fixture.emitStep(id, Samples.LISTENER, Step.UPDATE, "defaultActions");
    fixture.emitStep(id, Samples.TARGET, Step.DELETE);
    fixture.succeed(id);
    render("5-review-changes", wizard, 640);
    wizard.review().previewAgain();
    fixture.fakes.operations.finish(
        fixture.newest().id(),
        new Outcome.Failed(
            java.util.List.of(
                new OperationFailure.ProviderMissing("get.pulumi.com: connection timed out")),
            0));
    render("5-review-failed", wizard, 640);
  }

  private static WizardFixture manySubnets() {
    WizardFixture fixture = new WizardFixture();
    fixture.addSubnet("subnet-0eeeeeeeeeeeeeee5", "tiny", "172.31.64.0/28", "us-west-2b", 11, true);
    fixture.addSubnet("subnet-0fffffffffffffff6", "", "172.31.65.0/24", "us-west-2c", 3, true);
    return fixture;
  }

  private static WizardViewModel at(WizardFixture fixture, int steps) {
    WizardViewModel wizard = fixture.wizard();
    for (int step = 0; step < steps; step++) {
      wizard.next();
    }
    return wizard;
  }

  private void render(String name, WizardViewModel wizard, int height) {
    render(name, wizard, height, false);
  }

  /** With everything unfolded, as high as it gets. */
  private void renderUnfolded(String name, WizardViewModel wizard) {
    render(name, wizard, 2300, true);
  }

  private void render(String name, WizardViewModel wizard, int height, boolean unfolded) {
    Scene scene = new Scene(new WizardView(wizard), 696, height);
    Stylesheets.apply(scene);
    if (unfolded) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      scene
          .getRoot()
          .lookupAll(".titled-pane")
          .forEach(pane -> ((TitledPane) pane).setExpanded(true));
      for (int pass = 0; pass < 3; pass++) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
      }
      Png.write(scene.snapshot(null), folder.resolve(name + "-" + theme + ".png"));
      return;
    }
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.setWidth(696);
    stage.setHeight(height);
    stage.show();
    for (int pass = 0; pass < 3; pass++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
    WritableImage image = scene.snapshot(null);
    stage.hide();
    Png.write(image, folder.resolve(name + "-" + theme + ".png"));
  }
}
