package portico.desktop;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import portico.cost.Prices;
import portico.desktop.app.EnvironmentTab;
import portico.desktop.cost.CostModel;
import portico.desktop.cost.CostTab;
import portico.desktop.export.ExportModel;
import portico.desktop.export.ExportTab;
import portico.desktop.fx.InlineBackground;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Page;
import portico.desktop.widget.PageHeader;
import portico.desktop.widget.Stylesheets;
import portico.operation.OperationKind;
import portico.operation.Outcome;
import portico.testing.FakeOperations;
import portico.testing.Png;
import portico.testing.Samples;

/**
 * Renders the pages for cost and export to PNG files, for looking at: {@code FOLDER light|dark}.
 */
public final class TabSnapshots {
  private TabSnapshots() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Application.setUserAgentStylesheet(
              args[1].equals("dark")
                  ? new PrimerDark().getUserAgentStylesheet()
                  : new PrimerLight().getUserAgentStylesheet());
          try {
            render(Path.of(args[0], "cost-" + args[1] + ".png"), cost());
            render(
                Path.of(args[0], "export-" + args[1] + ".png"),
                new ExportTab(new ExportModel(new InlineBackground())));
          } finally {
            done.countDown();
          }
        });
    done.await();
    Platform.exit();
  }

  private static EnvironmentTab cost() {
    FakeOperations operations = new FakeOperations();
    operations.add(Samples.request(Samples.id(1), OperationKind.DEPLOY));
    operations.finish(Samples.id(1), new Outcome.Succeeded(new TreeMap<>(), Map.of()));
    return new CostTab(
        new CostModel(
            operations,
            new InlineBackground(),
            () -> Samples.NOW.plusSeconds(90_000),
            Prices.load()),
        TimeText.ofThisMachine());
  }

  private static void render(Path file, EnvironmentTab tab) {
    tab.shown(Samples.deployed(Samples.NAME.value(), Samples.PRACTICE));
    Page page = new Page(new PageHeader(tab.title(), ""));
    page.body().getChildren().add(tab.node());
    Scene scene = new Scene(page, 696, 760);
    Stylesheets.apply(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    for (int pass = 0; pass < 3; pass++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
    Png.write(scene.snapshot(null), file);
    stage.hide();
  }
}
