package portico.desktop.wizard.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import portico.desktop.wizard.form.Field;
import portico.desktop.wizard.form.Texts;

/**
 * What the forms of the step share: the words, the names of the target groups, and one counter that
 * rises with every change in any of them.
 */
final class Forms {
  private final Texts texts;
  private final GroupNames groups;
  private final Faults faults;

  /**
   * Rises before {@link #changes}: rules that look at other fields depend on it, so that whatever
   * depends on changes finds them fresh.
   */
  private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper();

  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private int quiet;
  private int lastId;

  Forms(Texts texts, GroupNames groups) {
    this.texts = texts;
    this.groups = groups;
    faults = new Faults(texts);
  }

  Texts texts() {
    return texts;
  }

  GroupNames groups() {
    return groups;
  }

  Faults faults() {
    return faults;
  }

  /** Rises with every change, after all fields have taken note of it. */
  ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /** An intent id that no other form has. */
  String id(String kind) {
    lastId++;
    return "wizard-" + kind + "-" + lastId;
  }

  /** A field whose rule looks at its own text alone. */
  Field field(String id, String label, Function<String, Optional<String>> rule) {
    return heard(new Field(id, label, rule));
  }

  /** A field whose rule looks at the texts of other fields, too. */
  Field comparedField(String id, String label, Function<String, Optional<String>> rule) {
    return heard(new Field(id, label, rule, edits));
  }

  private Field heard(Field field) {
    hear(field.textProperty());
    return field;
  }

  /** Counts every change of the value. */
  <T> void hear(ObservableValue<T> value) {
    value.addListener((observed, before, now) -> changed());
  }

  /** Counts every change of the value; answers the property itself. */
  <T, P extends Property<T>> P heard(P property) {
    hear(property);
    return property;
  }

  void changed() {
    if (quiet == 0) {
      edits.set(edits.get() + 1);
      changes.set(changes.get() + 1);
    }
  }

  /** Counts all that happens in {@code work} as one change. */
  void atOnce(Runnable work) {
    quiet++;
    try {
      work.run();
    } finally {
      quiet--;
    }
    changed();
  }

  static boolean allValid(List<Field> fields) {
    return fields.stream().allMatch(Field::isValid);
  }

  /**
   * The text that counts: as it was before anybody touched the field, and without blanks around it
   * afterwards.
   */
  static String value(Field field) {
    String text = field.textProperty().get();
    return field.isTouched() || text == null ? field.text() : text;
  }
}
