/** The step of listeners and routing: where requests come in, and where they go. */
@NullMarked
package portico.desktop.wizard.routing;

import org.jspecify.annotations.NullMarked;
