package portico.model;

import java.util.List;

/**
 * One rule that one value breaks. A value that carries facts; {@code portico.text} turns it into
 * words.
 *
 * @param field where, in the spelling of spec files: {@code
 *     targetGroups[0].healthCheck.timeoutSeconds}
 * @param rule which rule
 * @param facts what the rule's message needs, in the order {@link Rule} documents
 */
public record Violation(String field, Rule rule, List<Object> facts) {
  public Violation {
    facts = List.copyOf(facts);
  }

  public static Violation of(String field, Rule rule, Object... facts) {
    return new Violation(field, rule, List.of(facts));
  }
}
