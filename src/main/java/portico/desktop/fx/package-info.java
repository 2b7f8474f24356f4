/** Crossing between background threads and the FX thread: the only place that may call Platform. */
@NullMarked
package portico.desktop.fx;

import org.jspecify.annotations.NullMarked;
