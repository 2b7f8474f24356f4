package portico.desktop.wizard.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import portico.desktop.wizard.form.Pick;

/** One of a few alternatives, as buttons in a row of which one is pressed. */
public final class Segments<E extends Enum<E>> extends HBox {
  private final ToggleGroup group = new ToggleGroup();
  private final Map<E, ToggleButton> buttons;

  /**
   * @param id intent id; the buttons get it with the constant's name behind
   */
  public Segments(String id, Class<E> type, Function<E, String> title, Pick<E> pick) {
    buttons = new EnumMap<>(type);
    E[] values = type.getEnumConstants();
    for (int index = 0; index < values.length; index++) {
      E each = values[index];
      ToggleButton button = new ToggleButton(title.apply(each));
      button.setId(Choices.idOf(id, each));
      button.setToggleGroup(group);
      button.getStyleClass().addAll("small", pill(index, values.length));
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(event -> choose(each, pick));
      buttons.put(each, button);
      getChildren().add(button);
    }
    pick.property().subscribe(this::press);
  }

  private static String pill(int index, int count) {
    if (index == 0) {
      return "left-pill";
    }
    return index == count - 1 ? "right-pill" : "center-pill";
  }

  /** A second press does not release the button: one alternative always holds. */
  private void choose(E value, Pick<E> pick) {
    pick.choose(value);
    press(value);
  }

  private void press(E value) {
    buttons.forEach((each, button) -> button.setSelected(each == value));
  }
}
