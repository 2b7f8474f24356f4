package portico.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LongListTest {
  private static final int MANY = 1000;

  private final ObservableList<String> items = FXCollections.observableArrayList();
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger cleared = new AtomicInteger();

  @Start
  void start(Stage stage) {
    stage.setScene(new Scene(new LongList<>("Things", items, Named::new), 400, 700));
    stage.show();
  }

  private final class Named extends LongList.Line<String> {
    private final Label label = new Label();

    Named() {
      label.getStyleClass().add("named");
      getChildren().add(label);
      made.incrementAndGet();
    }

    @Override
    protected void show(String item) {
      label.setText(item);
    }

    @Override
    protected void clear() {
      cleared.incrementAndGet();
    }
  }

  private static List<String> things(int count) {
    return IntStream.range(0, count).mapToObj(index -> "thing " + index).toList();
  }

  private void set(FxRobot robot, List<String> next) {
    robot.interact(() -> items.setAll(next));
  }

  /** What the lines say that are in the window, not those that are kept for later. */
  private static Set<String> said(FxRobot robot) {
    return robot.lookup(".named").queryAllAs(Label.class).stream()
        .filter(label -> label.isVisible() && label.getParent().getParent().isVisible())
        .map(Label::getText)
        .collect(Collectors.toSet());
  }

  @Test
  void few_stand_there_all(FxRobot robot) {
    set(robot, things(LongList.MOST_WHOLE));

    assertThat(said(robot)).containsExactlyInAnyOrderElementsOf(items);
    assertThat(robot.lookup(".list-view").queryAll()).isEmpty();
  }

  @Test
  void of_many_only_those_in_view_are_made(FxRobot robot) {
    set(robot, things(MANY));

    assertThat(said(robot)).contains("thing 0", "thing 5").doesNotContain("thing 999");
    assertThat(made.get()).isLessThan(MANY / 10);
    robot.interact(() -> robot.lookup(".list-view").queryListView().scrollTo(MANY - 1));
    assertThat(said(robot)).contains("thing 999").doesNotContain("thing 0");
    assertThat(made.get()).isLessThan(MANY / 10);
  }

  @Test
  void another_item_is_shown_by_the_line_that_is_there(FxRobot robot) {
    set(robot, things(3));
    set(robot, List.of("thing 0", "another", "thing 2"));

    assertThat(said(robot)).containsExactlyInAnyOrder("thing 0", "another", "thing 2");
    assertThat(made).hasValue(3);
  }

  @Test
  void a_line_that_is_no_longer_needed_stops_listening(FxRobot robot) {
    set(robot, things(3));
    set(robot, things(1));

    assertThat(said(robot)).containsExactly("thing 0");
    assertThat(cleared).hasValue(2);
  }

  @Test
  void few_become_many_and_few_again(FxRobot robot) {
    set(robot, things(2));
    robot.interact(() -> items.addAll(things(MANY)));
    assertThat(robot.lookup(".list-view").queryListView().getItems()).hasSize(MANY + 2);

    set(robot, things(2));

    assertThat(robot.lookup(".list-view").queryAll()).isEmpty();
    assertThat(said(robot)).containsExactlyInAnyOrder("thing 0", "thing 1");
  }
}
