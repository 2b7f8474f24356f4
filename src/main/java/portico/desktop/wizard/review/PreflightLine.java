package portico.desktop.wizard.review;

import java.util.Optional;
import portico.desktop.wizard.draft.StepId;
import portico.preflight.Finding;

/**
 * One line of the list of checks.
 *
 * @param topic what was looked at, in a word or two
 * @param text what it came to and what to do
 * @param mend the step where it is mended, if that is in the wizard
 */
public record PreflightLine(
    Finding.State state, String topic, String text, Optional<StepId> mend) {}
