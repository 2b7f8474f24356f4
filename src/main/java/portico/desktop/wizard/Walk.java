package portico.desktop.wizard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.draft.StepId;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;

/** Where the user is among the steps, how far they came, and where they may go. */
final class Walk {
  private static final List<StepId> STEPS = List.of(StepId.values());

  private final Map<StepId, StepModel> models;
  private final Map<StepId, ObjectBinding<StepState>> states = new EnumMap<>(StepId.class);
  private final ReadOnlyObjectWrapper<StepId> step = new ReadOnlyObjectWrapper<>(StepId.FIRST);
  private final ReadOnlyObjectWrapper<StepId> furthest = new ReadOnlyObjectWrapper<>(StepId.FIRST);
  private final ObjectBinding<Optional<Problem>> problem;

  /**
   * @param models one for each step
   */
  Walk(Map<StepId, StepModel> models) {
    this.models = new EnumMap<>(models);
    Observable[] inputs =
        Stream.concat(Stream.of(step, furthest), models.values().stream().map(StepModel::problem))
            .toArray(Observable[]::new);
    problem = Bindings.createObjectBinding(() -> model(step.get()).problem().getValue(), inputs);
    for (StepId id : STEPS) {
      states.put(id, Bindings.createObjectBinding(() -> currentState(id), inputs));
    }
  }

  ReadOnlyObjectProperty<StepId> stepProperty() {
    return step.getReadOnlyProperty();
  }

  ObservableValue<StepState> stateOf(StepId id) {
    return Optional.ofNullable(states.get(id)).orElseThrow();
  }

  ObservableValue<Optional<Problem>> problem() {
    return problem;
  }

  void enter() {
    model(step.get()).enter();
  }

  void next() {
    if (problem.get().isPresent()) {
      model(step.get()).reveal();
    } else if (step.get() != StepId.REVIEW) {
      show(STEPS.get(STEPS.indexOf(step.get()) + 1));
    }
  }

  void back() {
    if (step.get() != StepId.FIRST) {
      show(STEPS.get(STEPS.indexOf(step.get()) - 1));
    }
  }

  void goTo(StepId id) {
    if (canGoTo(id)) {
      show(id);
    }
  }

  boolean canGoTo(StepId id) {
    return id.compareTo(step.get()) < 0 || stateOf(id).getValue() == StepState.DONE;
  }

  private void show(StepId id) {
    step.set(id);
    if (id.compareTo(furthest.get()) > 0) {
      furthest.set(id);
    }
    model(id).enter();
  }

  private StepModel model(StepId id) {
    return Optional.ofNullable(models.get(id)).orElseThrow();
  }

  /** A step is done when it was left behind complete, and all before it are complete, too. */
  private StepState currentState(StepId id) {
    if (id == step.get()) {
      return StepState.CURRENT;
    }
    boolean reached = id.compareTo(furthest.get()) <= 0;
    for (StepId each : STEPS) {
      boolean asked = each.compareTo(id) < 0 || (each == id && id != StepId.REVIEW);
      reached &= !asked || model(each).problem().getValue().isEmpty();
    }
    return reached ? StepState.DONE : StepState.TO_DO;
  }
}
