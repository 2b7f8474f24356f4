/**
 * The command line: the same services, journals and rules as the wizard, for people without a
 * display and for scripts. Results go to standard output, progress and complaints to standard
 * error; {@code --json} makes the last line of standard output one JSON object.
 */
@NullMarked
package portico.cli;

import org.jspecify.annotations.NullMarked;
