package portico.preflight;

import java.util.List;

/**
 * One line of the preflight.
 *
 * @param facts what the finding's words need, in the order that {@link Finding} documents
 */
public record Check(Finding finding, List<Object> facts) {
  public Check {
    facts = List.copyOf(facts);
  }

  static Check of(Finding finding, Object... facts) {
    return new Check(finding, List.of(facts));
  }
}
