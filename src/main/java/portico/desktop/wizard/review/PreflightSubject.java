package portico.desktop.wizard.review;

import java.util.Optional;
import portico.desktop.wizard.draft.Draft;
import portico.desktop.wizard.draft.Place;
import portico.model.EnvironmentSpec;
import portico.operation.ProviderKind;

/**
 * What is looked at before a deployment.
 *
 * @param existing what stands already, when an environment is changed
 * @param whole whether the spec is what was chosen; else it stands in for choices yet to be made
 */
public record PreflightSubject(
    Place place,
    ProviderKind provider,
    EnvironmentSpec spec,
    Optional<EnvironmentSpec> existing,
    boolean whole) {

  static PreflightSubject of(Draft draft) {
    return new PreflightSubject(
        draft.account().place(), draft.account().provider(), draft.spec(), draft.base(), true);
  }
}
