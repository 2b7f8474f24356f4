package portico.desktop.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.desktop.fx.Background;
import portico.desktop.fx.Latest;
import portico.desktop.fx.PulseQueue;
import portico.environment.Environment;
import portico.model.EnvironmentSpec;
import portico.proof.ProofChoices;
import portico.proof.ProofControl;
import portico.proof.ProofListener;
import portico.proof.ProofPlan;
import portico.proof.ProofReport;
import portico.proof.ProofStep;
import portico.proof.ProofStore;
import portico.service.Proving;
import portico.service.Services;

/**
 * Proves an environment's service: on demand, and once by itself after a deployment, when its
 * targets can answer. Goes on when the page is left: the report is kept.
 */
public final class ProofViewModel {
  /** A silence takes minutes, so only the user asks for one. */
  private static final ProofChoices BY_ITSELF =
      new ProofChoices(true, Optional.empty(), false, OptionalInt.empty());

  private final Proving proving;
  private final Background background;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<Optional<Environment>> environment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ProofReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Working>> working =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Saved>> saved =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ObservableList<ProofStep> steps = FXCollections.observableArrayList();
  private final ObservableList<ProofReport> kept = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<ProofReport> shownKept =
      FXCollections.unmodifiableObservableList(kept);

  private final ReadOnlyObjectWrapper<ProofDue> due = new ReadOnlyObjectWrapper<>(ProofDue.NO);
  private final ProofSettings settings = new ProofSettings();
  private final BooleanBinding nothingYet = report.isEqualTo(Optional.empty()).and(running.not());
  private final BooleanBinding ready;
  private final Latest openings = new Latest();
  private ProofControl control = new ProofControl();
  private boolean answering;

  /** When the newest proof of this model began, which perhaps could not be kept. */
  private Instant made = Instant.EPOCH;

  /** What is being asked, and since when. */
  public record Working(String listener, ProofStep.Stage stage, Instant since) {}

  /** What became of saving: {@code failure} is the system's own words, or an empty text. */
  public record Saved(Path file, String failure) {}

  private sealed interface Event {
    record Began(Working working) implements Event {}

    record Ended(ProofStep step) implements Event {}
  }

  public ProofViewModel(Services services, Background background, InstantSource clock) {
    this.proving = new Proving(services);
    this.background = background;
    this.clock = clock;
    ready =
        running
            .not()
            .and(settings.rightBinding())
            .and(
                Bindings.createBooleanBinding(
                    () -> environment.get().filter(Proving::possible).isPresent(), environment));
  }

  // --- Properties

  /** Whether there is something to ask, and what is wanted is written right. */
  public BooleanBinding readyBinding() {
    return ready;
  }

  /** Whether there is neither a report nor one in the making. */
  public BooleanBinding nothingYetBinding() {
    return nothingYet;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Environment>> environmentProperty() {
    return environment.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Working>> workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** The report that is shown; empty while one is being made, and before the first. */
  public ReadOnlyObjectProperty<Optional<ProofReport>> reportProperty() {
    return report.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Saved>> savedProperty() {
    return saved.getReadOnlyProperty();
  }

  /** The steps that are over, of the report or of what runs. Not to be changed. */
  public ObservableList<ProofStep> steps() {
    return steps;
  }

  /** The reports that are kept, newest first. */
  public ObservableList<ProofReport> kept() {
    return shownKept;
  }

  public ReadOnlyObjectProperty<ProofDue> dueProperty() {
    return due.getReadOnlyProperty();
  }

  public ProofSettings settings() {
    return settings;
  }

  /** How long a silence usually is here, in seconds. */
  int usualSeconds() {
    return environment
        .get()
        .flatMap(Environment::spec)
        .map(EnvironmentSpec::loadBalancer)
        .map(balancer -> ProofPlan.usualSilence(balancer.attributes().idleTimeoutSeconds()))
        .orElse(1);
  }

  /** How long what is being asked has taken. */
  Duration elapsed() {
    return working
        .get()
        .map(each -> Duration.between(each.since(), clock.instant()))
        .orElse(Duration.ZERO);
  }

  Instant now() {
    return clock.instant();
  }

  // --- Commands

  /** Shows an environment with its last report, and sees whether a proof is due. */
  public void show(Environment shown) {
    environment.set(Optional.of(shown));
    background.run(
        () -> proving.kept(shown).toList(), openings.begin(found -> showKept(shown, found)));
  }

  private void showKept(Environment shown, List<ProofReport> found) {
    if (!running.get()) {
      kept.setAll(found);
      found.stream().findFirst().ifPresent(this::present);
      Instant newest = found.stream().findFirst().map(ProofReport::at).orElse(Instant.EPOCH);
      due.set(ProofDue.of(shown, newest.isAfter(made) ? newest : made, clock.instant()));
      proveIfDue();
    }
  }

  /** A target is healthy and the name resolves: a proof that is due begins. */
  public void answering() {
    answering = true;
    proveIfDue();
  }

  private void proveIfDue() {
    if (answering && due.get() == ProofDue.WHEN_ANSWERING) {
      prove(BY_ITSELF);
    }
  }

  /** Shows another report of those that are kept; nothing while one is being made. */
  public void choose(ProofReport chosen) {
    if (!running.get()) {
      saved.set(Optional.empty());
      present(chosen);
    }
  }

  private void present(ProofReport chosen) {
    steps.setAll(chosen.steps());
    report.set(Optional.of(chosen));
  }

  /** Proves it now as the settings say; nothing while that is being done or cannot be. */
  public void prove() {
    if (ready.get()) {
      prove(settings.choices());
    }
  }

  private void prove(ProofChoices choices) {
    Environment asked = environment.get().orElseThrow();
    ProofControl mine = new ProofControl();
    control = mine;
    due.set(ProofDue.NO);
    running.set(true);
    report.set(Optional.empty());
    saved.set(Optional.empty());
    steps.clear();
    PulseQueue<Event> events = new PulseQueue<>(background, this::apply);
    ProofListener listener = listener(events);
    background.run(() -> proving.prove(asked, choices, listener, mine), this::over);
  }

  private ProofListener listener(PulseQueue<Event> events) {
    return new ProofListener() {
      @Override
      public void began(String name, ProofStep.Stage stage) {
        events.put(new Event.Began(new Working(name, stage, clock.instant())));
      }

      @Override
      public void ended(ProofStep step) {
        events.put(new Event.Ended(step));
      }
    };
  }

  private void apply(List<Event> events) {
    for (Event event : events) {
      if (!running.get()) {
        return; // The whole report has been shown already.
      }
      switch (event) {
        case Event.Began(Working now) -> working.set(Optional.of(now));
        case Event.Ended(ProofStep step) -> {
          working.set(Optional.empty());
          steps.add(step);
        }
      }
    }
  }

  private void over(Optional<Proving.Proven> proven) {
    openings.begin(outdated -> {});
    running.set(false);
    working.set(Optional.empty());
    proven.ifPresent(
        each -> {
          made = each.report().at();
          kept.addFirst(each.report());
          kept.remove(Math.min(kept.size(), ProofStore.KEPT), kept.size());
          present(each.report());
          each.notKept().ifPresent(why -> saved.set(Optional.of(new Saved(Path.of(""), why))));
        });
  }

  /** Ends what is being done; what was found until then is reported. */
  public void cancel() {
    ProofControl mine = control;
    background.run(
        () -> {
          mine.cancel();
          return mine;
        },
        cancelled -> {});
  }

  /** Writes the shown report to a file: JSON for a name in {@code .json}, else Markdown. */
  public void save(Path file) {
    report
        .get()
        .ifPresent(
            shown ->
                background.run(
                    () -> ProofFile.write(shown, file), done -> saved.set(Optional.of(done))));
  }
}
