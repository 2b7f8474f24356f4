package portico.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Durations by what was done and by whom, in seconds. */
final class Figures {
  private final Map<String, Map<String, List<Double>>> seconds = new LinkedHashMap<>();

  void add(String what, String who, double duration) {
    seconds
        .computeIfAbsent(what, key -> new LinkedHashMap<>())
        .computeIfAbsent(who, key -> new ArrayList<>())
        .add(duration);
  }

  /** A table with one row for each party; the ratio is that of the first party's median to its. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append("| | | median s | min s | max s | first party's median : this one's |\n");
    text.append("|--|--|--:|--:|--:|--:|\n");
    seconds.forEach(
        (what, parties) -> {
          double first = median(parties.values().iterator().next());
          parties.forEach(
              (who, all) ->
                  text.append(
                      String.format(
                          Locale.ROOT,
                          "| %s | %s | %.1f | %.1f | %.1f | %.2f |%n",
                          what,
                          who,
                          median(all),
                          all.stream().mapToDouble(d -> d).min().orElseThrow(),
                          all.stream().mapToDouble(d -> d).max().orElseThrow(),
                          first / median(all))));
        });
    return text.toString();
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
