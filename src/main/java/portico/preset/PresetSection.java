package portico.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One mapping of the presets' file. Anything missing or unexpected is a defect. */
final class PresetSection {
  private final String path;
  private final Map<String, Object> values;

  private PresetSection(String path, Map<String, Object> values) {
    this.path = path;
    this.values = values;
  }

  /** The mapping; an absent one is empty. */
  static PresetSection of(String path, @Nullable Object value) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (value != null) {
      if (!(value instanceof Map<?, ?> map)) {
        throw new IllegalStateException(path + " is no mapping");
      }
      map.forEach((key, each) -> values.put(String.valueOf(key), each));
    }
    return new PresetSection(path, values);
  }

  /** Fails when there is any other field. */
  void allow(String... fields) {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(List.of(fields));
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(path + " has unknown fields " + unknown);
    }
  }

  boolean has(String field) {
    return values.containsKey(field);
  }

  boolean is(String field) {
    return Boolean.TRUE.equals(values.get(field));
  }

  String text(String field) {
    return Optional.ofNullable(values.get(field))
        .map(String::valueOf)
        .filter(found -> !found.isBlank())
        .orElseThrow(() -> new IllegalStateException(path + " lacks " + field));
  }

  OptionalInt number(String field) {
    return OptionalInt.of(Integer.parseInt(text(field)));
  }

  /** The texts of a list; none when it is absent. */
  List<String> texts(String field) {
    return list(field).stream().map(String::valueOf).toList();
  }

  PresetSection section(String field) {
    return of(path + "." + field, values.get(field));
  }

  List<PresetSection> sections(String field) {
    List<PresetSection> found = new ArrayList<>();
    for (Object each : list(field)) {
      found.add(of(path + "." + field + "[" + found.size() + "]", each));
    }
    return found;
  }

  private List<?> list(String field) {
    return values.get(field) instanceof List<?> list ? list : List.of();
  }
}
