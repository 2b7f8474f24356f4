package portico.desktop.wizard.form;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.catalog.Answer;
import portico.desktop.fx.Background;
import portico.desktop.fx.Latest;

/** Reads in the background and keeps the newest reading's state. Used on the FX thread alone. */
public final class Loader<T> {
  private final Background background;
  private final Latest latest = new Latest();
  private final ReadOnlyObjectWrapper<LoadState<T>> state =
      new ReadOnlyObjectWrapper<>(new LoadState.Idle<>());

  public Loader(Background background) {
    this.background = background;
  }

  public ReadOnlyObjectProperty<LoadState<T>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public LoadState<T> state() {
    return state.get();
  }

  /** Starts a reading; whatever an earlier one still answers is dropped. */
  public void load(Supplier<Answer<T>> work) {
    state.set(new LoadState.Busy<>());
    background.run(work, latest.begin(this::apply));
  }

  /** Forgets what was read, and whatever is still being read. */
  public void clear() {
    latest.begin(ignored -> {});
    state.set(new LoadState.Idle<>());
  }

  private void apply(Answer<T> answer) {
    state.set(
        switch (answer) {
          case Answer.Found<T>(T value) -> new LoadState.Ready<>(value);
          case Answer.Failed<T>(var failure) -> new LoadState.Failed<>(failure);
        });
  }
}
