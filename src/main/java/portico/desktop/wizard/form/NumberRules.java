package portico.desktop.wizard.form;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import portico.model.FieldRules;
import portico.model.Rule;
import portico.model.Violation;

/** Rules on fields that hold whole numbers: what is no number breaks the rule on the range. */
public final class NumberRules {
  private NumberRules() {}

  public static Optional<String> port(Texts texts, String text) {
    return fault(texts, text, Rule.PORT_RANGE, number -> FieldRules.port("", number));
  }

  /** Seconds that a server or a client waits; an empty text means that nobody knows. */
  public static Optional<String> knownSeconds(Texts texts, String text) {
    return text.isEmpty()
        ? Optional.empty()
        : fault(
            texts,
            text,
            Rule.SERVICE_SECONDS_RANGE,
            number -> FieldRules.serviceSeconds("", number),
            1,
            FieldRules.WEEK_SECONDS);
  }

  /**
   * What is wrong with {@code text}.
   *
   * @param range the rule that is broken by what is no number
   * @param bounds its smallest and largest value, where its words name them
   */
  public static Optional<String> fault(
      Texts texts, String text, Rule range, IntFunction<List<Violation>> rule, Integer... bounds) {
    if (text.isEmpty()) {
      return texts.first(List.of(Violation.of("", Rule.REQUIRED)));
    }
    OptionalInt number = Field.number(text);
    if (number.isPresent()) {
      return texts.first(rule.apply(number.getAsInt()));
    }
    Object[] facts = new Object[bounds.length + 1];
    facts[0] = text;
    System.arraycopy(bounds, 0, facts, 1, bounds.length);
    return texts.first(List.of(Violation.of("", range, facts)));
  }
}
