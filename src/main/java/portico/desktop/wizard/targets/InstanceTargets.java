package portico.desktop.wizard.targets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.catalog.Instance;
import portico.desktop.wizard.form.ChoiceRows;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.model.InstanceTarget;

/** The instances to choose from, and what the chosen ones register. */
public final class InstanceTargets {
  private final Texts texts;
  private final ChoiceRows<TargetRow> rows = new ChoiceRows<>();
  private final ReadOnlyObjectWrapper<List<String>> gone = new ReadOnlyObjectWrapper<>(List.of());

  /** What was registered before, in its order. */
  private List<InstanceTarget> before = List.of();

  /** What is to be chosen once the instances are known. */
  private List<InstanceTarget> wanted = List.of();

  private boolean listed;

  InstanceTargets(Texts texts) {
    this.texts = texts;
  }

  public ChoiceRows<TargetRow> rows() {
    return rows;
  }

  /** Instances that were to be chosen and are not in the VPC, by id. */
  public ReadOnlyObjectProperty<List<String>> goneProperty() {
    return gone.getReadOnlyProperty();
  }

  /** Chooses these as soon as they are listed. */
  void prefill(List<InstanceTarget> targets) {
    before = List.copyOf(targets);
    wanted = before;
  }

  /** Whether nothing waits for being listed. */
  boolean isSettled() {
    return wanted.isEmpty();
  }

  /** Whether the instances are listed. */
  boolean isListed() {
    return listed;
  }

  /**
   * Empties the list until it is read again.
   *
   * @param keepChoice whether what is chosen is to be chosen again then; elsewhere it means nothing
   */
  void empty(boolean keepChoice) {
    if (keepChoice) {
      remember();
    }
    listed = false;
    rows.clear();
  }

  /**
   * Lists the instances and chooses what waits for it.
   *
   * @param zoneServed whether the load balancer has a node in a zone
   */
  void show(List<Instance> found, Predicate<String> zoneServed) {
    Map<String, InstanceTarget> missing = new LinkedHashMap<>();
    wanted.forEach(target -> missing.putIfAbsent(target.instanceId(), target));
    List<TargetRow> made = new ArrayList<>();
    for (Instance instance : found) {
      TargetRow row =
          new TargetRow(instance, zoneServed.test(instance.zone()), texts, rows::changed);
      InstanceTarget target = missing.remove(instance.id());
      if (target != null) {
        target.port().ifPresent(own -> row.port().prefill(String.valueOf(own)));
        row.chosenProperty().set(true);
      }
      made.add(row);
    }
    wanted = List.of();
    listed = true;
    gone.set(missing.keySet().stream().sorted().toList());
    rows.show(made);
    rows.changed();
  }

  /** Other subnets: the remarks about zones change, the choice does not. */
  void showAgain(List<Instance> found, Predicate<String> zoneServed) {
    List<String> stillGone = gone.get();
    remember();
    show(found, zoneServed);
    gone.set(stillGone);
  }

  /** The own ports of the chosen instances, as far as anyone has asked for them. */
  Stream<Field> portFields() {
    return rows.chosen().stream().flatMap(row -> row.madePort().stream());
  }

  /**
   * What is registered: first what was before, in its order and with the further ports of instances
   * that were registered on several, which only spec files can say; then what was added.
   */
  List<InstanceTarget> targets() {
    if (!wanted.isEmpty()) {
      return wanted;
    }
    Map<String, InstanceTarget> chosen = new LinkedHashMap<>();
    rows.chosen().forEach(row -> chosen.put(row.instance().id(), row.target()));
    List<InstanceTarget> all = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (InstanceTarget earlier : before) {
      InstanceTarget now = chosen.get(earlier.instanceId());
      if (now != null) {
        all.add(taken.add(earlier.instanceId()) ? now : earlier);
      }
    }
    chosen.values().stream()
        .filter(target -> !taken.contains(target.instanceId()))
        .forEach(all::add);
    return all;
  }

  private void remember() {
    if (!rows.chosen().isEmpty()) {
      before = targets();
      wanted = before;
    }
  }
}
