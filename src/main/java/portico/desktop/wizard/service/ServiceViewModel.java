package portico.desktop.wizard.service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
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
  private final TargetRows rows;
  private final ReadOnlyObjectWrapper<Protocol> protocol =
      new ReadOnlyObjectWrapper<>(Protocol.HTTP);
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
    rows = new TargetRows(texts);
    name.prefill(SpecDefaults.TARGET_GROUP_NAME);
    port.prefill(String.valueOf(SpecDefaults.PORT));
    List<Observable> inputs = new ArrayList<>();
    Stream.concat(Stream.of(name, port), health.fields().stream())
        .forEach(field -> inputs.add(field.fault()));
    inputs.addAll(List.of(protocol, rows.choicesProperty(), network, instances.stateProperty()));
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
    return rows.all();
  }

  /** The instances that the search lets through. */
  public ObservableList<TargetRow> visibleRows() {
    return rows.visible();
  }

  public StringProperty searchProperty() {
    return rows.searchProperty();
  }

  /** Changes its value with every choice of an instance or its port. */
  public ReadOnlyIntegerProperty choicesProperty() {
    return rows.choicesProperty();
  }

  /** The chosen rows; a new list with every choice. */
  public ReadOnlyObjectProperty<List<TargetRow>> chosenRowsProperty() {
    return rows.chosenProperty();
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
    rows.all().forEach(row -> row.port().reveal());
  }

  /** Reads the instances again; what is chosen stays chosen where it still exists. */
  public void reload() {
    source()
        .ifPresent(
            from -> {
              boolean sameVpc = read.equals(Optional.of(from));
              if (sameVpc && !chosen().isEmpty()) {
                wanted = rows.targets();
              }
              read = Optional.of(from);
              rows.clear();
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
    wanted =
        existing.targets().stream()
            .filter(InstanceTarget.class::isInstance)
            .map(InstanceTarget.class::cast)
            .toList();
    Set<String> seen = new HashSet<>();
    further = wanted.stream().filter(target -> !seen.add(target.instanceId())).toList();
  }

  public List<TargetRow> chosen() {
    return rows.chosen();
  }

  private Optional<Source> source() {
    return network.getValue().map(found -> new Source(found.place(), found.vpc().id()));
  }

  private void instancesRead(List<Instance> found) {
    List<String> missing = rows.show(found, this::servesZone, wanted);
    wanted = List.of();
    gone.set(missing);
    rows.choicesChanged();
  }

  private boolean servesZone(String zone) {
    return network.getValue().map(chosen -> chosen.hasZone(zone)).orElse(true);
  }

  /** Other subnets of the same VPC: the remarks about zones change, the choice does not. */
  private void zonesChanged(Optional<NetworkChoice> before, Optional<NetworkChoice> now) {
    Optional<List<Instance>> known = instances.state().value();
    if (now.isPresent() && !before.equals(now) && source().equals(read) && known.isPresent()) {
      wanted = rows.targets();
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
            rows.targets().stream(),
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
