/** Follows one operation, running or over, from its journal. */
@NullMarked
package portico.desktop.progress;

import org.jspecify.annotations.NullMarked;
