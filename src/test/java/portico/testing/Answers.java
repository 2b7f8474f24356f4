package portico.testing;

import portico.catalog.Answer;
import portico.catalog.CatalogFailure;

/** Takes an answer apart, failing the test when it is not the expected kind. */
public final class Answers {
  private Answers() {}

  public static <T> T value(Answer<T> answer) {
    return switch (answer) {
      case Answer.Found<T>(T value) -> value;
      case Answer.Failed<T>(CatalogFailure failure) ->
          throw new AssertionError("expected a value, but: " + failure);
    };
  }

  public static <T> CatalogFailure failure(Answer<T> answer) {
    return switch (answer) {
      case Answer.Found<T>(T value) ->
          throw new AssertionError("expected a failure, but found: " + value);
      case Answer.Failed<T>(CatalogFailure failure) -> failure;
    };
  }
}
