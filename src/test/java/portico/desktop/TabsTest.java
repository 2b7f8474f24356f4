package portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import portico.cost.Prices;
import portico.desktop.cost.CostModel;
import portico.desktop.cost.CostTab;
import portico.desktop.export.ExportModel;
import portico.desktop.export.ExportTab;
import portico.desktop.fx.InlineBackground;
import portico.desktop.text.TimeText;
import portico.desktop.widget.Stylesheets;
import portico.export.ExportForm;
import portico.testing.FakeOperations;
import portico.testing.Samples;

@ExtendWith(ApplicationExtension.class)
class TabsTest {
  @Start
  void start(Stage stage) {
    CostTab cost =
        new CostTab(
            new CostModel(
                new FakeOperations(), new InlineBackground(), () -> Samples.NOW, Prices.load()),
            TimeText.ofThisMachine());
    ExportTab export = new ExportTab(new ExportModel(new InlineBackground()));
    cost.shown(Samples.deployed("demo", Samples.PROFILE));
    export.shown(Samples.deployed("demo", Samples.PROFILE));
    Scene scene = new Scene(new VBox(cost.node(), export.node()), 696, 640);
    Stylesheets.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static String month(FxRobot robot) {
    return robot.lookup("#cost-month").queryLabeled().getText();
  }

  @Test
  void a_number_that_is_typed_changes_the_bill(FxRobot robot) {
    String demo = month(robot);

    robot.interact(() -> robot.lookup("#cost-requests").queryTextInputControl().setText("600000"));

    assertThat(demo).startsWith("$");
    assertThat(month(robot)).isNotEqualTo(demo);
    assertThat(robot.lookup("#cost-deciding").queryLabeled().getText()).contains("bytes");
  }

  @Test
  void a_tool_and_a_file_are_chosen_to_be_read(FxRobot robot) {
    TextArea code = robot.lookup("#export-code").queryAs(TextArea.class);
    assertThat(code.getText()).contains("aws_lb");

    robot.interact(
        () -> {
          ComboBox<ExportForm> forms = robot.lookup("#export-form").queryComboBox();
          forms.setValue(ExportForm.PULUMI_PYTHON);
        });

    assertThat(code.getText()).doesNotContain("resource \"aws_lb\"").isNotEmpty();
  }
}
