/** What environments left in an account that this home folder no longer knows, and its removal. */
@NullMarked
package portico.desktop.sweep;

import org.jspecify.annotations.NullMarked;
