package portico.desktop.wizard.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RowsTest {
  private static final int MANY = 100;

  private final ObservableList<String> forms = FXCollections.observableArrayList(texts(MANY));
  private int atOnce;

  @SuppressWarnings("NullAway.Init") // set by start, which TestFX calls first
  private Rows<String> rows;

  @Start
  void start(Stage stage) {
    rows = new Rows<>(forms, "rows", Label::new);
    atOnce = rows.getChildren().size();
    stage.setScene(new Scene(rows, 400, 700));
    stage.show();
  }

  private static List<String> texts(int count) {
    return IntStream.range(0, count).mapToObj(number -> "row " + number).toList();
  }

  private List<String> shown() {
    return List.copyOf(rows.getChildren()).stream().map(node -> ((Label) node).getText()).toList();
  }

  private void awaitAll() throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> shown().equals(forms));
  }

  @Test
  void of_many_the_first_are_there_at_once_and_all_follow() throws Exception {
    assertThat(atOnce).isEqualTo(Rows.AT_ONCE);

    awaitAll();
  }

  @Test
  void a_row_that_moves_keeps_its_node(FxRobot robot) throws Exception {
    awaitAll();
    Node last = rows.getChildren().getLast();

    robot.interact(
        () -> {
          List<String> moved = new ArrayList<>(forms);
          Collections.swap(moved, 0, MANY - 1);
          forms.setAll(moved);
        });

    assertThat(rows.getChildren().getFirst()).isSameAs(last);
    assertThat(shown()).isEqualTo(forms);
  }

  @Test
  void what_is_added_or_removed_is_seen_at_once(FxRobot robot) throws Exception {
    awaitAll();

    robot.interact(() -> forms.add("another"));
    assertThat(shown()).hasSize(MANY + 1).endsWith("another");
    robot.interact(() -> forms.remove(0, MANY));
    assertThat(shown()).containsExactly("another");
  }
}
