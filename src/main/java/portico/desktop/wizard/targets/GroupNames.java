package portico.desktop.wizard.targets;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import portico.desktop.wizard.form.Texts;
import portico.model.FieldRules;
import portico.model.Rule;
import portico.model.Violation;

/** The names of all target groups in the wizard, of which no two may be the same. */
final class GroupNames {
  private final Supplier<List<String>> names;
  private final IntegerProperty changes = new SimpleIntegerProperty();

  /**
   * @param names those of all groups, as they are now
   */
  GroupNames(Supplier<List<String>> names) {
    this.names = names;
  }

  /** Is invalidated when a name changes or a group comes or goes. */
  Observable changes() {
    return changes;
  }

  void changed() {
    changes.set(changes.get() + 1);
  }

  /** What is wrong with the name of a group that is in the list already. */
  Optional<String> fault(Texts texts, String name) {
    return texts
        .first(FieldRules.targetGroupName("", name))
        .or(
            () ->
                isTwice(name)
                    ? texts.first(List.of(Violation.of("", Rule.NAME_TWICE, name)))
                    : Optional.empty());
  }

  private boolean isTwice(String name) {
    return names.get().stream().filter(name::equals).count() > 1;
  }

  /** The name, or if it is taken with the first number behind it that is free. */
  String free(String name) {
    if (!names.get().contains(name)) {
      return name;
    }
    String stem = name.replaceFirst("-\\d+$", "");
    List<String> taken = names.get();
    int number = 2;
    while (taken.contains(numbered(stem, number))) {
      number++;
    }
    return numbered(stem, number);
  }

  /** Cut to AWS's length. */
  private static String numbered(String stem, int number) {
    String suffix = "-" + number;
    int room = FieldRules.NAME_MAX - suffix.length();
    return stem.substring(0, Math.min(stem.length(), room)) + suffix;
  }
}
