package portico.spec;

import java.util.List;
import portico.catalog.CatalogFailure;

/** What comes of reading or resolving a spec. */
public sealed interface SpecAnswer<T> {
  /** It is in order. */
  record Read<T>(T value) implements SpecAnswer<T> {}

  /**
   * It is not.
   *
   * @param problems all of them, at least one, in the order of the text
   */
  record Wrong<T>(List<SpecProblem> problems) implements SpecAnswer<T> {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }

  /** The account, which had to be asked, could not be read. Never an answer of a mere reading. */
  record Unreadable<T>(CatalogFailure failure) implements SpecAnswer<T> {}
}
