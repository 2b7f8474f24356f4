/** Destroying an environment: what would go, the question, and then the operation. */
@NullMarked
package portico.desktop.destroy;

import org.jspecify.annotations.NullMarked;
