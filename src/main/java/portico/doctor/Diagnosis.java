package portico.doctor;

import java.util.List;
import portico.catalog.TargetHealth;
import portico.model.TargetGroupSpec;

/**
 * What is wrong with one target.
 *
 * @param findings the surest first; at least one
 */
public record Diagnosis(TargetGroupSpec group, TargetHealth health, List<Finding> findings) {
  public Diagnosis {
    findings = List.copyOf(findings);
  }
}
