package portico.desktop.deadline;

import java.util.Optional;
import portico.desktop.widget.Tone;
import portico.environment.Deadline;
import portico.environment.Reminder;
import portico.model.EnvironmentName;
import portico.operation.OperationId;

/**
 * What the bar says of one environment.
 *
 * @param operation what is or was at work on it, to be looked at
 * @param changeable whether the end can still be put off
 * @param dismissible whether it may be put out of sight until the next reminder
 */
record Notice(
    EnvironmentName environment,
    Deadline deadline,
    Reminder reminder,
    Tone tone,
    String text,
    Optional<OperationId> operation,
    boolean changeable,
    boolean dismissible) {}
