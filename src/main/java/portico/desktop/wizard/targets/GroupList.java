package portico.desktop.wizard.targets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.desktop.wizard.draft.NetworkChoice;
import portico.desktop.wizard.form.Texts;
import portico.model.Protocol;
import portico.model.SpecDefaults;
import portico.model.TargetGroupSpec;
import portico.model.TargetType;

/** The target groups, at least one, and which of them is shown. */
final class GroupList {
  private final Texts texts;
  private final ObservableValue<Optional<NetworkChoice>> network;
  private final Consumer<GroupViewModel> typed;
  private final ObservableList<GroupViewModel> groups = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<GroupViewModel> shownGroups =
      FXCollections.unmodifiableObservableList(groups);

  private final GroupNames names =
      new GroupNames(() -> groups.stream().map(group -> group.name().text()).toList());
  private final ReadOnlyObjectWrapper<GroupViewModel> selected;
  private final IntegerProperty edits = new SimpleIntegerProperty();

  /** The group that suggestions fill, while it is there. */
  private Optional<GroupViewModel> follower;

  /**
   * Starts with one group, which suggestions fill.
   *
   * @param typed told of every group that is new or has become one of another type
   */
  GroupList(
      Texts texts,
      ObservableValue<Optional<NetworkChoice>> network,
      Consumer<GroupViewModel> typed) {
    this.texts = texts;
    this.network = network;
    this.typed = typed;
    GroupViewModel first = new GroupViewModel(texts, names, network);
    follower = Optional.of(first);
    selected = new ReadOnlyObjectWrapper<>(first);
    insert(first, 0);
  }

  ObservableList<GroupViewModel> all() {
    return shownGroups;
  }

  Stream<GroupViewModel> stream() {
    return groups.stream();
  }

  Stream<GroupViewModel> ofInstances() {
    return groups.stream().filter(group -> group.type().get() == TargetType.INSTANCE);
  }

  ReadOnlyObjectProperty<GroupViewModel> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Changes its value with everything that changes a group or the list. */
  ReadOnlyIntegerProperty editsProperty() {
    return edits;
  }

  Optional<GroupViewModel> follower() {
    return follower;
  }

  void select(GroupViewModel group) {
    selected.set(group);
  }

  void add() {
    insertAndSelect(
        new TargetGroupSpec(
            names.free(SpecDefaults.TARGET_GROUP_NAME),
            Protocol.HTTP,
            SpecDefaults.PORT,
            SpecDefaults.HEALTH_CHECK,
            List.of()));
  }

  void duplicate() {
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

  void remove() {
    if (groups.size() < 2) {
      return;
    }
    GroupViewModel group = selected.get();
    int index = groups.indexOf(group);
    groups.remove(group);
    follower = follower.filter(each -> !each.equals(group));
    select(groups.get(Math.min(index, groups.size() - 1)));
    names.changed();
    edited();
  }

  /** The first is the one that the service was chosen for: another choice fills it anew. */
  void prefill(List<TargetGroupSpec> existing) {
    groups.clear();
    for (TargetGroupSpec spec : existing) {
      GroupViewModel group = new GroupViewModel(texts, names, network);
      group.prefill(spec);
      place(group, groups.size());
    }
    names.changed();
    edited();
    follower = Optional.of(groups.getFirst());
    select(groups.getFirst());
  }

  private void insertAndSelect(TargetGroupSpec spec) {
    GroupViewModel group = new GroupViewModel(texts, names, network);
    group.prefill(spec);
    insert(group, groups.indexOf(selected.get()) + 1);
    select(group);
  }

  private void insert(GroupViewModel group, int index) {
    place(group, index);
    names.changed();
    edited();
  }

  /** Whoever places some tells of it once, because every group is then looked at again. */
  private void place(GroupViewModel group, int index) {
    groups.add(index, group);
    group.specProperty().addListener(observed -> edited());
    group.problemProperty().addListener(observed -> edited());
    group.name().textProperty().addListener(observed -> names.changed());
    group.type().property().addListener(observed -> typed.accept(group));
    typed.accept(group);
  }

  /** Something has changed that no group's spec shows. */
  void edited() {
    edits.set(edits.get() + 1);
  }
}
