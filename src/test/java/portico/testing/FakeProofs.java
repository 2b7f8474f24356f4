package portico.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portico.model.EnvironmentName;
import portico.proof.ProofReport;
import portico.proof.ProofStore;

/** Reports in memory. */
public final class FakeProofs implements ProofStore {
  /** Newest first. */
  public final List<ProofReport> reports = new ArrayList<>();

  /** Why nothing can be kept. */
  public Optional<String> refusal = Optional.empty();

  @Override
  public Optional<String> keep(ProofReport report) {
    if (refusal.isEmpty()) {
      reports.addFirst(report);
    }
    return refusal;
  }

  @Override
  public List<ProofReport> all(EnvironmentName environment) {
    return reports.stream().filter(each -> each.environment().equals(environment)).toList();
  }
}
