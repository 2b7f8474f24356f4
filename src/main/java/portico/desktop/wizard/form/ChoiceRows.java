package portico.desktop.wizard.form;

import java.util.List;
import java.util.Locale;
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

/** Rows to choose from, a search over them, and whether the choice was the user's doing. */
public final class ChoiceRows<R extends ChoiceRow> {
  private final ObservableList<R> rows = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<R> shownRows = FXCollections.unmodifiableObservableList(rows);

  private final FilteredList<R> visible = new FilteredList<>(rows);
  private final StringProperty search = new SimpleStringProperty("");
  private final IntegerProperty choices = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<List<R>> chosenRows = new ReadOnlyObjectWrapper<>(List.of());
  private boolean choosing;
  private boolean picked;

  public ChoiceRows() {
    search.addListener((observed, before, now) -> visible.setPredicate(searched()));
  }

  public ObservableList<R> all() {
    return shownRows;
  }

  /** The rows that the search lets through. */
  public ObservableList<R> visible() {
    return visible;
  }

  public StringProperty searchProperty() {
    return search;
  }

  /** Changes its value with every choice. */
  public ReadOnlyIntegerProperty choicesProperty() {
    return choices;
  }

  /** The chosen rows; a new list with every choice. */
  public ReadOnlyObjectProperty<List<R>> chosenProperty() {
    return chosenRows.getReadOnlyProperty();
  }

  public List<R> chosen() {
    return rows.stream().filter(ChoiceRow::isChosen).toList();
  }

  /** Whether the choice is the user's, which Portico does not replace by its own. */
  public boolean isPicked() {
    return picked;
  }

  /** Lets Portico choose again. */
  public void forgetPick() {
    picked = false;
  }

  public void clear() {
    rows.clear();
    changed();
  }

  /**
   * Lists the rows. The caller takes note of them, and then calls {@link #changed()} or chooses.
   */
  public void show(List<R> found) {
    found.forEach(row -> row.chosenProperty().addListener((observed, before, now) -> rowChanged()));
    rows.setAll(found);
  }

  /** Chooses these rows alone, as Portico's own choice. */
  public void choose(Predicate<? super R> wanted) {
    choosing = true;
    rows.forEach(row -> row.chosenProperty().set(wanted.test(row)));
    choosing = false;
    picked = false;
    changed();
  }

  /** Chooses these rows alone, in the user's name. */
  public void pick(Predicate<? super R> wanted) {
    choose(wanted);
    picked = true;
  }

  /** Something about the choice has changed that its rows did not tell. */
  public void changed() {
    chosenRows.set(chosen());
    choices.set(choices.get() + 1);
  }

  private void rowChanged() {
    if (!choosing) {
      picked = true;
      changed();
    }
  }

  private Predicate<R> searched() {
    String text = search.get() == null ? "" : search.get();
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return row -> row.searchText().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
