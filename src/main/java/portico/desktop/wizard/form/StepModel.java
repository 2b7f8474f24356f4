package portico.desktop.wizard.form;

import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** What the wizard needs to know of a step. */
public interface StepModel {
  /** The first thing that hinders going on; empty when the step is complete. */
  ObservableValue<Optional<Problem>> problem();

  /** The step is being shown: reads what it needs and has not read yet. */
  void enter();

  /** Shows the messages of fields that the user has not touched yet, too. */
  void reveal();
}
