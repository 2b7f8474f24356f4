package portico.desktop.wizard.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import portico.model.TagRules;

/** Tags, a key and a value each. A line in which both are empty counts for nothing. */
public final class TagsForm {
  /** One tag's fields. */
  public record Line(Field key, Field value) {
    boolean isEmpty() {
      return key.text().isEmpty() && value.text().isEmpty();
    }
  }

  private final String id;
  private final Texts texts;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();

  /** Held: a list view that only its listeners know is collected, and they fall silent. */
  private final ObservableList<Line> shownLines = FXCollections.unmodifiableObservableList(lines);

  private final IntegerProperty edits = new SimpleIntegerProperty();
  private int made;

  /**
   * @param id intent id of the list; its fields get it with a number and a suffix
   */
  public TagsForm(String id, Texts texts) {
    this.id = id;
    this.texts = texts;
  }

  /** The intent id of the list. */
  public String id() {
    return id;
  }

  public ObservableList<Line> lines() {
    return shownLines;
  }

  /** Is invalidated with every line added, removed or typed into. */
  public Observable edits() {
    return edits;
  }

  public Stream<Field> fields() {
    return lines.stream().flatMap(line -> Stream.of(line.key(), line.value()));
  }

  /** Adds an empty line. */
  public void add() {
    add("", "");
  }

  public void remove(Line line) {
    lines.remove(line);
    edited();
  }

  /** Lists these tags as if the user had never touched them. */
  public void prefill(Map<String, String> tags) {
    lines.clear();
    tags.forEach(this::add);
    edited();
  }

  /** The tags in their order; of a key that stands there twice, the last. */
  public Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    lines.stream()
        .filter(line -> !line.isEmpty())
        .forEach(line -> tags.put(line.key().text(), line.value().text()));
    return tags;
  }

  private void add(String key, String value) {
    made++;
    Field valueField =
        new Field(
            id + "-value-" + made,
            texts.get("tags.value"),
            text -> texts.first(TagRules.value("", text)));
    Field keyField =
        new Field(
            id + "-key-" + made,
            texts.get("tags.key"),
            text -> keyFault(text, valueField.text()),
            edits);
    keyField.prefill(key);
    valueField.prefill(value);
    Stream.of(keyField, valueField)
        .forEach(field -> field.textProperty().addListener((observed, before, now) -> edited()));
    lines.add(new Line(keyField, valueField));
    edited();
  }

  private void edited() {
    edits.set(edits.get() + 1);
  }

  private Optional<String> keyFault(String key, String value) {
    if (key.isEmpty() && value.isEmpty()) {
      return Optional.empty();
    }
    long same = lines.stream().filter(line -> line.key().text().equals(key)).count();
    return same > 1
        ? Optional.of(texts.get("tags.twice", key))
        : texts.first(TagRules.key("", key));
  }
}
