package portico.desktop.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
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
import portico.proof.json.ProofJson;
import portico.service.Proving;
import portico.service.Services;
import portico.text.ProofPaper;
import portico.text.Words;

/** Proves an environment's service on demand. Goes on when the page is left: the report is kept. */
public final class ProofViewModel {
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
  private final BooleanProperty stream = new SimpleBooleanProperty(true);
  private final BooleanProperty silent = new SimpleBooleanProperty(true);
  private final StringProperty seconds = new SimpleStringProperty("");
  private final OwnRequest own = new OwnRequest();
  private final BooleanBinding secondsRight =
      Bindings.createBooleanBinding(this::secondsFit, seconds, silent);
  private final BooleanBinding nothingYet = report.isEqualTo(Optional.empty()).and(running.not());
  private final BooleanBinding ownShown = own.wantedProperty().and(stream);
  private final BooleanBinding ready;
  private final Latest reloads = new Latest();
  private ProofControl control = new ProofControl();

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
    BooleanBinding requestRight =
        own.wantedProperty()
            .not()
            .or(stream.not())
            .or(own.pathRightBinding().and(own.headersRightBinding()));
    ready =
        running
            .not()
            .and(secondsRight)
            .and(requestRight)
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

  /** Whether a request of the user's own is to be written. */
  BooleanBinding ownShownBinding() {
    return ownShown;
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

  /** The newest report; empty while one is being made, and before the first. */
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

  public BooleanProperty streamProperty() {
    return stream;
  }

  public BooleanProperty silentProperty() {
    return silent;
  }

  /** How long to keep silent; an empty text for as long as is usual. */
  public StringProperty secondsProperty() {
    return seconds;
  }

  BooleanBinding secondsRightBinding() {
    return secondsRight;
  }

  public OwnRequest own() {
    return own;
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

  /** Shows an environment with its last report. */
  public void show(Environment shown) {
    environment.set(Optional.of(shown));
    if (!running.get()) {
      background.run(
          () -> proving.kept(shown).findFirst(),
          reloads.begin(found -> found.ifPresent(this::last)));
    }
  }

  private void last(ProofReport found) {
    if (!running.get()) {
      steps.setAll(found.steps());
      report.set(Optional.of(found));
    }
  }

  /** Proves it now; nothing while that is being done or cannot be. */
  public void prove() {
    if (!ready.get()) {
      return;
    }
    Environment asked = environment.get().orElseThrow();
    ProofChoices choices = choices();
    ProofControl mine = new ProofControl();
    control = mine;
    running.set(true);
    report.set(Optional.empty());
    saved.set(Optional.empty());
    steps.clear();
    PulseQueue<Event> events = new PulseQueue<>(background, this::apply);
    ProofListener listener = listener(events);
    Consumer<Optional<Proving.Proven>> done = reloads.begin(this::over);
    background.run(() -> proving.prove(asked, choices, listener, mine), done);
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
    running.set(false);
    working.set(Optional.empty());
    proven.ifPresent(
        each -> {
          last(each.report());
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

  /** Writes the report to a file: JSON for a name in {@code .json}, else Markdown. */
  public void save(Path file) {
    report
        .get()
        .ifPresent(
            shown ->
                background.run(() -> write(shown, file), done -> saved.set(Optional.of(done))));
  }

  private static Saved write(ProofReport report, Path file) {
    String text =
        file.toString().endsWith(".json") ? new ProofJson().write(report) : markdown(report);
    try {
      Files.writeString(file, text);
      return new Saved(file, "");
    } catch (IOException refused) {
      return new Saved(file, refused.toString());
    }
  }

  static String markdown(ProofReport report) {
    return new ProofPaper(Words.core()).markdown(report);
  }

  private ProofChoices choices() {
    return new ProofChoices(stream.get(), own.request(), silent.get(), parse(seconds.get()));
  }

  private boolean secondsFit() {
    OptionalInt wanted = parse(seconds.get());
    return !silent.get()
        || seconds.get().isBlank()
        || (wanted.isPresent()
            && wanted.getAsInt() >= 1
            && wanted.getAsInt() <= ProofChoices.SILENT_MAX);
  }

  private static OptionalInt parse(String text) {
    return text.matches("[0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
