package portico.desktop.environments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.Nodes;
import portico.environment.Deadline;
import portico.environment.Environment;

/** When the chosen environment ends by itself, and the buttons that change it. */
final class EndsRow extends VBox {
  private static final Duration EXTENSION = Duration.ofHours(4);

  private static final List<Duration> CHOICES =
      List.of(
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(7));

  private final EnvironmentsText text;
  private final Label ends = Nodes.paragraph("");
  private final Label promise;
  private final MenuButton choose;
  private final Button extend;
  private final Button never;
  private Optional<Deadline> deadline = Optional.empty();

  EndsRow(EnvironmentsModel model, EnvironmentsText text) {
    this.text = text;
    ends.setId("environment-ends");
    promise = Nodes.paragraph(text.promise(), "text-muted", "small-text");
    extend =
        Nodes.button(
            "environment-ends-extend",
            text.get("environments.ends.extend"),
            Feather.CLOCK,
            () -> deadline.ifPresent(each -> model.endAt(each.putOff(EXTENSION, text.now()))));
    never =
        Nodes.button(
            "environment-ends-never",
            text.get("environments.ends.never"),
            Feather.ANCHOR,
            model::neverEnd);
    choose = new MenuButton(text.get("environments.ends.choose"));
    choose.setId("environment-ends-choose");
    for (Duration each : CHOICES) {
      MenuItem item = new MenuItem(text.get("environments.ends.in", text.length(each)));
      item.setId("environment-ends-" + each.toHours() + "h");
      item.setOnAction(event -> model.endAt(text.now().plus(each)));
      choose.getItems().add(item);
    }
    FlowPane actions = new FlowPane(8, 6, extend, choose, never);
    actions.setAlignment(Pos.CENTER_LEFT);
    actions.getChildren().forEach(each -> each.getStyleClass().add("small"));
    choose.getStyleClass().add("ends-choose");
    setSpacing(6);
    getChildren().addAll(ends, actions, promise);
  }

  void show(Environment environment) {
    deadline = environment.ending().deadline();
    String now = text.ends(environment);
    if (!now.equals(ends.getText())) {
      ends.setText(now);
    }
    boolean changeable = EnvironmentsModel.canDestroy(environment);
    boolean stays = environment.ending().stays();
    Nodes.show(extend, changeable && deadline.isPresent());
    Nodes.show(never, changeable && !stays);
    Nodes.show(choose, changeable);
    Nodes.show(promise, !stays);
  }
}
