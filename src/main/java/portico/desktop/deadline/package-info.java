/** Environments that end by themselves, as long as the window is open: reminders, and the end. */
@NullMarked
package portico.desktop.deadline;

import org.jspecify.annotations.NullMarked;
