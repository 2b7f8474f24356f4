package portico.desktop.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import portico.catalog.CatalogFailure;
import portico.catalog.TargetHealth;
import portico.doctor.Diagnosis;

/**
 * One look at all targets.
 *
 * @param health by target groups' names
 * @param diagnoses of the targets that are not healthy, those that need a cure first
 * @param failure why a group could not be asked
 */
record Examination(
    Map<String, List<TargetHealth>> health,
    List<Diagnosis> diagnoses,
    Optional<CatalogFailure> failure) {
  Examination {
    health = Map.copyOf(health);
    diagnoses = List.copyOf(diagnoses);
  }
}
