package portico.desktop.wizard.network;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import portico.catalog.Subnet;
import portico.desktop.wizard.form.Texts;
import portico.model.NetworkRules;
import portico.model.Scheme;
import portico.model.SubnetFacts;

/** The subnets to choose from, which of them are chosen, and whether that was the user's doing. */
final class SubnetRows {
  private final ReadOnlyObjectProperty<Scheme> scheme;
  private final Texts texts;
  private final ObservableList<SubnetRow> rows = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<SubnetRow> shownRows =
      FXCollections.unmodifiableObservableList(rows);

  private final FilteredList<SubnetRow> visible = new FilteredList<>(rows);
  private final StringProperty search = new SimpleStringProperty("");
  private final IntegerProperty choices = new SimpleIntegerProperty();
  private boolean choosing;
  private boolean picked;

  SubnetRows(ReadOnlyObjectProperty<Scheme> scheme, Texts texts) {
    this.scheme = scheme;
    this.texts = texts;
    search.addListener(
        (observed, before, now) -> visible.setPredicate(row -> row.matches(searched())));
  }

  ObservableList<SubnetRow> all() {
    return shownRows;
  }

  ObservableList<SubnetRow> visible() {
    return visible;
  }

  StringProperty searchProperty() {
    return search;
  }

  IntegerProperty choicesProperty() {
    return choices;
  }

  List<SubnetRow> chosen() {
    return rows.stream().filter(SubnetRow::isChosen).toList();
  }

  /** Whether the choice is the user's, which Portico does not replace by its own. */
  boolean isPicked() {
    return picked;
  }

  /** Lets Portico choose again. */
  void forgetPick() {
    picked = false;
  }

  void clear() {
    rows.clear();
    choicesChanged();
  }

  /** Lists the subnets, none of them chosen; a choice is to follow. */
  void show(List<Subnet> found) {
    rows.setAll(found.stream().map(this::row).toList());
  }

  /** Chooses, in the user's name, those of the subnets that are listed. */
  void pick(Set<String> subnetIds) {
    choose(subnetIds);
    picked = true;
  }

  /** Chooses the pair that Portico would choose by itself. */
  void pickSensibly() {
    List<SubnetFacts> facts = rows.stream().map(row -> row.subnet().facts()).toList();
    choose(
        NetworkRules.sensiblePair(scheme.get(), facts).stream()
            .map(SubnetFacts::id)
            .collect(Collectors.toSet()));
    picked = false;
  }

  private void choose(Set<String> subnetIds) {
    choosing = true;
    rows.forEach(row -> row.chosenProperty().set(subnetIds.contains(row.subnet().id())));
    choosing = false;
    choicesChanged();
  }

  private SubnetRow row(Subnet subnet) {
    SubnetRow row = new SubnetRow(subnet, scheme, texts);
    row.chosenProperty().addListener((observed, before, now) -> rowChanged());
    return row;
  }

  private void rowChanged() {
    if (!choosing) {
      picked = true;
      choicesChanged();
    }
  }

  private void choicesChanged() {
    choices.set(choices.get() + 1);
  }

  private String searched() {
    String text = search.get();
    return text == null ? "" : text;
  }
}
