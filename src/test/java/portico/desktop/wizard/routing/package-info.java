/** Tests of the step of listeners and routing. */
@NullMarked
package portico.desktop.wizard.routing;

import org.jspecify.annotations.NullMarked;
