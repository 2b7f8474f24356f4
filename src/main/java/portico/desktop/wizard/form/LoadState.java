package portico.desktop.wizard.form;

import java.util.Optional;
import portico.catalog.CatalogFailure;

/** How far a reading of AWS has come. */
public sealed interface LoadState<T> {
  /** Nothing was asked for yet. */
  record Idle<T>() implements LoadState<T> {}

  record Busy<T>() implements LoadState<T> {}

  record Ready<T>(T found) implements LoadState<T> {}

  record Failed<T>(CatalogFailure failure) implements LoadState<T> {}

  /** What was read, once it was. */
  default Optional<T> value() {
    return this instanceof Ready<T>(T found) ? Optional.of(found) : Optional.empty();
  }

  default boolean isBusy() {
    return this instanceof Busy<T>;
  }

  /** Why there is no value. */
  default Optional<CatalogFailure> failed() {
    return this instanceof Failed<T>(CatalogFailure failure)
        ? Optional.of(failure)
        : Optional.empty();
  }
}
