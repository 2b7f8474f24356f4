package portico.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What carries certain tags.
 *
 * @param all in the order of {@link OwnedResource.Kind}
 * @param bucketsUnknown why buckets are not among them: who may not list them may still sweep the
 *     rest
 */
public record MarkedResources(List<MarkedResource> all, Optional<CatalogFailure> bucketsUnknown) {
  public MarkedResources {
    all = List.copyOf(all);
  }
}
