package portico.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import portico.model.Violation;

/** What is found wrong while a draft is resolved. */
final class Problems {
  private final SpecPositions positions;
  private final List<SpecProblem> found = new ArrayList<>();

  Problems(SpecPositions positions) {
    this.positions = positions;
  }

  void add(String field, SpecFault fault) {
    found.add(new SpecProblem(positions.at(field), field, fault));
  }

  void broken(Violation violation) {
    add(positions.inText(violation.field()), new SpecFault.Broken(violation));
  }

  /** The only match; none or several are a problem. */
  <T> Optional<T> only(String field, Wanted wanted, List<T> matches, Function<T, String> id) {
    if (matches.isEmpty()) {
      add(field, new SpecFault.NotFound(wanted.thing(), wanted.name(), wanted.place()));
    } else if (matches.size() > 1) {
      List<String> ids = matches.stream().map(id).toList();
      add(field, new SpecFault.Ambiguous(wanted.thing(), wanted.name(), ids));
    }
    return matches.size() == 1 ? Optional.of(matches.getFirst()) : Optional.empty();
  }

  boolean any() {
    return !found.isEmpty();
  }

  <T> SpecAnswer<T> asWrong() {
    return new SpecAnswer.Wrong<>(found);
  }
}
