package portico.catalog;

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
}
