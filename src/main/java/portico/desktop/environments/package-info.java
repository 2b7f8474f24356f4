/** Every environment: what exists, in which state, with what history, and what can be done. */
@NullMarked
package portico.desktop.environments;

import org.jspecify.annotations.NullMarked;
