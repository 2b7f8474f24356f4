package portico.text;

import java.util.List;
import portico.catalog.CatalogFailure;
import portico.model.Violation;
import portico.preflight.Check;
import portico.preflight.Finding;
import portico.preflight.Topic;

/** What is said of the checks before a deployment. */
public final class PreflightText {
  private final Words words;
  private final FailureText failures;

  public PreflightText(Words words) {
    this.words = words;
    this.failures = new FailureText(words);
  }

  /** What is looked at, as a heading. */
  public String of(Topic topic) {
    return words.get("preflight.topic." + topic.name());
  }

  /** What the check came to and, unless it passed, what to do. */
  public String of(Check check) {
    if (check.finding().state() == Finding.State.UNKNOWN) {
      return words.get("preflight.unknown", fact(check.facts().getFirst()));
    }
    List<String> facts = check.facts().stream().map(this::fact).toList();
    return words.get("preflight.finding." + check.finding().name(), facts.toArray());
  }

  private String fact(Object fact) {
    return switch (fact) {
      case CatalogFailure failure -> failures.of(failure).what();
      case Violation violation -> failures.of(violation);
      default -> fact.toString();
    };
  }
}
