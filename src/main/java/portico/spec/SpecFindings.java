package portico.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import portico.model.Violation;

/** What is found while one text is read: problems, and where the fields are. */
final class SpecFindings {
  private static final Comparator<SpecProblem> IN_TEXT_ORDER =
      Comparator.comparing(
          problem -> problem.at().orElse(new SpecPosition(Integer.MAX_VALUE, 0)),
          Comparator.comparingInt(SpecPosition::line).thenComparingInt(SpecPosition::column));

  /** Begins the texts that stand in place of those that could not be read. */
  private static final String SUBSTITUTE = "\0";

  private final List<SpecProblem> problems = new ArrayList<>();
  private final Map<String, SpecPosition> positions = new HashMap<>();
  private final Map<String, String> shortForms = new HashMap<>();
  private int substitutes;

  static Optional<SpecPosition> position(Optional<Mark> mark) {
    return mark.map(each -> new SpecPosition(each.getLine() + 1, each.getColumn() + 1));
  }

  void seen(String field, Node node) {
    position(node.getStartMark()).ifPresent(position -> positions.put(field, position));
  }

  /** That a field of the model stands under another path in the text. */
  void shortForm(String modelField, String textField) {
    if (!modelField.equals(textField)) {
      shortForms.put(modelField, textField);
    }
  }

  void wrong(Optional<SpecPosition> at, String field, SpecFault fault) {
    problems.add(new SpecProblem(at, field, fault));
  }

  void wrong(Node node, String field, SpecFault fault) {
    wrong(position(node.getStartMark()), field, fault);
  }

  /** For a field that is not there: the place of what should hold it. */
  void missing(String field) {
    wrong(positions().at(field), field, new SpecFault.Missing());
  }

  /**
   * Adds what the rules say, but not on fields that could not be read: their values are substitutes
   * that nobody wrote.
   */
  void broken(List<Violation> violations) {
    List<String> unread = problems.stream().map(SpecProblem::field).toList();
    SpecPositions places = positions();
    for (Violation violation : violations) {
      String field = places.inText(violation.field());
      if (unread.stream().noneMatch(each -> related(each, field)) && !onSubstitute(violation)) {
        wrong(places.at(field), field, new SpecFault.Broken(violation));
      }
    }
  }

  private static boolean onSubstitute(Violation violation) {
    return violation.facts().stream()
        .anyMatch(fact -> fact instanceof String text && text.contains(SUBSTITUTE));
  }

  private static boolean related(String one, String other) {
    return one.equals(other) || within(one, other) || within(other, one);
  }

  private static boolean within(String inner, String outer) {
    return inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
  }

  /** Whether anything under that field could not be read. */
  boolean unreadWithin(String outer) {
    return problems.stream()
        .anyMatch(problem -> problem.field().equals(outer) || within(problem.field(), outer));
  }

  /** A text that equals no other, in place of one that could not be read. */
  String substituteText() {
    substitutes++;
    return SUBSTITUTE + substitutes;
  }

  /** A number that equals no other, in place of one that could not be read. */
  int substituteNumber() {
    substitutes++;
    return Integer.MIN_VALUE + substitutes;
  }

  SpecPositions positions() {
    return new SpecPositions(positions, shortForms);
  }

  boolean none() {
    return problems.isEmpty();
  }

  List<SpecProblem> problems() {
    return problems.stream().sorted(IN_TEXT_ORDER).toList();
  }
}
