/** The JavaFX desktop. Knows the ports of the core, none of their implementations. */
@NullMarked
package portico.desktop;

import org.jspecify.annotations.NullMarked;
