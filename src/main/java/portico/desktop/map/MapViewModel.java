package portico.desktop.map;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.desktop.fx.Background;
import portico.doctor.Remedy;
import portico.environment.Environment;
import portico.model.EnvironmentSpec;
import portico.operation.OperationFailure;
import portico.operation.OperationId;
import portico.operation.OperationKind;
import portico.operation.StartAnswer;
import portico.service.Services;

/** An environment's targets, looked at while the page is in view, and the cures for them. */
public final class MapViewModel {
  private final Services services;
  private final Background background;
  private final ReadOnlyObjectWrapper<Optional<Environment>> environment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Examination>> examination =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<OperationId>> started =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<OperationFailure>> refused =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Examiner> examiner = Optional.empty();
  private boolean looking;

  /** Counts the times that the page was opened or left: a look that began before is not kept. */
  private int visit;

  public MapViewModel(Services services, Background background) {
    this.services = services;
    this.background = background;
  }

  // --- Properties

  ReadOnlyObjectProperty<Optional<Environment>> environmentProperty() {
    return environment.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Examination>> examinationProperty() {
    return examination.getReadOnlyProperty();
  }

  /** Whether a fix is being started. */
  ReadOnlyBooleanProperty startingProperty() {
    return starting.getReadOnlyProperty();
  }

  /** The deployment of a fix, once it has begun. */
  ReadOnlyObjectProperty<Optional<OperationId>> startedProperty() {
    return started.getReadOnlyProperty();
  }

  /** Why a fix could not be started. */
  ReadOnlyObjectProperty<Optional<OperationFailure>> refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  // --- Commands

  /** Shows an environment and looks at its targets. */
  public void open(Environment shown) {
    if (!environment.get().equals(Optional.of(shown))) {
      close();
      environment.set(Optional.of(shown));
      refused.set(Optional.empty());
    }
    look();
  }

  /** Looks at the targets; nothing while that is being done. */
  public void look() {
    Optional<Environment> shown = environment.get();
    Optional<EnvironmentSpec> spec = shown.flatMap(Environment::spec);
    if (looking || spec.isEmpty() || shown.flatMap(Environment::account).isEmpty()) {
      return;
    }
    looking = true;
    int asked = visit;
    Optional<Examiner> open = examiner;
    background.run(
        () -> look(open.orElseGet(() -> examinerOf(shown.get(), spec.get()))),
        seen -> {
          looking = false;
          if (asked == visit) {
            examiner = Optional.of(seen.by());
            if (!examination.get().equals(Optional.of(seen.found()))) {
              examination.set(Optional.of(seen.found()));
            }
          } else {
            release(seen.by());
          }
        });
  }

  /** A look, and who looked. */
  private record Seen(Examiner by, Examination found) {}

  private static Seen look(Examiner examiner) {
    return new Seen(examiner, examiner.look());
  }

  private Examiner examinerOf(Environment shown, EnvironmentSpec spec) {
    return new Examiner(
        shown, spec, services.catalogs().open(shown.account().orElseThrow(), spec.region()));
  }

  /** Deploys the spec of a fix. */
  public void apply(Remedy.Fix fix) {
    Optional<Environment> shown = environment.get();
    if (starting.get() || shown.flatMap(Environment::account).isEmpty()) {
      return;
    }
    Environment cured = shown.get();
    starting.set(true);
    refused.set(Optional.empty());
    background.run(
        () ->
            services
                .operations()
                .start(
                    OperationKind.DEPLOY,
                    cured.name(),
                    fix.spec(),
                    cured.account().orElseThrow(),
                    cured.provider()),
        answer -> {
          starting.set(false);
          switch (answer) {
            case StartAnswer.Started(OperationId id) -> started.set(Optional.of(id));
            case StartAnswer.Refused(OperationFailure failure) -> refused.set(Optional.of(failure));
          }
        });
  }

  /** The page is left: releases connections. */
  public void close() {
    visit++;
    examiner.ifPresent(this::release);
    examiner = Optional.empty();
  }

  private void release(Examiner old) {
    background.run(
        () -> {
          old.close();
          return old;
        },
        closed -> {});
  }
}
