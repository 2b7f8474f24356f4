package portico.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import portico.model.ActionSpec;
import portico.model.ConditionSpec;

/**
 * A change of a spec that puts one field, or a few that belong together, at a boundary of AWS's
 * rules, just inside it or just beyond it.
 *
 * @param name the field and its value, for messages
 */
public record Edge(String name, Consumer<EdgeDraft> change) {

  /** Edges of one kind, collected. */
  static final class Catalogue {
    private final List<Edge> edges = new ArrayList<>();

    void add(String name, Consumer<EdgeDraft> change) {
      edges.add(new Edge(name, change));
    }

    void numbers(String field, BiConsumer<EdgeDraft, Integer> set, int... values) {
      for (int value : values) {
        add(field + " " + value, draft -> set.accept(draft, value));
      }
    }

    void texts(String field, BiConsumer<EdgeDraft, String> set, String... values) {
      for (String value : values) {
        String shown = value.length() > 40 ? value.substring(0, 8) + "..." : value;
        String name = "%s '%s' of %d".formatted(field, shown, value.length());
        add(name, draft -> set.accept(draft, value));
      }
    }

    /** A rule with one condition of the value. */
    void condition(String field, Function<String, ConditionSpec> form, String... values) {
      texts(field, (draft, value) -> draft.listener().rule(form.apply(value)), values);
    }

    /** A default action. */
    void action(String name, ActionSpec action) {
      add(name, draft -> draft.listener().action = action);
    }

    List<Edge> all() {
      return List.copyOf(edges);
    }
  }
}
