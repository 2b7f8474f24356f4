package portico.desktop.wizard.form;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One of several values, and whether the user chose it. */
public final class Pick<T> {
  private final ReadOnlyObjectWrapper<T> value;
  private boolean touched;

  public Pick(T first) {
    value = new ReadOnlyObjectWrapper<>(first);
  }

  public ReadOnlyObjectProperty<T> property() {
    return value.getReadOnlyProperty();
  }

  public T get() {
    return value.get();
  }

  /** The user's choice; a control that repeats what is chosen already has not been touched. */
  public void choose(T chosen) {
    if (!value.get().equals(chosen)) {
      touched = true;
      value.set(chosen);
    }
  }

  /** Sets the value as if the user had never touched it. */
  public void prefill(T known) {
    touched = false;
    value.set(known);
  }

  /** Sets the value unless the user chose one. */
  public void suggest(T suggestion) {
    if (!touched) {
      value.set(suggestion);
    }
  }
}
