package portico.desktop.wizard.routing;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import portico.model.SpecDefaults;

/**
 * The names of the target groups, as they were last known: while the step of the target groups is
 * not complete, nothing is called gone.
 */
final class GroupNames {
  /** A group that keeps its place in the list under another name. */
  record Renamed(String before, String now) {}

  private final ReadOnlyObjectWrapper<List<String>> known =
      new ReadOnlyObjectWrapper<>(List.of(SpecDefaults.TARGET_GROUP_NAME));

  ReadOnlyObjectProperty<List<String>> knownProperty() {
    return known.getReadOnlyProperty();
  }

  List<String> known() {
    return known.get();
  }

  boolean isGone(String name) {
    return !known.get().isEmpty() && !known.get().contains(name);
  }

  /** What to offer where nothing is chosen; an empty text when no group is known. */
  String first() {
    return known.get().isEmpty() ? "" : known.get().getFirst();
  }

  /** Forgets the names, so that the next ones are not taken for renamed. */
  void forget() {
    known.set(List.of());
  }

  /**
   * Takes over the names that exist now.
   *
   * @return the one that was renamed, when everything else stayed as it was
   */
  Optional<Renamed> update(List<String> names) {
    if (names.isEmpty() || names.equals(known.get())) {
      return Optional.empty();
    }
    List<String> before = known.get();
    known.set(List.copyOf(names));
    return renamed(before, names);
  }

  private static Optional<Renamed> renamed(List<String> before, List<String> now) {
    if (before.size() != now.size()) {
      return Optional.empty();
    }
    Optional<Renamed> found = Optional.empty();
    for (int index = 0; index < now.size(); index++) {
      if (!before.get(index).equals(now.get(index))) {
        if (found.isPresent()
            || now.contains(before.get(index))
            || before.contains(now.get(index))) {
          return Optional.empty();
        }
        found = Optional.of(new Renamed(before.get(index), now.get(index)));
      }
    }
    return found;
  }
}
