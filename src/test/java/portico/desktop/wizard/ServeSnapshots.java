package portico.desktop.wizard;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import portico.catalog.SecurityGroup;
import portico.catalog.WebAcl;
import portico.desktop.fx.InlineBackground;
import portico.desktop.widget.Page;
import portico.desktop.widget.PageHeader;
import portico.desktop.widget.Stylesheets;
import portico.desktop.wizard.draft.AccountChoice;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.draft.ServeChoice;
import portico.desktop.wizard.serve.ServeView;
import portico.desktop.wizard.serve.ServeViewModel;
import portico.desktop.wizard.settings.LogPlace;
import portico.desktop.wizard.settings.SettingsView;
import portico.desktop.wizard.settings.SettingsViewModel;
import portico.model.Scheme;
import portico.operation.ProviderKind;
import portico.preset.Presets;
import portico.testing.Png;
import portico.testing.Samples;

/** Renders the serve and settings steps to PNG files, for looking at: {@code FOLDER light|dark}. */
public final class ServeSnapshots {
  private final Path folder;
  private final String theme;
  private final WizardFixture fixture = new WizardFixture();

  private ServeSnapshots(Path folder, String theme) {
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
            new ServeSnapshots(Path.of(args[0]), args[1]).all();
          } finally {
            done.countDown();
          }
        });
    done.await();
    Platform.exit();
  }

  private void all() {
    ServeViewModel serve = new ServeViewModel(new InlineBackground(), fixture.texts);
    render("serve-empty", new ServeView(serve, fixture.texts), 640, 0);
    serve.pasteProperty().set("docker run -p 127.0.0.1:9000:8000 vllm/vllm-openai --model a/b");
    render("serve-vllm", new ServeView(serve, fixture.texts), 990, 0);
    render("serve-vllm-end", new ServeView(serve, fixture.texts), 990, 1);
    serve.pasteProperty().set("");
    serve.choose(Presets.load().find("llamacpp").orElseThrow());
    render("serve-llamacpp-end", new ServeView(serve, fixture.texts), 990, 1);
    settings(serve);
  }

  private void settings(ServeViewModel serve) {
    serve.choose(Presets.load().find("bentoml").orElseThrow());
    serve.silence().textProperty().set("120");
    Optional<ServeChoice> choice = serve.choice().getValue();
    Place place = new Place(Samples.PRACTICE, "us-west-2");
    var catalog = fixture.fakes.catalog;
    catalog.webAcls.add(new WebAcl("arn:x", "basic-protection", ""));
    catalog.securityGroups.add(
        new SecurityGroup("sg-0aa11bb22cc33dd44", "office", List.of(), List.of()));
    catalog.securityGroups.add(
        new SecurityGroup("sg-0bb11bb22cc33dd55", "monitoring", List.of(), List.of()));
    SettingsViewModel model =
        new SettingsViewModel(
            fixture.fakes.catalogs,
            new InlineBackground(),
            fixture.texts,
            new SimpleObjectProperty<>(
                Optional.of(new AccountChoice(place, ProviderKind.BUNDLED, catalog.identity))),
            new SimpleObjectProperty<>(
                Optional.of(
                    new NetworkChoice(
                        place,
                        Scheme.INTERNET_FACING,
                        catalog.vpcs.getFirst(),
                        catalog.subnets.subList(0, 2)))),
            new SimpleObjectProperty<>(choice),
            new SimpleObjectProperty<>(choice.map(ServeChoice::targetGroup)));
    model.enter();
    render("settings", new SettingsView(model, fixture.texts), 990, 0);
    model.fix();
    model.logs().access().place().choose(LogPlace.EXISTING);
    model.logs().access().bucket().textProperty().set("my-alb-logs");
    model.tags().add();
    model.tags().lines().getFirst().key().textProperty().set("team");
    render("settings-fixed", new SettingsView(model, fixture.texts), 990, 0);
    render("settings-logs", new SettingsView(model, fixture.texts), 990, 0.7);
    render("settings-end", new SettingsView(model, fixture.texts), 990, 1);
  }

  private void render(String name, Node content, int height, double scroll) {
    Page page = new Page(new PageHeader("Set up an environment", ""), content);
    page.getStylesheets()
        .add(
            Optional.ofNullable(WizardView.class.getResource("wizard.css"))
                .orElseThrow()
                .toExternalForm());
    Scene scene = new Scene(page, 696, height);
    Stylesheets.apply(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.setWidth(696);
    stage.setHeight(height);
    stage.show();
    settle(scene);
    ((ScrollPane) page.getCenter()).setVvalue(scroll);
    settle(scene);
    WritableImage image = scene.snapshot(null);
    stage.hide();
    Png.write(image, folder.resolve(name + "-" + theme + ".png"));
  }

  private static void settle(Scene scene) {
    for (int pass = 0; pass < 3; pass++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }
}
