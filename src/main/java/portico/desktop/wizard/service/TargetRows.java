package portico.desktop.wizard.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import portico.catalog.Instance;
import portico.desktop.wizard.form.Texts;
import portico.model.InstanceTarget;

/** The instances to choose from, and which of them are chosen on which ports. */
final class TargetRows {
  private final Texts texts;
  private final ObservableList<TargetRow> rows = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<TargetRow> shownRows =
      FXCollections.unmodifiableObservableList(rows);

  private final FilteredList<TargetRow> visible = new FilteredList<>(rows);
  private final StringProperty search = new SimpleStringProperty("");
  private final IntegerProperty choices = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<List<TargetRow>> chosenRows =
      new ReadOnlyObjectWrapper<>(List.of());

  TargetRows(Texts texts) {
    this.texts = texts;
    choices.addListener((observed, before, now) -> chosenRows.set(chosen()));
    search.addListener(
        (observed, before, now) -> visible.setPredicate(row -> row.matches(searched())));
  }

  ObservableList<TargetRow> all() {
    return shownRows;
  }

  ObservableList<TargetRow> visible() {
    return visible;
  }

  StringProperty searchProperty() {
    return search;
  }

  ReadOnlyIntegerProperty choicesProperty() {
    return choices;
  }

  /** The chosen rows; a new list with every choice. */
  ReadOnlyObjectProperty<List<TargetRow>> chosenProperty() {
    return chosenRows.getReadOnlyProperty();
  }

  List<TargetRow> chosen() {
    return rows.stream().filter(TargetRow::isChosen).toList();
  }

  /** What the chosen rows register. */
  List<InstanceTarget> targets() {
    return chosen().stream().map(TargetRow::target).toList();
  }

  void clear() {
    rows.clear();
    choicesChanged();
  }

  /**
   * Lists the instances and chooses the wanted ones, on their ports. The caller takes note of the
   * answer and then calls {@link #choicesChanged()}.
   *
   * @param zoneServed whether the load balancer has a node in a zone
   * @return ids of the wanted instances that are not among those found, sorted
   */
  List<String> show(
      List<Instance> found, Predicate<String> zoneServed, List<InstanceTarget> wanted) {
    rows.setAll(found.stream().map(each -> row(each, zoneServed.test(each.zone()))).toList());
    Map<String, InstanceTarget> missing = new HashMap<>();
    wanted.forEach(target -> missing.putIfAbsent(target.instanceId(), target));
    for (TargetRow row : rows) {
      InstanceTarget target = missing.remove(row.instance().id());
      if (target != null) {
        target.port().ifPresent(own -> row.port().prefill(String.valueOf(own)));
        row.chosenProperty().set(true);
      }
    }
    return missing.keySet().stream().sorted().toList();
  }

  void choicesChanged() {
    choices.set(choices.get() + 1);
  }

  private TargetRow row(Instance instance, boolean zoneServed) {
    TargetRow row = new TargetRow(instance, zoneServed, texts);
    row.chosenProperty().addListener((observed, before, now) -> choicesChanged());
    row.port().textProperty().addListener((observed, before, now) -> choicesChanged());
    return row;
  }

  private String searched() {
    String text = search.get();
    return text == null ? "" : text;
  }
}
