package portico.spec;

import java.util.ArrayList;
import java.util.List;
import portico.model.EnvironmentSpec;

/** What changes from one spec to another, as lines of their files. */
public final class SpecDiff {
  /** Lines shown around each change. */
  private static final int AROUND = 2;

  /** The most lines that are compared one with another; more are shown as replaced. */
  private static final int MOST = 2000;

  private SpecDiff() {}

  /** What becomes of a line. */
  public enum Change {
    SAME,
    REMOVED,
    ADDED,
    /** Some lines that stay as they are have been left out. */
    LEFT_OUT
  }

  /**
   * A line.
   *
   * @param text without its end; empty for {@link Change#LEFT_OUT}
   */
  public record Line(Change change, String text) {
    /** As in a patch: the line behind a plus, a minus or a blank. */
    public String marked() {
      return switch (change) {
        case SAME -> "  " + text;
        case REMOVED -> "- " + text;
        case ADDED -> "+ " + text;
        case LEFT_OUT -> "  ...";
      };
    }
  }

  /** The changes with some lines around them; empty when nothing changes. */
  public static List<Line> of(EnvironmentSpec before, EnvironmentSpec after) {
    return around(
        compare(SpecFile.write(before).lines().toList(), SpecFile.write(after).lines().toList()));
  }

  private static List<Line> compare(List<String> before, List<String> after) {
    int head = 0;
    int least = Math.min(before.size(), after.size());
    while (head < least && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    List<Line> lines = new ArrayList<>();
    before.subList(0, head).forEach(line -> lines.add(new Line(Change.SAME, line)));
    lines.addAll(
        middle(
            before.subList(head, before.size() - tail), after.subList(head, after.size() - tail)));
    before
        .subList(before.size() - tail, before.size())
        .forEach(line -> lines.add(new Line(Change.SAME, line)));
    return lines;
  }

  private static List<Line> middle(List<String> before, List<String> after) {
    boolean huge = before.size() > MOST || after.size() > MOST;
    int[][] common = huge ? new int[0][0] : common(before, after);
    List<Line> lines = new ArrayList<>();
    int left = 0;
    int right = 0;
    while (left < before.size() || right < after.size()) {
      if (!huge
          && left < before.size()
          && right < after.size()
          && before.get(left).equals(after.get(right))) {
        lines.add(new Line(Change.SAME, before.get(left++)));
        right++;
      } else if (right == after.size()
          || (left < before.size()
              && (huge || common[left + 1][right] >= common[left][right + 1]))) {
        lines.add(new Line(Change.REMOVED, before.get(left++)));
      } else {
        lines.add(new Line(Change.ADDED, after.get(right++)));
      }
    }
    return lines;
  }

  /** Lengths of the longest common subsequences of all ends. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] lengths = new int[before.size() + 1][after.size() + 1];
    for (int left = before.size() - 1; left >= 0; left--) {
      for (int right = after.size() - 1; right >= 0; right--) {
        lengths[left][right] =
            before.get(left).equals(after.get(right))
                ? lengths[left + 1][right + 1] + 1
                : Math.max(lengths[left + 1][right], lengths[left][right + 1]);
      }
    }
    return lengths;
  }

  private static List<Line> around(List<Line> lines) {
    List<Line> shown = new ArrayList<>();
    boolean left = false;
    for (int index = 0; index < lines.size(); index++) {
      int from = Math.max(0, index - AROUND);
      int to = Math.min(lines.size(), index + AROUND + 1);
      boolean near =
          lines.subList(from, to).stream().anyMatch(each -> each.change() != Change.SAME);
      if (near) {
        if (left && !shown.isEmpty()) {
          shown.add(new Line(Change.LEFT_OUT, ""));
        }
        shown.add(lines.get(index));
      }
      left = !near;
    }
    return List.copyOf(shown);
  }
}
