package portico.service;

import java.util.List;
import java.util.Optional;
import portico.catalog.CatalogFailure;

/**
 * What carries Portico's tags in an account and region.
 *
 * @param here of this home folder, which no longer knows the environment
 * @param elsewhere of other home folders: another computer's, or a colleague's
 * @param known environments of this home folder, which are left out: they have a destroy
 * @param bucketsUnknown why buckets were not looked for
 */
public record Findings(
    List<Leftover> here,
    List<Leftover> elsewhere,
    List<String> known,
    Optional<CatalogFailure> bucketsUnknown) {
  public Findings {
    here = List.copyOf(here);
    elsewhere = List.copyOf(elsewhere);
    known = List.copyOf(known);
  }

  /** Whether there is anything that could be removed. */
  public boolean isEmpty() {
    return here.isEmpty() && elsewhere.isEmpty();
  }
}
