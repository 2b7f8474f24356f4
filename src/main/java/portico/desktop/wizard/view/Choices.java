package portico.desktop.wizard.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import portico.desktop.widget.Nodes;

/** One of a few alternatives, each a radio button with a sentence below it. */
public final class Choices<E extends Enum<E>> extends StackPane {
  private final ToggleGroup group = new ToggleGroup();
  private final Pane box;

  /**
   * @param id intent id; the buttons get it with the constant's name behind
   * @param orientation how the alternatives stand to each other
   * @param now the alternative that is chosen
   * @param choose told what the user chooses
   */
  public Choices(
      String id,
      Orientation orientation,
      E[] alternatives,
      Function<E, String> title,
      Function<E, String> help,
      ObservableValue<E> now,
      Consumer<E> choose) {
    box = orientation == Orientation.HORIZONTAL ? new HBox() : new VBox();
    box.getStyleClass().add("choices");
    getChildren().add(box);
    Arrays.stream(alternatives)
        .forEach(each -> add(id, each, title.apply(each), help.apply(each), choose));
    now.subscribe(this::select);
  }

  private void add(String id, E each, String title, String help, Consumer<E> choose) {
    RadioButton button = new RadioButton(title);
    button.setId(idOf(id, each));
    button.setUserData(each);
    button.setToggleGroup(group);
    button.setAccessibleHelp(help);
    button.setMinHeight(USE_PREF_SIZE);
    button.setOnAction(event -> choose.accept(each));
    button.selectedProperty().subscribe(on -> chosenByKey(on, each, choose));
    Label sentence = Nodes.paragraph(help, "form-help", "choice-help");
    sentence.setOnMouseClicked(event -> button.fire());
    VBox choice = new VBox(button, sentence);
    choice.getStyleClass().add("choice");
    box.getChildren().add(choice);
  }

  /**
   * The choices below a heading. A screen reader says it with each of them: by itself an
   * alternative such as "Yes" answers nothing.
   */
  public VBox under(String heading) {
    String asked = heading.endsWith("?") ? heading : heading + ":";
    group.getToggles().stream()
        .map(RadioButton.class::cast)
        .forEach(each -> each.setAccessibleText(asked + " " + each.getText()));
    return new VBox(Nodes.label(heading, "form-label"), this);
  }

  /** The arrow keys select a radio button without an action. */
  private void chosenByKey(boolean on, E each, Consumer<E> choose) {
    if (on && isFocusWithin()) {
      choose.accept(each);
    }
  }

  private void select(E value) {
    group.getToggles().stream()
        .filter(toggle -> value.equals(toggle.getUserData()))
        .forEach(toggle -> toggle.setSelected(true));
  }

  /** Intent id of an alternative, such as {@code wizard-scheme-internet-facing}. */
  public static String idOf(String id, Enum<?> alternative) {
    return id + "-" + alternative.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
