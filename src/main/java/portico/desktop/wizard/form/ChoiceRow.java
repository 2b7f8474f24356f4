package portico.desktop.wizard.form;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** A row of a list in which the user chooses several. */
public interface ChoiceRow {
  BooleanProperty chosenProperty();

  default boolean isChosen() {
    return chosenProperty().get();
  }

  /** Whether the user may change the choice: what cannot be chosen can only be given up. */
  ObservableBooleanValue selectable();

  /** Why it cannot be chosen, or what to know before choosing it. */
  ObservableValue<Optional<RowNote>> note();

  /** All that a search looks at. */
  String searchText();
}
