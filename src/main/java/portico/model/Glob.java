package portico.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A pattern of a condition: {@code *} stands for any characters, {@code ?} for exactly one.
 *
 * @param symbols the pattern's characters, or {@link #ONE} and {@link #ANY}
 */
record Glob(List<Integer> symbols) {
  private static final int ONE = -1;
  private static final int ANY = -2;

  /** A character that no pattern holds. */
  private static final int OTHER = -3;

  /** More work than any pattern that AWS takes can make; past it nothing is certain. */
  private static final int STEPS_MAX = 20_000;

  Glob {
    symbols = List.copyOf(symbols);
  }

  /** A pattern that minds the case and knows no escapes, as of a path. */
  static Glob exact(String text) {
    return new Glob(text.codePoints().map(Glob::symbol).boxed().toList());
  }

  /** A pattern that does not mind the case, as of a host. */
  static Glob anyCase(String text) {
    return exact(text.toLowerCase(Locale.ROOT));
  }

  /**
   * A pattern that does not mind the case and in which a backslash takes a wildcard its meaning, as
   * of a query (API_QueryStringConditionConfig). A backslash before something else, of which AWS
   * says nothing, stands for itself.
   */
  static Glob ofQuery(String text) {
    List<Integer> symbols = new ArrayList<>();
    int[] points = text.toLowerCase(Locale.ROOT).codePoints().toArray();
    for (int index = 0; index < points.length; index++) {
      boolean escape =
          points[index] == '\\'
              && index + 1 < points.length
              && (points[index + 1] == '*' || points[index + 1] == '?');
      if (escape) {
        index++;
        symbols.add(points[index]);
      } else {
        symbols.add(symbol(points[index]));
      }
    }
    return new Glob(symbols);
  }

  /** Like {@link #ofQuery}; empty where what a backslash does is not certain. */
  static Optional<Glob> escaped(String text) {
    boolean certain = text.replaceAll("\\\\[*?]", "").indexOf('\\') < 0;
    return certain ? Optional.of(ofQuery(text)) : Optional.empty();
  }

  private static int symbol(int point) {
    return switch (point) {
      case '*' -> ANY;
      case '?' -> ONE;
      default -> point;
    };
  }

  /** Whether it fits the whole text. Never goes back in the text, so no pattern takes long. */
  boolean matches(String text) {
    BitSet places = closed(0);
    for (int point : text.codePoints().toArray()) {
      places = after(places, point);
    }
    return places.get(symbols.size());
  }

  /** Whether it matches every text. */
  boolean matchesAll() {
    return !symbols.isEmpty() && symbols.stream().allMatch(each -> each == ANY);
  }

  /**
   * Whether every text that {@code other} matches is matched by this pattern too. Never true when
   * that is not certain.
   *
   * <p>Both patterns are read as automata whose states are the places between symbols. A walk over
   * all texts that {@code other} matches keeps, for each of its states, the set of states that this
   * pattern can be in; a text that ends there and not here is a text that is not covered.
   */
  boolean covers(Glob other) {
    if (symbols.equals(other.symbols) || beginsUnlike(other)) {
      return symbols.equals(other.symbols);
    }
    Set<Integer> alphabet = new HashSet<>(other.symbols);
    alphabet.addAll(symbols);
    alphabet.removeAll(Set.of(ONE, ANY));
    alphabet.add(OTHER);

    Set<State> seen = new HashSet<>();
    Deque<State> open = new ArrayDeque<>();
    reach(new State(0, closed(0)), other, seen, open);
    while (!open.isEmpty()) {
      State state = open.remove();
      if (seen.size() > STEPS_MAX || !accepts(state, other)) {
        return false;
      }
      if (state.place == other.symbols.size()) {
        continue;
      }
      int symbol = other.symbols.get(state.place);
      for (int character : symbol < 0 ? alphabet : Set.of(symbol)) {
        int next = symbol == ANY ? state.place : state.place + 1;
        reach(new State(next, after(state.mine, character)), other, seen, open);
      }
    }
    return true;
  }

  /**
   * Whether no text fits both, as their first characters show: most pairs of rules differ there,
   * and need no walk.
   */
  private boolean beginsUnlike(Glob other) {
    int both = Math.min(symbols.size(), other.symbols.size());
    for (int place = 0; place < both; place++) {
      int mine = symbols.get(place);
      int others = other.symbols.get(place);
      if (mine == ANY || others == ANY) {
        return false;
      }
      if (mine != ONE && others != ONE && mine != others) {
        return true;
      }
    }
    return false;
  }

  /** Where {@code other} can be, and where this pattern can be after the same text. */
  private record State(int place, BitSet mine) {}

  /** Notes the state, and the one behind a {@code *} that stands for nothing. */
  private static void reach(State state, Glob other, Set<State> seen, Deque<State> open) {
    State at = state;
    while (seen.add(at)) {
      open.add(at);
      if (at.place == other.symbols.size() || other.symbols.get(at.place) != ANY) {
        return;
      }
      at = new State(at.place + 1, at.mine);
    }
  }

  private boolean accepts(State state, Glob other) {
    return state.place < other.symbols.size() || state.mine.get(symbols.size());
  }

  private BitSet after(BitSet places, int character) {
    BitSet next = new BitSet();
    places.stream()
        .filter(place -> place < symbols.size())
        .forEach(
            place -> {
              int symbol = symbols.get(place);
              if (symbol == ANY) {
                next.or(closed(place));
              } else if (symbol == ONE || symbol == character) {
                next.or(closed(place + 1));
              }
            });
    return next;
  }

  /** The place, and those behind any {@code *} there. */
  private BitSet closed(int place) {
    BitSet places = new BitSet();
    int at = place;
    places.set(at);
    while (at < symbols.size() && symbols.get(at) == ANY) {
      at++;
      places.set(at);
    }
    return places;
  }
}
