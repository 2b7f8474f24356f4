package portico.desktop.wizard.form;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/**
 * A text that the user types, with the rule on it. The rule is applied at every change; its message
 * is shown from the first edit on, or after {@link #reveal()}.
 */
public final class Field {
  private final String id;
  private final String label;
  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ObjectBinding<Optional<String>> fault;
  private final StringBinding message;
  private boolean prefilling;
  private boolean edited;

  /**
   * @param id intent id of the control
   * @param label what the field is called
   * @param rule what is wrong with a text, in words
   * @param alsoOn what else the rule looks at
   */
  public Field(
      String id, String label, Function<String, Optional<String>> rule, Observable... alsoOn) {
    this.id = id;
    this.label = label;
    Observable[] inputs = new Observable[alsoOn.length + 1];
    inputs[0] = text;
    System.arraycopy(alsoOn, 0, inputs, 1, alsoOn.length);
    fault = Bindings.createObjectBinding(() -> rule.apply(text()), inputs);
    message =
        Bindings.createStringBinding(() -> shown.get() ? fault.get().orElse("") : "", shown, fault);
    text.addListener((observed, before, now) -> textChanged());
  }

  public String id() {
    return id;
  }

  public String label() {
    return label;
  }

  /** The text as typed; bound to the control in both directions. */
  public StringProperty textProperty() {
    return text;
  }

  /** The text without blanks around it. */
  public String text() {
    String value = text.get();
    return value == null ? "" : value.strip();
  }

  /** The text as a whole number from 0 on; empty when it is none. */
  public OptionalInt number() {
    return number(text());
  }

  /** {@code text} as a whole number from 0 to 999,999,999; empty when it is none. */
  public static OptionalInt number(String text) {
    return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /** What is wrong, whether shown or not. */
  public ObservableValue<Optional<String>> fault() {
    return fault;
  }

  public boolean isValid() {
    return fault.get().isEmpty();
  }

  /** What is shown beside the field; an empty text when nothing is. */
  public ObservableValue<String> message() {
    return message;
  }

  /** The fault as a hindrance, with the field's name before it. */
  public Optional<Problem> problem() {
    return fault.get().map(found -> new Problem(id, label + ": " + found));
  }

  /** Sets the text as if the user had never touched the field. */
  public void prefill(String value) {
    prefilling = true;
    text.set(value);
    shown.set(false);
    edited = false;
    prefilling = false;
  }

  /** Prefills the field unless the user has edited it. */
  public void suggest(String value) {
    if (!edited) {
      prefill(value);
    }
  }

  /** Whether the user has edited the field, or was shown its message. */
  public boolean isTouched() {
    return shown.get();
  }

  public void reveal() {
    shown.set(true);
  }

  private void textChanged() {
    if (!prefilling) {
      edited = true;
      shown.set(true);
    }
  }
}
