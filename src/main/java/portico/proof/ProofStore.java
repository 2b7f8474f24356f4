package portico.proof;

import java.util.List;
import java.util.Optional;
import portico.model.EnvironmentName;

/** The newest reports of each environment, kept with it. Every method does file I/O. */
public interface ProofStore {
  /** How many reports of an environment are kept. */
  int KEPT = 10;

  /**
   * Keeps a report, and drops the oldest beyond {@link #KEPT}.
   *
   * @return why it could not be kept, in the system's own words; empty when it is
   */
  Optional<String> keep(ProofReport report);

  /** The reports that can be read, newest first. */
  List<ProofReport> all(EnvironmentName environment);
}
