package portico.catalog;

import java.util.function.Function;

/** What the catalogue answers: the value, or the precise reason why there is none. */
public sealed interface Answer<T> {
  record Found<T>(T value) implements Answer<T> {}

  record Failed<T>(CatalogFailure failure) implements Answer<T> {}

  static <T> Answer<T> found(T value) {
    return new Found<>(value);
  }

  static <T> Answer<T> failed(CatalogFailure failure) {
    return new Failed<>(failure);
  }

  /** The answer with its value transformed; a failure stays as it is. */
  default <U> Answer<U> map(Function<? super T, ? extends U> change) {
    return switch (this) {
      case Found<T>(T value) -> new Found<>(change.apply(value));
      case Failed<T>(CatalogFailure failure) -> new Failed<>(failure);
    };
  }
}
