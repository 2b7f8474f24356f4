package portico.desktop.wizard.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import portico.desktop.widget.Nodes;
import portico.desktop.widget.Tone;
import portico.desktop.wizard.form.ChoiceRow;
import portico.desktop.wizard.form.ChoiceRows;
import portico.desktop.wizard.form.RowNote;

/**
 * A table to choose rows from, with a search above it, and below it what there is to know of the
 * marked row and what is chosen.
 */
public final class ChoiceList<R extends ChoiceRow> extends VBox {
  /**
   * What the list says.
   *
   * @param name of the table
   * @param search name of the search box
   * @param prompt what the search looks at
   * @param noMatch said when the search lets no row through
   */
  public record Words(String name, String search, String prompt, String noMatch) {}

  private final String id;
  private final ChoiceRows<R> rows;
  private final ChoiceTable<R> table;
  private final HBox head;
  private final Function<R, String> rowText;

  /**
   * @param id intent id of the table; its search and lines get it with a suffix
   * @param lead stands above the table, before the search
   * @param rowText what a screen reader says of a row, without its note
   */
  public ChoiceList(
      String id, Words words, Label lead, ChoiceRows<R> rows, Function<R, String> rowText) {
    this.id = id;
    this.rows = rows;
    this.rowText = rowText;
    table =
        new ChoiceTable<>(
            id,
            words.name(),
            rows.visible(),
            ChoiceRow::chosenProperty,
            ChoiceRow::selectable,
            this::accessible);
    table.setPlaceholder(Nodes.paragraph(words.noMatch()));
    lead.setLabelFor(table);
    head =
        new HBox(
            lead,
            Nodes.spacer(),
            SearchBox.create(
                id + "-search", words.search(), words.prompt(), rows.searchProperty()));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("form-row");
    getStyleClass().add("form-field");
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(head, table, noteLine());
  }

  /** Adds the column of check boxes and the one of names, which takes the room that is left. */
  public ChoiceList<R> named(
      String chosen, String name, double width, Function<R, String> title, Function<R, String> id) {
    table
        .choiceColumn(chosen, this::accessible)
        .wideColumn(name, width, row -> nameCell(row, title.apply(row), id.apply(row)));
    return this;
  }

  /** The table, for further columns. */
  public ChoiceTable<R> table() {
    return table;
  }

  /** Adds nodes behind the search. */
  public ChoiceList<R> withActions(Node... actions) {
    head.getChildren().addAll(actions);
    return this;
  }

  /**
   * Adds the line that says what is chosen.
   *
   * @param noneIsRisky whether choosing nothing deserves a warning
   */
  public ChoiceList<R> withSummary(Function<List<R>, String> text, boolean noneIsRisky) {
    Label line = Nodes.paragraph("", "form-help");
    line.setId(id + "-chosen");
    rows.chosenProperty()
        .subscribe(
            chosen -> {
              line.setText(text.apply(chosen));
              boolean warn = noneIsRisky && chosen.isEmpty();
              line.setGraphic(warn ? Nodes.icon(Tone.WARNING.icon()) : null);
            });
    getChildren().add(line);
    return this;
  }

  /** Adds a notice about what was chosen once and exists no more. */
  public ChoiceList<R> withGone(
      ObservableValue<List<String>> gone, Function<String, String> sentence) {
    getChildren()
        .add(
            new Swap(
                gone,
                ids ->
                    ids.isEmpty()
                        ? List.of()
                        : List.of(
                            new Notice(
                                id + "-gone",
                                Tone.WARNING,
                                sentence.apply(String.join(", ", ids))))));
    return this;
  }

  /** Adds nodes below what is there. */
  public ChoiceList<R> with(Node... nodes) {
    getChildren().addAll(nodes);
    return this;
  }

  /** The name, or the id of what has none, with the id below; and the row's note. */
  private Node nameCell(R row, String name, String id) {
    Label note = Nodes.label("", "cell-reason");
    row.note()
        .subscribe(
            found -> {
              note.setText(found.map(RowNote::brief).orElse(""));
              note.setGraphic(found.map(ChoiceList::icon).orElse(null));
              note.setTooltip(found.map(each -> new Tooltip(each.text())).orElse(null));
              Nodes.show(note, found.isPresent());
            });
    VBox cell =
        new VBox(ChoiceTable.twoLines(name.isBlank() ? id : name, name.isBlank() ? "" : id), note);
    cell.setAlignment(Pos.CENTER_LEFT);
    return cell;
  }

  private static Node icon(RowNote note) {
    return Nodes.icon(note.forbids() ? Feather.SLASH : Tone.WARNING.icon());
  }

  private String accessible(R row) {
    String text = rowText.apply(row);
    return row.note().getValue().map(note -> text + ". " + note.text()).orElse(text);
  }

  /** The marked row's note, at full length where the table has only room for a few words. */
  private Label noteLine() {
    Label line = Nodes.paragraph("", "cell-reason");
    line.setId(id + "-reason");
    table
        .getSelectionModel()
        .selectedItemProperty()
        .flatMap(ChoiceRow::note)
        .orElse(Optional.empty())
        .subscribe(
            found -> {
              Optional<RowNote> longer = found.filter(note -> !note.text().equals(note.brief()));
              line.setText(longer.map(RowNote::text).orElse(""));
              line.setGraphic(longer.map(ChoiceList::icon).orElse(null));
              Nodes.show(line, longer.isPresent());
            });
    return line;
  }
}
