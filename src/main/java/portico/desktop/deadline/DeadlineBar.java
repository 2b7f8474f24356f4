package portico.desktop.deadline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.app.Navigation;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.model.EnvironmentName;

/** What ends soon, at the top of the window; takes no room while there is nothing to say. */
public final class DeadlineBar extends VBox {
  /** More would push the screen away. */
  private static final int ROWS = 3;

  private final DeadlineWatch watch;
  private final NoticeText text;
  private final Navigation navigation;
  private final Map<EnvironmentName, Row> rows = new HashMap<>();
  private final Button more;

  public DeadlineBar(DeadlineWatch watch, NoticeText text, Navigation navigation) {
    this.watch = watch;
    this.text = text;
    this.navigation = navigation;
    setId("deadline-bar");
    getStyleClass().add("deadline-bar");
    setAccessibleRole(AccessibleRole.PARENT);
    setAccessibleText(text.get("deadline.bar"));
    more = Nodes.button("deadline-more", "", Feather.LAYERS, navigation::showEnvironments);
    more.getStyleClass().addAll("small", "flat");
    watch.noticesProperty().subscribe(this::show);
  }

  /** Rows stay the same nodes while the seconds count, so that a button keeps the focus. */
  private void show(List<Notice> notices) {
    rows.keySet().retainAll(notices.stream().map(Notice::environment).toList());
    List<Node> next = new ArrayList<>();
    for (Notice notice : notices.subList(0, Math.min(ROWS, notices.size()))) {
      Row row = rows.computeIfAbsent(notice.environment(), name -> new Row(notice));
      row.show(notice);
      next.add(row);
    }
    if (notices.size() > ROWS) {
      more.setText(text.get("deadline.more", notices.size() - ROWS));
      next.add(more);
    }
    if (!getChildren().equals(next)) {
      getChildren().setAll(next);
    }
    Nodes.show(this, !next.isEmpty());
  }

  /** One environment. */
  private final class Row extends HBox {
    private final Label label = Nodes.paragraph("");
    private final Button open;
    private final Button extend;
    private final Button keep;
    private final Button dismiss;
    private Notice notice;
    private Tone tone = Tone.NEUTRAL;

    Row(Notice first) {
      notice = first;
      String suffix = "-" + first.environment();
      label.setId("deadline-text" + suffix);
      label.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(label, Priority.ALWAYS);
      label.setMinWidth(0);
      open = Nodes.button("deadline-open" + suffix, "", Feather.ACTIVITY, this::open);
      extend =
          Nodes.button(
              "deadline-extend" + suffix,
              text.get("deadline.extend"),
              Feather.CLOCK,
              () -> watch.extend(notice));
      keep =
          Nodes.button(
              "deadline-keep" + suffix,
              text.get("deadline.keep"),
              Feather.ANCHOR,
              () -> watch.keep(notice));
      dismiss =
          Nodes.iconButton(
              "deadline-dismiss" + suffix,
              text.get("deadline.dismiss", first.environment()),
              Feather.X,
              () -> watch.dismiss(notice));
      for (Button each : List.of(open, extend, keep, dismiss)) {
        each.getStyleClass().add("small");
      }
      extend.setAccessibleText(text.get("deadline.extend.of", first.environment()));
      keep.setAccessibleText(text.get("deadline.keep.of", first.environment()));
      getStyleClass().add("deadline-row");
      setAlignment(Pos.CENTER_LEFT);
      getChildren().addAll(label, open, extend, keep, dismiss);
    }

    private void open() {
      notice
          .operation()
          .ifPresentOrElse(
              navigation::showOperation, () -> navigation.showEnvironment(notice.environment()));
    }

    void show(Notice now) {
      notice = now;
      label.setText(now.text());
      if (!getStyleClass().contains(now.tone().styleClass())) {
        getStyleClass().remove(tone.styleClass());
        tone = now.tone();
        getStyleClass().add(tone.styleClass());
        label.setGraphic(Nodes.icon(tone.icon()));
      }
      open.setText(text.get(now.operation().isPresent() ? "deadline.operation" : "deadline.open"));
      Nodes.show(extend, now.changeable());
      Nodes.show(keep, now.changeable());
      Nodes.show(dismiss, now.dismissible());
    }
  }
}
