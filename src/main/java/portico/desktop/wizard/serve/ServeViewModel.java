package portico.desktop.wizard.serve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.ServeChoice;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.NumberRules;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.Texts;
import portico.model.EnvironmentSpec;
import portico.preset.Advice;
import portico.preset.PastedCommand;
import portico.preset.Preset;
import portico.preset.Presets;

/** What is served: chosen from the presets, or read from a pasted command. */
public final class ServeViewModel implements StepModel {
  private final Texts texts;
  private final ReadOnlyObjectWrapper<List<Preset>> all = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Preset>> preset =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Streams> streams = new ReadOnlyObjectWrapper<>(Streams.YES);
  private final ReadOnlyObjectWrapper<Optional<PastedCommand>> pasted =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ServeChoice>> base =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StringProperty search = new SimpleStringProperty("");
  private final StringProperty paste = new SimpleStringProperty("");
  private final BooleanProperty told = new SimpleBooleanProperty();
  private final Field port;
  private final Field silence;
  private final ObjectBinding<List<Preset>> visible;
  private final ObjectBinding<Optional<ServeAnswers>> answers;
  private final ObjectBinding<List<SocketAdvice>> sockets;
  private final ObservableValue<Optional<ServeChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;
  private final ServeValues values;
  private Optional<Presets> presets = Optional.empty();
  private Optional<EnvironmentSpec> wanted = Optional.empty();

  /** What the environment that is being changed has. */
  private Optional<ServeChoice> existing = Optional.empty();

  /** Reads the presets in the background; until then there is nothing to choose. */
  public ServeViewModel(Background background, Texts texts) {
    this.texts = texts;
    values = new ServeValues(texts);
    port =
        new Field(
            "wizard-serve-port", texts.get("serve.port"), text -> NumberRules.port(texts, text));
    silence =
        new Field(
            "wizard-serve-silence",
            texts.get("serve.silence"),
            text -> NumberRules.knownSeconds(texts, text));
    visible = Bindings.createObjectBinding(this::matching, all, search);
    answers =
        Bindings.createObjectBinding(
            this::currentAnswers,
            preset,
            pasted,
            base,
            told,
            port.textProperty(),
            silence.textProperty());
    sockets =
        Bindings.createObjectBinding(
            () -> SocketAdvice.of(streams.get(), answers.get().map(ServeAnswers::choice)),
            answers,
            streams);
    choice = answers.map(found -> found.map(ServeAnswers::choice));
    problem =
        Bindings.createObjectBinding(
            this::currentProblem, preset, all, port.textProperty(), silence.textProperty());
    paste.addListener((observed, before, now) -> readPasted(now));
    background.run(Presets::load, this::loaded);
  }

  /** The presets that the search lets through. */
  public ObservableValue<List<Preset>> visible() {
    return visible;
  }

  public StringProperty searchProperty() {
    return search;
  }

  /** The command that the user pastes. */
  public StringProperty pasteProperty() {
    return paste;
  }

  /** What the pasted text says; empty while there is none. */
  public ReadOnlyObjectProperty<Optional<PastedCommand>> pastedProperty() {
    return pasted.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Preset>> presetProperty() {
    return preset.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Streams> streamsProperty() {
    return streams.getReadOnlyProperty();
  }

  public Field port() {
    return port;
  }

  /** The longest time without a byte; an empty text means that nobody knows. */
  public Field silence() {
    return silence;
  }

  /** Whether the server is set as advised. */
  public BooleanProperty toldProperty() {
    return told;
  }

  /** What the choice fills in; nothing while an answer is wrong. */
  public ObservableValue<List<ServeValue>> values() {
    return answers.map(
        found ->
            found
                .map(
                    each -> {
                      ServeChoice made = each.choice();
                      return values.of(each.preset(), made.targetGroup(), made.attributes());
                    })
                .orElse(List.of()));
  }

  /** What to set at the server. */
  public ObservableValue<List<Advice>> advice() {
    return answers.map(found -> found.map(ServeAnswers::advice).orElse(List.of()));
  }

  /** What to mind with WebSockets; nothing where the service has none. */
  public ObservableValue<List<SocketAdvice>> sockets() {
    return sockets;
  }

  /** Why the port is what it is. */
  public ObservableValue<String> portReason() {
    return Bindings.createStringBinding(
        this::currentPortReason, preset, pasted, port.textProperty());
  }

  public ObservableValue<Optional<ServeChoice>> choice() {
    return choice;
  }

  @Override
  public ObservableValue<Optional<Problem>> problem() {
    return problem;
  }

  /** The presets come with Portico and are read once. */
  @Override
  public void enter() {}

  @Override
  public void reveal() {
    port.reveal();
    silence.reveal();
  }

  public void chooseStreams(Streams chosen) {
    streams.set(chosen);
  }

  /** Chooses a server and fills its values in. */
  public void choose(Preset chosen) {
    if (preset.get().equals(Optional.of(chosen))) {
      return;
    }
    fill(chosen);
    existing.filter(each -> each.service().server().equals(chosen.id())).ifPresent(this::restore);
    if (pasted.get().flatMap(PastedCommand::preset).filter(chosen::equals).isPresent()) {
      applyPasted(pasted.get().get());
    }
  }

  /** Starts with the service of an existing environment. */
  public void prefill(EnvironmentSpec before) {
    wanted = Optional.of(before);
    presets.ifPresent(this::applyWanted);
  }

  private void loaded(Presets found) {
    presets = Optional.of(found);
    all.set(found.all());
    applyWanted(found);
    readPasted(paste.get());
  }

  private void applyWanted(Presets found) {
    if (wanted.isEmpty() || wanted.get().targetGroups().isEmpty()) {
      return;
    }
    EnvironmentSpec spec = wanted.get();
    wanted = Optional.empty();
    Preset chosen = found.find(spec.service().server()).orElseGet(found::other);
    fill(chosen);
    ServeChoice known =
        new ServeChoice(
            chosen.name(),
            spec.service(),
            spec.targetGroups().getFirst(),
            spec.loadBalancer().attributes());
    existing = Optional.of(known);
    restore(known);
  }

  /** Its own values, where its own server is chosen. */
  private void restore(ServeChoice known) {
    port.prefill(String.valueOf(known.targetGroup().port()));
    OptionalInt seconds = known.service().longestSilenceSeconds();
    silence.prefill(seconds.isPresent() ? String.valueOf(seconds.getAsInt()) : "");
    base.set(Optional.of(known));
  }

  private void fill(Preset chosen) {
    base.set(Optional.empty());
    told.set(false);
    preset.set(Optional.of(chosen));
    streams.set(Streams.of(chosen.answers().value()));
    port.prefill(String.valueOf(chosen.port().value()));
    silence.prefill(chosen.longestSilence().map(each -> String.valueOf(each.value())).orElse(""));
  }

  private void readPasted(String text) {
    if (presets.isEmpty() || text.isBlank()) {
      pasted.set(Optional.empty());
      return;
    }
    PastedCommand read = PastedCommand.read(text, presets.get());
    pasted.set(Optional.of(read));
    if (read.preset().isPresent()) {
      fill(read.preset().get());
      applyPasted(read);
    } else if (preset.get().map(Preset::isOther).orElse(false)) {
      applyPasted(read);
    }
  }

  private void applyPasted(PastedCommand read) {
    read.port().ifPresent(number -> port.prefill(String.valueOf(number)));
  }

  private List<Preset> matching() {
    String wish = search.get().strip().toLowerCase(Locale.ROOT);
    return all.get().stream()
        .filter(
            each ->
                (each.id() + " " + each.name() + " " + each.line())
                    .toLowerCase(Locale.ROOT)
                    .contains(wish))
        .toList();
  }

  private String currentPortReason() {
    String now = port.text();
    Optional<String> read =
        pasted
            .get()
            .filter(each -> String.valueOf(each.port().orElse(0)).equals(now))
            .map(each -> texts.get("serve.reason.pasted"));
    return read.or(
            () ->
                preset
                    .get()
                    .filter(each -> String.valueOf(each.port().value()).equals(now))
                    .map(each -> each.port().because()))
        .orElseGet(() -> texts.get("serve.reason.yours"));
  }

  private Optional<ServeAnswers> currentAnswers() {
    if (preset.get().isEmpty() || !port.isValid() || !silence.isValid()) {
      return Optional.empty();
    }
    Preset chosen = preset.get().get();
    Optional<PastedCommand> fitting =
        pasted.get().filter(each -> each.preset().equals(Optional.of(chosen)));
    return Optional.of(
        new ServeAnswers(
            chosen,
            port.number().orElseThrow(),
            silence.number(),
            fitting,
            told.get(),
            base.get(),
            existing));
  }

  private Optional<Problem> currentProblem() {
    if (preset.get().isEmpty()) {
      return Optional.of(new Problem("wizard-serve-search", texts.get("serve.none")));
    }
    return Stream.of(port, silence).flatMap(field -> field.problem().stream()).findFirst();
  }
}
