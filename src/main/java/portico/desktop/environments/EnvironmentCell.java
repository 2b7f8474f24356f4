package portico.desktop.environments;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.text.AccountText;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.PracticeTag;
import portico.desktop.widget.StatusBadge;
import portico.desktop.widget.Tone;
import portico.desktop.widget.Tones;
import portico.environment.Environment;

/** An environment in the list: name, state, place, DNS name, last change. */
final class EnvironmentCell extends ListCell<Environment> {
  private final EnvironmentsText text;
  private final Label name = Nodes.label("", "cell-name");
  private final PracticeTag practice = new PracticeTag();
  private final StatusBadge badge = new StatusBadge(Tone.NEUTRAL, "");
  private final Label place = Nodes.label("", "text-muted", "small-text");
  private final Label dnsName = Nodes.label("", "text-muted", "small-text", "mono");
  private final Label changed = Nodes.label("", "text-muted", "small-text");
  private final Label ends = Nodes.label("", "small-text");
  private final VBox content;

  EnvironmentCell(EnvironmentsText text) {
    this.text = text;
    HBox first = new HBox(8, name, Nodes.spacer(), practice);
    first.setAlignment(Pos.CENTER_LEFT);
    HBox second = new HBox(8, badge, Nodes.spacer(), changed);
    second.setAlignment(Pos.CENTER_LEFT);
    changed.setMinWidth(USE_PREF_SIZE);
    badge.setMinWidth(0);
    HBox.setHgrow(badge, Priority.SOMETIMES);
    content = new VBox(4, first, second, place, dnsName, ends);
    ends.setGraphic(Nodes.icon(Feather.CLOCK));
    content.setMinWidth(0);
    content.setPrefWidth(1);
    getStyleClass().add("environment-cell");
  }

  @Override
  protected void updateItem(@Nullable Environment environment, boolean empty) {
    super.updateItem(environment, empty);
    if (empty || environment == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    String state = text.shortState(environment.state());
    name.setText(environment.name().value());
    Nodes.show(practice, environment.account().filter(AccountText::isPractice).isPresent());
    badge.show(Tones.of(environment.state()), state);
    place.setText(text.place(environment));
    showIfAny(dnsName, environment.domainName().or(environment::dnsName));
    showIfAny(changed, environment.lastChange().map(text::ago));
    String end = text.endsBriefly(environment);
    showIfAny(ends, Optional.of(end).filter(each -> !each.isEmpty()));
    setGraphic(content);
    setAccessibleText(
        Stream.of(environment.name().value(), text.state(environment.state()), place.getText(), end)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  private static void showIfAny(Label label, Optional<String> value) {
    label.setText(value.orElse(""));
    Nodes.show(label, value.isPresent());
  }
}
