package portico.desktop.wizard.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
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
  private final InstanceTargets targets;
  private final ReadOnlyObjectWrapper<Protocol> protocol =
      new ReadOnlyObjectWrapper<>(Protocol.HTTP);
  private final ObjectBinding<Optional<ServiceChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;
  private Optional<Source> read = Optional.empty();

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
            texts.get("targets.name"),
            text -> texts.first(FieldRules.targetGroupName("", text)));
    port =
        new Field(
            "wizard-target-group-port",
            texts.get("targets.port"),
            text -> NumberRules.port(texts, text));
    health = new HealthCheckForm(texts);
    targets = new InstanceTargets(texts);
    name.prefill(SpecDefaults.TARGET_GROUP_NAME);
    port.prefill(String.valueOf(SpecDefaults.PORT));
    List<Observable> inputs = new ArrayList<>();
    Stream.concat(Stream.of(name, port), health.fields().stream())
        .forEach(field -> inputs.add(field.fault()));
    inputs.addAll(
        List.of(protocol, targets.rows().choicesProperty(), network, instances.stateProperty()));
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

  /** The instances of the VPC to choose from. */
  public InstanceTargets targets() {
    return targets;
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
    targets.rows().chosen().forEach(row -> row.port().reveal());
  }

  /** Reads the instances again; what is chosen stays chosen where it still exists. */
  public void reload() {
    source()
        .ifPresent(
            from -> {
              if (read.equals(Optional.of(from))) {
                targets.awaitAgain();
              } else {
                targets.clear();
              }
              read = Optional.of(from);
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
    targets.prefill(
        existing.targets().stream()
            .filter(InstanceTarget.class::isInstance)
            .map(InstanceTarget.class::cast)
            .toList());
  }

  private Optional<Source> source() {
    return network.getValue().map(found -> new Source(found.place(), found.vpc().id()));
  }

  private void instancesRead(List<Instance> found) {
    targets.show(found, this::servesZone);
  }

  private boolean servesZone(String zone) {
    return network.getValue().map(chosen -> chosen.hasZone(zone)).orElse(true);
  }

  /** Other subnets of the same VPC: the remarks about zones change, the choice does not. */
  private void zonesChanged(Optional<NetworkChoice> before, Optional<NetworkChoice> now) {
    Optional<List<Instance>> known = instances.state().value();
    if (now.isPresent() && !before.equals(now) && source().equals(read) && known.isPresent()) {
      targets.showAgain(known.get(), this::servesZone);
    }
  }

  private Optional<ServiceChoice> currentChoice() {
    boolean readHere = source().isPresent() && source().equals(read);
    boolean settled = !instances.state().isBusy() && targets.isSettled();
    if (!readHere || !settled || !fieldsAreValid()) {
      return Optional.empty();
    }
    TargetGroupSpec spec =
        new TargetGroupSpec(
            name.text(),
            protocol.get(),
            port.number().orElseThrow(),
            health.spec().orElseThrow(),
            targets.targets());
    return Optional.of(
        new ServiceChoice(
            read.orElseThrow().vpcId(),
            spec,
            targets.rows().chosen().stream()
                .collect(Collectors.toMap(row -> row.instance().id(), TargetRow::displayName))));
  }

  private boolean fieldsAreValid() {
    return name.isValid() && port.isValid() && health.spec().isPresent() && targets.areValid();
  }

  private Optional<Problem> currentProblem() {
    if (choice.get().isPresent()) {
      return Optional.empty();
    }
    return Stream.of(
            Stream.of(name, port),
            targets.rows().chosen().stream().map(TargetRow::port),
            health.fields().stream())
        .flatMap(fields -> fields)
        .flatMap(field -> field.problem().stream())
        .findFirst()
        .or(() -> Optional.of(waiting()));
  }

  private Problem waiting() {
    return instances.state().failed().isPresent()
        ? new Problem("wizard-targets-retry", texts.get("targets.instances.failed"))
        : new Problem("wizard-targets", texts.get("targets.busy"));
  }
}
