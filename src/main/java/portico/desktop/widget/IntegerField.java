package portico.desktop.widget;

import java.util.OptionalInt;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyEvent;

/** A text field that takes digits alone, at most nine; Up and Down change the number by one. */
public final class IntegerField extends TextField {
  private static final int MAX_DIGITS = 9;

  public IntegerField() {
    getStyleClass().add("integer-field");
    setPrefColumnCount(6);
    setMaxWidth(USE_PREF_SIZE);
    setTextFormatter(new TextFormatter<String>(IntegerField::digitsOnly));
    addEventHandler(KeyEvent.KEY_PRESSED, this::step);
  }

  /** The number that the text means, or empty when it is none of at most nine digits. */
  public static OptionalInt parse(String text) {
    return text.matches("[0-9]{1," + MAX_DIGITS + "}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  /** Lets a change through, or turns it into one that changes nothing. */
  private static TextFormatter.Change digitsOnly(TextFormatter.Change change) {
    if (!change.getControlNewText().matches("[0-9]{0," + MAX_DIGITS + "}")) {
      int caret = change.getControlCaretPosition();
      change.setText("");
      change.setRange(caret, caret);
      change.selectRange(change.getControlAnchor(), caret);
    }
    return change;
  }

  private void step(KeyEvent event) {
    int by =
        switch (event.getCode()) {
          case UP -> 1;
          case DOWN -> -1;
          default -> 0;
        };
    OptionalInt now = parse(getText());
    if (by != 0 && isEditable() && now.isPresent()) {
      setText(Integer.toString(Math.max(0, now.getAsInt() + by)));
      end();
      event.consume();
    }
  }
}
