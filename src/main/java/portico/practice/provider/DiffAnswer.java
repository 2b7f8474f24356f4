package portico.practice.provider;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.PropertyDiff;

/** The engine's form of what {@link Differ} finds. */
final class DiffAnswer {
  private DiffAnswer() {}

  static DiffResponse of(ResourceKind kind, PropertyMap state, PropertyMap inputs) {
    Map<String, Differ.Change> changes = Differ.changes(kind.schema(), state, inputs);
    DiffResponse.Builder response = DiffResponse.newBuilder().setHasDetailedDiff(true);
    Set<String> changed = new LinkedHashSet<>();
    Set<String> replaces = new LinkedHashSet<>();
    changes.forEach(
        (path, change) -> {
          changed.add(change.property());
          if (change.replaces()) {
            replaces.add(change.property());
          }
          response.putDetailedDiff(path, PropertyDiff.newBuilder().setKind(wire(change)).build());
        });
    return response
        .setChanges(
            changes.isEmpty()
                ? DiffResponse.DiffChanges.DIFF_NONE
                : DiffResponse.DiffChanges.DIFF_SOME)
        .addAllDiffs(changed)
        .addAllReplaces(replaces)
        .setDeleteBeforeReplace(!replaces.isEmpty() && kind.collides(state, inputs))
        .build();
  }

  private static PropertyDiff.Kind wire(Differ.Change change) {
    return switch (change.kind()) {
      case ADD -> change.replaces() ? PropertyDiff.Kind.ADD_REPLACE : PropertyDiff.Kind.ADD;
      case DELETE ->
          change.replaces() ? PropertyDiff.Kind.DELETE_REPLACE : PropertyDiff.Kind.DELETE;
      case UPDATE ->
          change.replaces() ? PropertyDiff.Kind.UPDATE_REPLACE : PropertyDiff.Kind.UPDATE;
    };
  }
}
