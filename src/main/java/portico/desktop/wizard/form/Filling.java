package portico.desktop.wizard.form;

import java.util.OptionalInt;

/** How a form takes over values that do not come from the user. */
public enum Filling {
  /** All of them, as if the user had never touched a field. */
  WHOLE,
  /** Those of fields that the user has not touched. */
  UNTOUCHED;

  public void fill(Field field, String value) {
    switch (this) {
      case WHOLE -> field.prefill(value);
      case UNTOUCHED -> field.suggest(value);
    }
  }

  public void fill(Field field, int value) {
    fill(field, String.valueOf(value));
  }

  /** An unknown number leaves the field empty. */
  public void fill(Field field, OptionalInt value) {
    fill(field, value.isPresent() ? String.valueOf(value.getAsInt()) : "");
  }

  public <T> void fill(Pick<T> pick, T value) {
    switch (this) {
      case WHOLE -> pick.prefill(value);
      case UNTOUCHED -> pick.suggest(value);
    }
  }
}
