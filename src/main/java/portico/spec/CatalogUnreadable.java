package portico.spec;

import portico.catalog.Answer;
import portico.catalog.CatalogFailure;

/** Leaves a resolution whose account cannot be read; never leaves the resolver. */
final class CatalogUnreadable extends Exception {
  private static final long serialVersionUID = 1;

  private final transient CatalogFailure failure;

  private CatalogUnreadable(CatalogFailure failure) {
    this.failure = failure;
  }

  CatalogFailure failure() {
    return failure;
  }

  static <T> T valueOf(Answer<T> answer) throws CatalogUnreadable {
    return switch (answer) {
      case Answer.Found<T>(T value) -> value;
      case Answer.Failed<T>(CatalogFailure failure) -> throw new CatalogUnreadable(failure);
    };
  }
}
