package portico.desktop.wizard.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;
import portico.model.TagRules;

/** Tags as rows of key and value; a row without both is none. */
public final class TagsForm {
  /** One tag. */
  public record Row(Field key, Field value) {
    boolean isBlank() {
      return key.text().isEmpty() && value.text().isEmpty();
    }
  }

  private final String id;
  private final Texts texts;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObservableList<Row> shown = FXCollections.unmodifiableObservableList(rows);
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private int made;

  TagsForm(String id, Texts texts) {
    this.id = id;
    this.texts = texts;
  }

  public ObservableList<Row> rows() {
    return shown;
  }

  /** Changes its value with every change of a row. */
  ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  public void add() {
    add("", "");
  }

  public void remove(Row row) {
    rows.remove(row);
    changed();
  }

  void prefill(Map<String, String> tags) {
    rows.clear();
    tags.forEach(this::add);
    changed();
  }

  private void add(String key, String value) {
    made++;
    Field name =
        new Field(id + "-key-" + made, texts.get("settings.tags.key"), this::keyFault, changes);
    Field content =
        new Field(
            id + "-value-" + made,
            texts.get("settings.tags.value"),
            text -> texts.first(TagRules.value("", text)));
    name.prefill(key);
    content.prefill(value);
    name.textProperty().subscribe(text -> changed());
    content.textProperty().subscribe(text -> changed());
    rows.add(new Row(name, content));
    changed();
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }

  private Optional<String> keyFault(String text) {
    if (rows.stream().filter(each -> each.key().text().equals(text)).count() > 1
        && !text.isEmpty()) {
      return Optional.of(texts.get("settings.tags.twice", text));
    }
    boolean blank = rows.stream().anyMatch(each -> each.isBlank()) && text.isEmpty();
    return blank ? Optional.empty() : texts.first(TagRules.key("", text));
  }

  Stream<Field> fields() {
    return rows.stream()
        .filter(row -> !row.isBlank())
        .flatMap(row -> Stream.of(row.key(), row.value()));
  }

  /** The tags in their order. */
  Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> !row.isBlank())
        .forEach(row -> tags.putIfAbsent(row.key().text(), row.value().text()));
    return tags;
  }
}
