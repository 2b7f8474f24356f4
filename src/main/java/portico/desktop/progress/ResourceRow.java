package portico.desktop.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import portico.operation.ResourceRef;
import portico.operation.Step;

/** One resource, what is done to it and how far that is. */
public final class ResourceRow {
  /** How far it is. */
  public enum State {
    /** Known from a preview; not begun. */
    WAITING,
    WORKING,
    DONE,
    FAILED,
    /** The operation ended before this did. */
    STOPPED
  }

  private final ResourceRef resource;
  private final ReadOnlyObjectWrapper<Step> step;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Optional<Instant> began = Optional.empty();
  private Optional<Instant> ended = Optional.empty();

  ResourceRow(ResourceRef resource, Step step) {
    this.resource = resource;
    this.step = new ReadOnlyObjectWrapper<>(step);
  }

  public ResourceRef resource() {
    return resource;
  }

  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What went wrong with it, in the provider's words, or an empty text. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** How long it took, or takes so far; empty before it began. */
  public Optional<Duration> elapsed(Instant now) {
    return began.map(from -> Duration.between(from, ended.orElse(now)));
  }

  boolean isThrough() {
    return state.get() == State.DONE || state.get() == State.FAILED;
  }

  void begin(Instant at, Step what) {
    if (began.isEmpty()) {
      began = Optional.of(at);
    }
    ended = Optional.empty();
    step.set(what);
    state.set(State.WORKING);
  }

  void end(Instant at, Step what, State how) {
    if (began.isEmpty()) {
      began = Optional.of(at);
    }
    ended = Optional.of(at);
    step.set(what);
    state.set(how);
  }

  /** The operation is over: what was not reported as through is taken as it ended. */
  void close(Instant at, boolean succeeded) {
    if (!isThrough()) {
      ended = began.map(from -> at);
      state.set(succeeded ? State.DONE : State.STOPPED);
    }
  }

  void blame(String text) {
    problem.set(text.strip());
  }
}
