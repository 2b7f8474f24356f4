package portico.desktop.wizard.targets;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.catalog.Catalogs;
import portico.catalog.Instance;
import portico.desktop.fx.Background;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.draft.Place;
import portico.desktop.wizard.draft.ServeChoice;
import portico.desktop.wizard.draft.TargetsChoice;
import portico.desktop.wizard.form.LoadState;
import portico.desktop.wizard.form.Loader;
import portico.desktop.wizard.form.Problem;
import portico.desktop.wizard.form.StepModel;
import portico.desktop.wizard.form.Texts;
import portico.model.Protocol;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;

/** The target groups, one of which is shown, and the instances that they choose from. */
public final class TargetsViewModel implements StepModel {
  private record Source(Place place, String vpcId) {}

  private final Catalogs catalogs;
  private final Texts texts;
  private final ObservableValue<Optional<NetworkChoice>> network;
  private final ObservableValue<Optional<ServeChoice>> serve;
  private final Loader<List<Instance>> instances;
  private final ObservableList<GroupViewModel> groups = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<GroupViewModel> shownGroups =
      FXCollections.unmodifiableObservableList(groups);

  private final GroupNames names =
      new GroupNames(() -> groups.stream().map(group -> group.name().text()).toList());
  private final ReadOnlyObjectWrapper<GroupViewModel> selected;
  private final IntegerProperty edits = new SimpleIntegerProperty();
  private final ObjectBinding<Optional<TargetsChoice>> choice;
  private final ObjectBinding<Optional<Problem>> problem;

  /** What the groups of the environment being changed were called. */
  private final Map<GroupViewModel, String> formerNames = new HashMap<>();

  /** The group that suggestions fill, while it is there. */
  private Optional<GroupViewModel> follower;

  private Optional<Source> read = Optional.empty();

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
    GroupViewModel first = new GroupViewModel(texts, names, network);
    follower = Optional.of(first);
    selected = new ReadOnlyObjectWrapper<>(first);
    choice =
        Bindings.createObjectBinding(
            this::currentChoice, edits, network, instances.stateProperty());
    problem = Bindings.createObjectBinding(this::currentProblem, choice, edits);
    insert(first, 0);
    instances
        .stateProperty()
        .addListener((observed, before, now) -> now.value().ifPresent(this::instancesRead));
    network.addListener((observed, before, now) -> networkChanged(before, now));
    serve.subscribe(this::follow);
  }

  /** At least one. */
  public ObservableList<GroupViewModel> groups() {
    return shownGroups;
  }

  /** The group that is shown. */
  public ReadOnlyObjectProperty<GroupViewModel> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** What the first group's values suit, where they come from a preset. */
  public ObservableValue<Optional<ServeChoice>> serve() {
    return serve;
  }

  /** Whether a group's values come from the preset where nobody has touched them. */
  public boolean follows(GroupViewModel group) {
    return follower.filter(group::equals).isPresent();
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
              groups.forEach(group -> group.instances().empty(samePlace));
              String vpcId = from.vpcId();
              instances.load(from.place().reading(catalogs, catalog -> catalog.instances(vpcId)));
            });
  }

  public void select(GroupViewModel group) {
    selected.set(group);
  }

  /** Adds a group with the usual values and shows it. */
  public void add() {
    insertAndSelect(
        new TargetGroupSpec(
            names.free(SpecDefaults.TARGET_GROUP_NAME),
            Protocol.HTTP,
            SpecDefaults.PORT,
            SpecDefaults.HEALTH_CHECK,
            List.of()));
  }

  /** Adds a copy of the shown group under another name and shows it. */
  public void duplicate() {
    TargetGroupSpec now = selected.get().draftProperty().get();
    insertAndSelect(
        new TargetGroupSpec(
            names.free(now.name()),
            now.targetType(),
            now.protocol(),
            now.protocolVersion(),
            now.port(),
            now.healthCheck(),
            now.attributes(),
            now.targets(),
            now.tags()));
  }

  /** Removes the shown group; the last one stays. */
  public void remove() {
    if (groups.size() < 2) {
      return;
    }
    GroupViewModel group = selected.get();
    int index = groups.indexOf(group);
    groups.remove(group);
    formerNames.remove(group);
    follower = follower.filter(each -> !each.equals(group));
    select(groups.get(Math.min(index, groups.size() - 1)));
    names.changed();
    edited();
  }

  /** Starts with the target groups of an existing environment, which follow no preset. */
  public void prefill(List<TargetGroupSpec> existing) {
    if (existing.isEmpty()) {
      return;
    }
    follower = Optional.empty();
    groups.clear();
    for (TargetGroupSpec spec : existing) {
      GroupViewModel group = new GroupViewModel(texts, names, network);
      group.prefill(spec);
      formerNames.put(group, spec.name());
      insert(group, groups.size());
    }
    select(groups.getFirst());
  }

  private void insertAndSelect(TargetGroupSpec spec) {
    GroupViewModel group = new GroupViewModel(texts, names, network);
    group.prefill(spec);
    insert(group, groups.indexOf(selected.get()) + 1);
    select(group);
  }

  private void insert(GroupViewModel group, int index) {
    groups.add(index, group);
    group.specProperty().addListener(observed -> edited());
    group.problemProperty().addListener(observed -> edited());
    group.name().textProperty().addListener(observed -> names.changed());
    group.type().property().addListener(observed -> list(group));
    list(group);
    names.changed();
    edited();
  }

  private void edited() {
    edits.set(edits.get() + 1);
  }

  private void follow(Optional<ServeChoice> preset) {
    preset.ifPresent(
        chosen -> follower.ifPresent(group -> group.suggest(chosen.targetGroup())));
  }

  private Optional<Source> source() {
    return network.getValue().map(found -> new Source(found.place(), found.vpc().id()));
  }

  private void instancesRead(List<Instance> found) {
    groups.forEach(this::list);
    edited();
  }

  /** Lists the instances in a group of them that does not yet. */
  private void list(GroupViewModel group) {
    if (group.type().get() == TargetType.INSTANCE && !group.instances().isListed()) {
      instances
          .state()
          .value()
          .ifPresent(found -> group.instances().show(found, this::servesZone));
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
    groups.forEach(GroupViewModel::changed);
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
    boolean ready = !instances.state().isBusy() && instanceGroups().allMatch(this::isSettled);
    if (!readHere
        || !ready
        || groups.stream().anyMatch(group -> group.specProperty().get().isEmpty())) {
      return Optional.empty();
    }
    Map<String, Instance> chosen = new LinkedHashMap<>();
    instanceGroups()
        .flatMap(group -> group.instances().rows().chosen().stream())
        .forEach(row -> chosen.put(row.instance().id(), row.instance()));
    Map<String, String> renamed = new LinkedHashMap<>();
    formerNames.forEach((group, former) -> renamed.put(former, group.name().text()));
    return Optional.of(
        new TargetsChoice(
            read.orElseThrow().vpcId(),
            groups.stream().flatMap(group -> group.specProperty().get().stream()).toList(),
            chosen,
            renamed));
  }

  private Stream<GroupViewModel> instanceGroups() {
    return groups.stream().filter(group -> group.type().get() == TargetType.INSTANCE);
  }

  private boolean isSettled(GroupViewModel group) {
    return group.instances().isSettled();
  }

  private Optional<GroupViewModel> wrongGroup() {
    return groups.stream()
        .filter(group -> group.problemProperty().get().isPresent())
        .findFirst();
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
    return groups.size() == 1
        ? found
        : new Problem(
            found.control(),
            texts.get("targets.problem", group.name().text(), found.text()));
  }

  private Problem waiting() {
    return instances.state().failed().isPresent()
        ? new Problem("wizard-targets-retry", texts.get("targets.instances.failed"))
        : new Problem("wizard-targets", texts.get("targets.busy"));
  }
}
