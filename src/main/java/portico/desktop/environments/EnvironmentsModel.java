package portico.desktop.environments;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.desktop.fx.Background;
import portico.desktop.fx.Latest;
import portico.environment.Deadlines;
import portico.environment.Environment;
import portico.environment.EnvironmentState;
import portico.environment.Environments;
import portico.model.EnvironmentName;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.OperationRecord;
import portico.operation.Operations;
import portico.operation.StartAnswer;
import portico.text.FailureText;
import portico.text.Message;

/**
 * All environments, one of them chosen. A reload changes only what has changed: the list keeps its
 * elements, and the choice goes by name.
 */
public final class EnvironmentsModel {
  /** One reading of the disk. */
  private record Reading(List<Environment> all, List<OperationRecord> history) {}

  private final Environments environments;
  private final Operations operations;
  private final Deadlines deadlines;
  private final Background background;
  private final FailureText failures;
  private final EnvironmentsText text;
  private final Latest latest = new Latest();
  private final ObservableList<Environment> shown = FXCollections.observableArrayList();
  private final ObservableList<Environment> readOnlyShown =
      FXCollections.unmodifiableObservableList(shown);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Environment>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<OperationRecord>> history =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Message>> notice =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private List<Environment> all = List.of();
  private boolean replacing;
  private Optional<EnvironmentName> wanted;

  /**
   * @param wanted which one to choose first; empty for the first of the list
   */
  public EnvironmentsModel(
      Environments environments,
      Operations operations,
      Deadlines deadlines,
      Background background,
      FailureText failures,
      EnvironmentsText text,
      Optional<EnvironmentName> wanted) {
    this.environments = environments;
    this.operations = operations;
    this.deadlines = deadlines;
    this.background = background;
    this.failures = failures;
    this.text = text;
    this.wanted = wanted;
    search.subscribe(this::filter);
  }

  // --- Properties

  /** Those that the search leaves, by name. */
  public ObservableList<Environment> shown() {
    return readOnlyShown;
  }

  /** Changes whenever {@link #shown} was brought up to date. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Part of a name, region, account or DNS name; set by the user. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Whether the disk was read at least once. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** Whether it was read and there is no environment at all. */
  public ReadOnlyBooleanProperty noneProperty() {
    return none.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Environment>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Operations on the chosen environment, newest first. */
  public ReadOnlyObjectProperty<List<OperationRecord>> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /** Why the last command was refused. */
  public ReadOnlyObjectProperty<Optional<Message>> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /**
   * Whether deploying again makes sense: it is incomplete, empty or deployed, with a known spec.
   */
  public static boolean canDeploy(Environment environment) {
    return environment.spec().isPresent()
        && environment.account().isPresent()
        && !(environment.state() instanceof EnvironmentState.Working);
  }

  /** Whether there is something to destroy and nothing at work. */
  public static boolean canDestroy(Environment environment) {
    return canDeploy(environment) && !(environment.state() instanceof EnvironmentState.Empty);
  }

  // --- Commands

  /** Reads everything again; of several at once only the last counts. */
  public void refresh() {
    Optional<EnvironmentName> now = wanted.or(() -> chosen.get().map(Environment::name));
    background.run(() -> read(now), latest.begin(this::apply));
  }

  /** Shows another environment's details. */
  public void choose(EnvironmentName name) {
    if (!replacing && chosen.get().map(Environment::name).filter(name::equals).isEmpty()) {
      notice.set(Optional.empty());
      wanted = Optional.of(name);
      chosen.set(find(name));
      history.set(List.of());
      refresh();
    }
  }

  /** Deploys the chosen one's spec again, which also repairs. */
  public void deployAgain(Consumer<OperationId> then) {
    start(OperationKind.DEPLOY, then);
  }

  /** Compares the chosen one with AWS and changes nothing. */
  public void compare(Consumer<OperationId> then) {
    start(OperationKind.REFRESH_PREVIEW, then);
  }

  /** Forgets the chosen one if it holds no resources. */
  public void forget() {
    chosen
        .get()
        .map(Environment::name)
        .ifPresent(
            name ->
                background.run(
                    () -> environments.forget(name),
                    forgotten -> {
                      notice.set(
                          forgotten ? Optional.empty() : Optional.of(text.notForgotten(name)));
                      refresh();
                    }));
  }

  /** Ends the chosen one then. */
  public void endAt(Instant due) {
    changeEnd(name -> deadlines.endAt(name, due));
  }

  /** Lets the chosen one stay until someone destroys it. */
  public void neverEnd() {
    changeEnd(deadlines::never);
  }

  private void changeEnd(Function<EnvironmentName, Optional<OperationFailure>> change) {
    chosen
        .get()
        .ifPresent(
            target ->
                background.run(
                    () -> change.apply(target.name()),
                    refused -> {
                      notice.set(refused.map(each -> failures.of(each, target.resources().size())));
                      refresh();
                    }));
  }

  private void start(OperationKind kind, Consumer<OperationId> then) {
    Environment target = chosen.get().filter(EnvironmentsModel::canDeploy).orElse(null);
    if (target == null) {
      return;
    }
    background.run(
        () ->
            operations.start(
                kind,
                target.name(),
                target.spec().orElseThrow(),
                target.account().orElseThrow(),
                target.provider()),
        answer -> {
          switch (answer) {
            case StartAnswer.Started(OperationId id) -> then.accept(id);
            case StartAnswer.Refused(var failure) ->
                notice.set(Optional.of(failures.of(failure, target.resources().size())));
          }
        });
  }

  // --- Reading

  private Reading read(Optional<EnvironmentName> now) {
    List<Environment> list = environments.list();
    Optional<EnvironmentName> of =
        now.filter(name -> list.stream().anyMatch(each -> each.name().equals(name)))
            .or(() -> list.stream().map(Environment::name).findFirst());
    return new Reading(list, of.map(operations::history).orElse(List.of()));
  }

  private void apply(Reading reading) {
    all = reading.all();
    Optional<EnvironmentName> name = wanted.or(() -> chosen.get().map(Environment::name));
    wanted = Optional.empty();
    Optional<Environment> next = name.flatMap(this::find).or(() -> all.stream().findFirst());
    if (!chosen.get().equals(next)) {
      chosen.set(next);
    }
    filter();
    if (!history.get().equals(reading.history())) {
      history.set(reading.history());
    }
    none.set(all.isEmpty());
    loaded.set(true);
  }

  private Optional<Environment> find(EnvironmentName name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private void filter() {
    String part = search.get().strip().toLowerCase(Locale.ROOT);
    replaceChanged(all.stream().filter(each -> text.matches(each, part)).toList());
  }

  /**
   * Touches only the elements that differ, so that the list neither flickers nor jumps. A list
   * view's selection moves by itself meanwhile, which is no choice of the user's.
   */
  private void replaceChanged(List<Environment> wish) {
    replacing = true;
    replaceEach(wish);
    replacing = false;
    revision.set(revision.get() + 1);
  }

  private void replaceEach(List<Environment> wish) {
    int common = Math.min(wish.size(), shown.size());
    for (int i = 0; i < common; i++) {
      if (!shown.get(i).equals(wish.get(i))) {
        shown.set(i, wish.get(i));
      }
    }
    if (shown.size() > wish.size()) {
      shown.remove(wish.size(), shown.size());
    } else {
      shown.addAll(wish.subList(common, wish.size()));
    }
  }
}
