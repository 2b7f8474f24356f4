package portico.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class OutputListTest {
  private final StackPane root = new StackPane();

  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(root, 500, 700));
    stage.show();
  }

  private void show(FxRobot robot, int count) {
    SortedMap<String, String> outputs = new TreeMap<>();
    for (int number = 0; number < count; number++) {
      outputs.put(String.format(Locale.ROOT, "key_%03d", number), "value " + number);
    }
    OutputList list = new OutputList("o-", key -> "the " + key, KeyValueGrid::addBelow);
    robot.interact(() -> root.getChildren().setAll(list.of("Outputs", outputs)));
  }

  private static String value(FxRobot robot, String key) {
    return robot.lookup("#o-" + key).queryAs(TextField.class).getText();
  }

  @Test
  void few_stand_there_all_and_can_be_copied(FxRobot robot) {
    show(robot, LongList.MOST_WHOLE);

    assertThat(robot.lookup(".copy-value").queryAll()).hasSize(LongList.MOST_WHOLE);
    assertThat(value(robot, "key_039")).isEqualTo("value 39");
    assertThat(robot.lookup("#o-key_039-copy").tryQuery()).isPresent();
  }

  @Test
  void of_many_only_those_in_view_are_made_with_name_and_value(FxRobot robot) {
    show(robot, 500);

    assertThat(robot.lookup(".copy-value").queryAll()).hasSizeLessThan(LongList.MOST_WHOLE);
    assertThat(value(robot, "key_000")).isEqualTo("value 0");
    robot.interact(() -> robot.lookup(".list-view").queryListView().scrollTo(499));
    assertThat(value(robot, "key_499")).isEqualTo("value 499");
    assertThat(robot.lookup(".name-above").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("the key_499");
  }
}
