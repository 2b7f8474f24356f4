package portico.desktop.wizard.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import portico.catalog.Catalogs;
import portico.catalog.Instance;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.draft.ServiceChoice;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Loader;
import portico.desktop.wizard.form.NumberRules;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.Texts;
import portico.model.FieldRules;
import portico.model.InstanceTarget;
import portico.model.Protocol;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;

/** The target group: what the service speaks, which instances run it, and its health check. */
public final class ServiceViewModel implements StepModel {
  private record Source(Place place, String vpcId) {}

  private final Catalogs catalogs;
  private final Texts texts;
  private final ObservableValue<Optional<NetworkChoice>> network;
  private final Loader<List<Instance>> instances;
  private final Field name;
  private final Field port;
  private final HealthCheckForm health;
  private final ReadOnlyObjectWrapper<Protocol> protocol =
      new ReadOnlyObjectWrapper<>(Protocol.HTTP);
  private final ObservableList<TargetRow> rows = FXCollections.observableArrayList();
  private final ObservableList<TargetRow> readOnlyRows =
      FXCollections.unmodifiableObservableList(rows);
  private final FilteredList<TargetRow> visible = new FilteredList<>(rows);
  private final StringProperty search = new SimpleStringProperty("");
  private final IntegerProperty choices = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<List<TargetRow>> chosenRows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<String>> gone = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectBinding<Optional<ServiceChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;
  private Optional<Source> read = Optional.empty();
  private List<InstanceTarget> wanted = List.of();
  private List<InstanceTarget> further = List.of();

  public ServiceViewModel(
      Catalogs catalogs,
      Background background,
      Texts texts,
      ObservableValue<Optional<NetworkChoice>> network) {
    this.catalogs = catalogs;
    this.texts = texts;
    this.network = network;
    instances = new Loader<>(background);
    name =
        new Field(
            "wizard-target-group-name",
            texts.get("service.name"),
            text -> texts.first(FieldRules.targetGroupName("", text)));
    port =
        new Field(
            "wizard-target-group-port",
            texts.get("service.port"),
            text -> NumberRules.port(texts, text));
    health = new HealthCheckForm(texts);
    name.prefill(SpecDefaults.TARGET_GROUP_NAME);
    port.prefill(String.valueOf(SpecDefaults.PORT));
    List<Observable> inputs = new ArrayList<>();
    Stream.concat(Stream.of(name, port), health.fields().stream())
        .forEach(field -> inputs.add(field.fault()));
    inputs.addAll(List.of(protocol, choices, network, instances.stateProperty()));
    inputs.addAll(
        Stream.concat(Stream.of(name, port), health.fields().stream())
            .map(Field::textProperty)
            .toList());
    choice = Bindings.createObjectBinding(this::currentChoice, inputs.toArray(Observable[]::new));
    problem = Bindings.createObjectBinding(this::currentProblem, choice);
    instances
        .stateProperty()
        .addListener((observed, before, now) -> now.value().ifPresent(this::instancesRead));
    network.addListener((observed, before, now) -> zonesChanged(before, now));
    choices.addListener((observed, before, now) -> chosenRows.set(chosen()));
    search.addListener(
        (observed, before, now) -> visible.setPredicate(row -> row.matches(searched())));
  }

  public Field name() {
    return name;
  }

  public Field port() {
    return port;
  }

  public ReadOnlyObjectProperty<Protocol> protocolProperty() {
    return protocol.getReadOnlyProperty();
  }

  public HealthCheckForm health() {
    return health;
  }

  public ReadOnlyObjectProperty<LoadState<List<Instance>>> instancesProperty() {
    return instances.stateProperty();
  }

  /** All instances of the VPC. */
  public ObservableList<TargetRow> rows() {
    return readOnlyRows;
  }

  /** The instances that the search lets through. */
  public ObservableList<TargetRow> visibleRows() {
    return visible;
  }

  public StringProperty searchProperty() {
    return search;
  }

  /** Changes its value with every choice of an instance or its port. */
  public ReadOnlyIntegerProperty choicesProperty() {
    return choices;
  }

  /** The chosen rows; a new list with every choice. */
  public ReadOnlyObjectProperty<List<TargetRow>> chosenRowsProperty() {
    return chosenRows.getReadOnlyProperty();
  }

  /** Targets of the environment being changed that are no longer in the VPC. */
  public ReadOnlyObjectProperty<List<String>> goneProperty() {
    return gone.getReadOnlyProperty();
  }

  public ObservableValue<Optional<ServiceChoice>> choice() {
    return choice;
  }

  @Override
  public ObservableValue<Optional<Problem>> problem() {
    return problem;
  }

  @Override
  public void enter() {
    if (source().isPresent() && !source().equals(read)) {
      reload();
    }
  }

  @Override
  public void reveal() {
    name.reveal();
    port.reveal();
    health.fields().forEach(Field::reveal);
    rows.forEach(row -> row.port().reveal());
  }

  /** Reads the instances again; what is chosen stays chosen where it still exists. */
  public void reload() {
    source()
        .ifPresent(
            from -> {
              boolean sameVpc = read.equals(Optional.of(from));
              if (sameVpc && !chosen().isEmpty()) {
                wanted = chosen().stream().map(TargetRow::target).toList();
              }
              read = Optional.of(from);
              rows.clear();
              choices.set(choices.get() + 1);
              String vpcId = from.vpcId();
              instances.load(from.place().reading(catalogs, catalog -> catalog.instances(vpcId)));
            });
  }

  public void chooseProtocol(Protocol chosen) {
    protocol.set(chosen);
  }

  /** Starts with the target group of an existing environment. */
  public void prefill(TargetGroupSpec existing) {
    name.prefill(existing.name());
    port.prefill(String.valueOf(existing.port()));
    protocol.set(existing.protocol());
    health.prefill(existing.healthCheck());
    wanted = existing.targets();
    Set<String> seen = new HashSet<>();
    further = wanted.stream().filter(target -> !seen.add(target.instanceId())).toList();
  }

  public List<TargetRow> chosen() {
    return rows.stream().filter(TargetRow::isChosen).toList();
  }

  private String searched() {
    String text = search.get();
    return text == null ? "" : text;
  }

  private Optional<Source> source() {
    return network.getValue().map(found -> new Source(found.place(), found.vpc().id()));
  }

  private void instancesRead(List<Instance> found) {
    rows.setAll(found.stream().map(this::row).toList());
    Map<String, InstanceTarget> missing = new HashMap<>();
    wanted.forEach(target -> missing.putIfAbsent(target.instanceId(), target));
    for (TargetRow row : rows) {
      InstanceTarget target = missing.remove(row.instance().id());
      if (target != null) {
        target.port().ifPresent(own -> row.port().prefill(String.valueOf(own)));
        row.chosenProperty().set(true);
      }
    }
    wanted = List.of();
    gone.set(missing.keySet().stream().sorted().toList());
    choices.set(choices.get() + 1);
  }

  private TargetRow row(Instance instance) {
    boolean served = network.getValue().map(chosen -> chosen.hasZone(instance.zone())).orElse(true);
    TargetRow row = new TargetRow(instance, served, texts);
    row.chosenProperty().addListener((observed, before, now) -> choices.set(choices.get() + 1));
    row.port()
        .textProperty()
        .addListener((observed, before, now) -> choices.set(choices.get() + 1));
    return row;
  }

  /** Other subnets of the same VPC: the remarks about zones change, the choice does not. */
  private void zonesChanged(Optional<NetworkChoice> before, Optional<NetworkChoice> now) {
    Optional<List<Instance>> known = instances.state().value();
    if (now.isPresent() && !before.equals(now) && source().equals(read) && known.isPresent()) {
      wanted = chosen().stream().map(TargetRow::target).toList();
      List<String> stillGone = gone.get();
      instancesRead(known.get());
      gone.set(stillGone);
    }
  }

  private Optional<ServiceChoice> currentChoice() {
    boolean readHere = source().isPresent() && source().equals(read);
    boolean settled = !instances.state().isBusy() && wanted.isEmpty();
    if (!readHere || !settled || !fieldsAreValid()) {
      return Optional.empty();
    }
    TargetGroupSpec spec =
        new TargetGroupSpec(
            name.text(),
            protocol.get(),
            port.number().orElseThrow(),
            health.spec().orElseThrow(),
            targets());
    return Optional.of(
        new ServiceChoice(
            read.orElseThrow().vpcId(),
            spec,
            chosen().stream()
                .collect(Collectors.toMap(row -> row.instance().id(), TargetRow::displayName))));
  }

  /**
   * What is registered: each chosen instance, and the further ports of instances that were
   * registered on several, which only spec files can say.
   */
  private List<InstanceTarget> targets() {
    Set<String> ids = chosen().stream().map(row -> row.instance().id()).collect(Collectors.toSet());
    return Stream.concat(
            chosen().stream().map(TargetRow::target),
            further.stream().filter(target -> ids.contains(target.instanceId())))
        .toList();
  }

  private boolean fieldsAreValid() {
    return name.isValid()
        && port.isValid()
        && health.spec().isPresent()
        && chosen().stream().allMatch(row -> row.port().isValid());
  }

  private Optional<Problem> currentProblem() {
    if (choice.get().isPresent()) {
      return Optional.empty();
    }
    return Stream.of(
            Stream.of(name, port), chosen().stream().map(TargetRow::port), health.fields().stream())
        .flatMap(fields -> fields)
        .flatMap(field -> field.problem().stream())
        .findFirst()
        .or(() -> Optional.of(waiting()));
  }

  private Problem waiting() {
    return instances.state().failed().isPresent()
        ? new Problem("wizard-targets-retry", texts.get("service.targets.failed"))
        : new Problem("wizard-targets", texts.get("service.busy"));
  }
}
