package portico.desktop.wizard.targets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import portico.catalog.Catalogs;
import portico.catalog.Instance;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.ServeChoice;
import portico.desktop.wizard.draft.TargetsChoice;
import portico.desktop.wizard.draft.VpcPlace;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Loader;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.Texts;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;

/** The target groups, one of which is shown, and the instances that they choose from. */
public final class TargetsViewModel implements StepModel {
  private final Catalogs catalogs;
  private final Texts texts;
  private final ObservableValue<Optional<NetworkChoice>> network;
  private final ObservableValue<Optional<ServeChoice>> serve;
  private final Loader<List<Instance>> instances;
  private final GroupList groups;
  private final ObjectBinding<Optional<TargetsChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;

  private Optional<VpcPlace> read = Optional.empty();

  /** The first group of the environment that is being changed, as it is. */
  private Optional<TargetGroupSpec> before = Optional.empty();

  /**
   * @param serve what suits the server, for the first group of a new environment
   */
  public TargetsViewModel(
      Catalogs catalogs,
      Background background,
      Texts texts,
      ObservableValue<Optional<NetworkChoice>> network,
      ObservableValue<Optional<ServeChoice>> serve) {
    this.catalogs = catalogs;
    this.texts = texts;
    this.network = network;
    this.serve = serve;
    instances = new Loader<>(background);
    groups = new GroupList(texts, network, this::list);
    choice =
        Bindings.createObjectBinding(
            this::currentChoice, groups.editsProperty(), network, instances.stateProperty());
    problem = Bindings.createObjectBinding(this::currentProblem, choice, groups.editsProperty());
    instances
        .stateProperty()
        .addListener(
            (observed, before, now) -> {
              groups.stream().forEach(this::list);
              groups.edited(); // the choice may have been asked for before they were listed
            });
    network.addListener((observed, before, now) -> networkChanged(before, now));
    serve.subscribe(this::follow);
  }

  /** At least one. */
  public ObservableList<GroupViewModel> groups() {
    return groups.all();
  }

  /** The group that is shown. */
  public ReadOnlyObjectProperty<GroupViewModel> selectedProperty() {
    return groups.selectedProperty();
  }

  /** What the first group's values suit, where they come from a preset. */
  public ObservableValue<Optional<ServeChoice>> serve() {
    return serve;
  }

  /** Whether a group's values come from the preset where nobody has touched them. */
  public boolean follows(GroupViewModel group) {
    boolean asItWas =
        serve
            .getValue()
            .map(ServeChoice::targetGroup)
            .filter(each -> before.equals(Optional.of(each)))
            .isPresent();
    return !asItWas && groups.follower().filter(group::equals).isPresent();
  }

  public ReadOnlyObjectProperty<LoadState<List<Instance>>> instancesProperty() {
    return instances.stateProperty();
  }

  public ObservableValue<Optional<TargetsChoice>> choice() {
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

  /** Turns to the first group that is not right. */
  @Override
  public void reveal() {
    wrongGroup()
        .ifPresent(
            group -> {
              select(group);
              group.reveal();
            });
  }

  /** Reads the instances again; what is chosen stays chosen where it still exists. */
  public void reload() {
    source()
        .ifPresent(
            from -> {
              boolean samePlace = read.equals(Optional.of(from));
              read = Optional.of(from);
              groups.stream().forEach(group -> group.instances().empty(samePlace));
              String vpcId = from.vpcId();
              instances.load(from.place().reading(catalogs, catalog -> catalog.instances(vpcId)));
            });
  }

  public void select(GroupViewModel group) {
    groups.select(group);
  }

  /** Turns to the group of that name, if there is one. */
  public void selectNamed(String name) {
    groups.stream()
        .filter(each -> each.name().text().equals(name))
        .findFirst()
        .ifPresent(this::select);
  }

  /** Adds a group with the usual values and shows it. */
  public void add() {
    groups.add();
  }

  /** Adds a copy of the shown group under another name and shows it. */
  public void duplicate() {
    groups.duplicate();
  }

  /** Removes the shown group; the last one stays. */
  public void remove() {
    groups.remove();
  }

  /**
   * Starts with the target groups of an existing environment. The first one follows when another
   * server is chosen for it.
   */
  public void prefill(List<TargetGroupSpec> existing) {
    if (!existing.isEmpty()) {
      before = Optional.of(existing.getFirst());
      groups.prefill(existing);
    }
  }

  /** Takes the drain and the health check's timing from that spec into the first group. */
  public void mendFirst(TargetGroupSpec mended) {
    GroupViewModel first = groups().getFirst();
    first
        .attributes()
        .deregistrationDelay()
        .textProperty()
        .set(String.valueOf(mended.attributes().deregistrationDelaySeconds()));
    HealthCheckForm health = first.health();
    health.interval().textProperty().set(String.valueOf(mended.healthCheck().intervalSeconds()));
    health.timeout().textProperty().set(String.valueOf(mended.healthCheck().timeoutSeconds()));
  }

  private void follow(Optional<ServeChoice> preset) {
    preset.ifPresent(
        chosen -> groups.follower().ifPresent(group -> group.suggest(chosen.targetGroup())));
  }

  private Optional<VpcPlace> source() {
    return network.getValue().map(NetworkChoice::vpcPlace);
  }

  /** Lists the instances in a group of them that does not yet. */
  private void list(GroupViewModel group) {
    if (group.type().get() == TargetType.INSTANCE && !group.instances().isListed()) {
      instances
          .state()
          .value()
          .ifPresent(
              found -> {
                group.instances().show(found, this::servesZone);
                groups.edited();
              });
    }
  }

  private boolean servesZone(String zone) {
    return network.getValue().map(chosen -> chosen.hasZone(zone)).orElse(true);
  }

  /** Other subnets of the same VPC: the remarks about zones change, the choice does not. */
  private void networkChanged(Optional<NetworkChoice> before, Optional<NetworkChoice> now) {
    if (now.isEmpty() || before.equals(now)) {
      return;
    }
    groups.stream().forEach(GroupViewModel::changed);
    if (source().equals(read)) {
      instances
          .state()
          .value()
          .ifPresent(
              found ->
                  groups.stream()
                      .map(GroupViewModel::instances)
                      .filter(InstanceTargets::isListed)
                      .forEach(each -> each.showAgain(found, this::servesZone)));
    }
  }

  private Optional<TargetsChoice> currentChoice() {
    boolean readHere = source().isPresent() && source().equals(read);
    boolean ready = !instances.state().isBusy() && groups.ofInstances().allMatch(this::isSettled);
    if (!readHere
        || !ready
        || groups.stream().anyMatch(group -> group.specProperty().get().isEmpty())) {
      return Optional.empty();
    }
    Map<String, Instance> chosen = new LinkedHashMap<>();
    groups
        .ofInstances()
        .flatMap(group -> group.instances().rows().chosen().stream())
        .forEach(row -> chosen.put(row.instance().id(), row.instance()));
    return Optional.of(
        new TargetsChoice(
            read.orElseThrow().vpcId(),
            groups.stream().flatMap(group -> group.specProperty().get().stream()).toList(),
            chosen));
  }

  private boolean isSettled(GroupViewModel group) {
    return group.instances().isSettled();
  }

  private Optional<GroupViewModel> wrongGroup() {
    return groups.stream().filter(group -> group.problemProperty().get().isPresent()).findFirst();
  }

  private Optional<Problem> currentProblem() {
    if (choice.get().isPresent()) {
      return Optional.empty();
    }
    return wrongGroup()
        .flatMap(group -> group.problemProperty().get().map(found -> inGroup(group, found)))
        .or(() -> Optional.of(waiting()));
  }

  /** Says which group is meant where there are several. */
  private Problem inGroup(GroupViewModel group, Problem found) {
    return groups.all().size() == 1
        ? found
        : new Problem(
            found.control(), texts.get("targets.problem", group.name().text(), found.text()));
  }

  private Problem waiting() {
    return instances.state().failed().isPresent()
        ? new Problem("wizard-targets-retry", texts.get("targets.instances.failed"))
        : new Problem("wizard-targets", texts.get("targets.busy"));
  }
}
