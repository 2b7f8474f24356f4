package portico.desktop.wizard.draft;

import java.util.function.Function;
import java.util.function.Supplier;
import portico.catalog.Answer;
import portico.catalog.Catalog;
import portico.catalog.Catalogs;
import portico.catalog.CloudAccount;

/** An account and a region: what a catalogue is opened for. */
public record Place(CloudAccount account, String region) {
  /** A read of this place, for a background thread: opens a catalogue, reads, closes it. */
  public <T> Supplier<Answer<T>> reading(
      Catalogs catalogs, Function<? super Catalog, Answer<T>> read) {
    return () -> {
      try (Catalog catalog = catalogs.open(account, region)) {
        return read.apply(catalog);
      }
    };
  }
}
